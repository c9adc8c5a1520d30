"""Who took part in an encounter, when and where, for a clause that is given."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.encounter import Vocabulary, carries, is_courtesy, place_of, tells_itself, where
from readout.reading.finders.encounters.formats import kind_of
from readout.reading.finders.encounters.guests import from_elsewhere, is_visit, leads_delegation, visitor
from readout.reading.finders.encounters.occasion import date_of
from readout.reading.finders.encounters.owners import met_before, owners_of, partner
from readout.reading.finders.encounters.table import met_at_table
from readout.reading.finders.phrases import phrase, root
from readout.reading.scene import Scene

HIGHEST = 3
"""Heads that are climbed from what tells a meeting to the people of whom its clause tells."""
FAR = 12
"""Words from what tells a meeting to the "with" of those who were met, where no other clause begins ("met in Riga on March 6 with")."""
OF_PEOPLE = ("of", "from", "'s", "’s")
"""Words of case within what tells who people are."""
ACTING = ("country", "organisation", "body", "people")


def slots_of_meeting(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of an encounter given by the clause that reports it: participants, kind, place and date."""
    words = scene.words
    vocabulary = Vocabulary(scene.pack)
    told, kind = _told_in(scene, vocabulary, first, last)
    parties = participants(scene, vocabulary, told, first, last)
    place = place_of(scene, first, ("to", "in", "at"), last)
    kind = kind_of(scene, vocabulary, (told, kind), parties, last)
    slots = scene.actors("participants", parties, told)
    return [*slots, Slot("kind", kind, words.span(told, told)), *where(place), *date_of(scene, told, first, last)]


def _told_in(scene: Scene, vocabulary: Vocabulary, first: int, last: int) -> tuple[int, str]:
    """The word that tells the encounter, and its kind: a noun that a light verb carries before the verb itself."""
    words, data = scene.words, vocabulary.data
    span = range(first, last + 1)
    letter = next((k for k in span if words.lower[k] in data["letters"]), None)
    if letter is not None and any(words.lower[k] in vocabulary.writing for k in span):
        return letter, "correspondence"
    if (calling := next((k for k in span if is_courtesy(scene, k)), None)) is not None:
        return calling, "talks"
    nouns = [k for k in span if words.lower[k] in data["nouns"] and words.pos[k] not in ("ADJ", "VERB")]
    verbs = [k for k in span if words.pos[k] == "VERB" and tells_itself(scene, vocabulary, k)]
    carried = [k for k in nouns if carries(scene, vocabulary, words.head[k], k)]
    if verbs and not carried:
        return verbs[0], data["verbs"][vocabulary.verbs[words.lower[verbs[0]]]]
    if nouns:
        told = (carried or [k for k in nouns if words.dep[k] != "compound"] or nouns)[0]
        return told, data["nouns"][words.lower[told]]
    top = root(scene, first, last)
    if leads_delegation(scene, top):
        return top, "visit"
    return top, "ceremony" if words.lower[top] in vocabulary.ceremonial else told_before(scene, vocabulary, first)


def told_before(scene: Scene, vocabulary: Vocabulary, first: int) -> str:
    """The kind of an encounter that the sentence names before a clause ("During their telephone conversation, A and B ...")."""
    words, nouns = scene.words, vocabulary.data["nouns"]
    low = words.sentence_of[first][0]
    before = [
        k for k in range(low, first) if words.lower[k] in nouns and words.dep[k] == "obl" and words.pos[k] == "NOUN"
    ]
    if not before:
        return "talks"
    called = set(words.lower[max(low, before[0] - 2) : before[0]]) & vocabulary.call_words
    return "call" if called else str(nouns[words.lower[before[0]]])


def participants(scene: Scene, vocabulary: Vocabulary, told: int, first: int, last: int) -> list[Party]:
    """Those who took part: the owners of the noun that tells it ("the meeting of A and B"), else the clause's subject
    with those whom the clause names beside it; persons before the countries that they act for."""
    words = scene.words
    if table := met_at_table(scene, told, first, last):
        return list(table)
    if guest := visitor(scene, told):
        return list(guest)
    if words.pos[told] != "VERB" and words.lower[words.head[told]] not in vocabulary.light:
        owners = list(owners_of(scene, told))
        away = is_visit(scene, told)  # "to" tells where the visitor went, and not whom he met
        owners = from_elsewhere(scene, told, owners) if away else owners
        if len({p.country or p.name for p in owners}) > 1 or (owners and (away or not _with(scene, told, last))):
            return owners
    verb = told if words.pos[told] == "VERB" else words.head[told]
    subject = scene.subject(verb) if words.pos[verb] == "VERB" else None
    acting = scene.who(subject, until=verb) if subject is not None and subject != told else ()
    named = list(_named_in(scene, told, first, last))
    persons = [p for p in named if p.kind == "person"]
    found = [*acting, *(persons or named)]
    group = _people_met(scene, vocabulary, verb, told, bool(acting))
    if len({p.country or p.name for p in found}) < 2 and group is None and _with(scene, told, last):
        found = [*partner(scene, told), *found]
    if group and (len(set(found)) < 2 or set(found) <= {*acting, *_named_in(scene, told, first, told - 1)}):
        found.append(group[0])
    if not found and words.lower[told] in vocabulary.data["nouns"]:
        found = list(met_before(scene, told))
    return list(dict.fromkeys(found))


def _people_met(
    scene: Scene, vocabulary: Vocabulary, verb: int, told: int, somebody_acts: bool
) -> tuple[Party, int] | None:
    """People without a name whom somebody met, and the end of their words."""
    behind = (group_behind(scene, told, case) for case in ("with", "to"))
    asked = group_brought_together(scene, vocabulary, verb) if somebody_acts else None
    return next(filter(None, behind), None) or asked or (group_before(scene, told) if somebody_acts else None)


def group_brought_together(scene: Scene, vocabulary: Vocabulary, verb: int) -> tuple[Party, int] | None:
    """People without a name who are the object of a verb that brings people together ("convened a group of executives"), as a
    group by their words, and its end."""
    whom = scene.words.child(verb, "obj")
    brings = vocabulary.verbs.get(scene.words.lower[verb]) in vocabulary.data["takes_object"]
    if whom is None or not brings or not _by_their_name(scene, whom):
        return None
    return _as_group(scene, verb, whom)


def _by_their_name(scene: Scene, noun: int) -> bool:
    """Whether a noun can mean nobody but people: by a lexicon, a title, or how it ends; "a group of executives" by what it is of."""
    words, references = scene.words, scene.cast.references
    below = next((k for k in words.kin(noun, "nmod") if k > noun), None)
    if below is not None and words.lower[noun] in references["collectives"]:
        return _by_their_name(scene, below)
    lower = words.lower[noun]
    if lower in scene.pack.lexicon["meetings"]["nouns"]:
        return False
    titled = scene.cast.around.title_at[noun] is not None
    return titled or lower in references["persons"] or lower.endswith(tuple(references["people_endings"]))


def group_behind(scene: Scene, told: int, preposition: str) -> tuple[Party, int] | None:
    """People whom no name tells ("met with students of leading universities"), as a group by their words, and its end."""
    words = scene.words
    end = words.sentence_of[told][1]
    start = next((k for k in range(told + 1, min(told + FAR, end)) if words.lower[k] == preposition), None)
    if start is None or any(words.pos[k] in ("VERB", "SCONJ") for k in range(told + 1, start)):
        return None
    return _as_group(scene, start, words.head[start])


def _as_group(scene: Scene, before: int, head: int) -> tuple[Party, int] | None:
    """People whose phrase begins behind word `before` and has its noun at `head`, as a group, or as the country whose side they
    are, and its end; None where a name tells who they are, or where they are nobody."""
    words = scene.words
    if head <= before or words.pos[head] not in ("NOUN", "PROPN"):
        return None
    first, last = phrase(scene, head)
    first = max(first, before + 1)
    last = next((k - 1 for k in range(head + 1, last + 1) if _leads_on(scene, k)), last)
    while last > head and words.dep[last] in ("case", "cc", "det", "punct"):
        last -= 1  # "students of" ends with what hangs on words that are cut off
    alone = first == last and words.tag[head] in ("NN", "NNP")  # "the delegation" is one told before
    nobody = {*scene.cast.references["no_group"], *scene.pack.lexicon["meetings"]["nobody"]}
    if (country := _whose_side(scene, first, head)) is not None:
        return country, last
    if (
        alone
        or not _are_people(scene, head)
        or words.lower[head] in nobody
        or any(scene.cast.is_person_at(k) for k in range(first, last + 1))
    ):
        return None
    return scene.cast.party(" ".join(words.said(first, last).split()), "group"), last


def _whose_side(scene: Scene, first: int, head: int) -> Party | None:
    """The country for which people act whose noun at `head` says that they are its side ("their Mexican counterparts")."""
    if scene.words.lower[head] not in scene.cast.references["side"]:
        return None
    hits = (scene.cast.around.name_at[k] for k in range(head - 1, first - 1, -1))
    names = (hit.phrase.country for hit in hits if hit is not None and hit.sort in ("adjective", "country"))
    return next((scene.cast.country(name) for name in names if name), None)


def _leads_on(scene: Scene, k: int) -> bool:
    """Whether word `k` no longer tells who people are, but what they do and where: a verb, or a preposition but "of" and "from"."""
    words = scene.words
    told_of_it = words.dep[k] in ("amod", "compound") and words.head[k] > k
    verb = words.pos[k] in ("VERB", "ADJ") and not told_of_it
    adverb = words.pos[k] == "ADV" and words.pos[words.head[k]] == "VERB"
    return verb or adverb or (words.dep[k] == "case" and words.lower[k] not in OF_PEOPLE)


def group_before(scene: Scene, told: int) -> tuple[Party, int] | None:
    """People whom no name tells, before the clause in which somebody met them ("the students I had a chance to meet"), as a group by
    their words, and its end."""
    words, here = scene.words, told
    for _ in range(HIGHEST):
        relative, here = words.dep[here] == "acl:relcl", words.head[here]
        if relative or here == words.head[here]:
            break
    if (
        not relative
        or not words.is_noun(here)
        or not _are_people(scene, here)
        or scene.cast.at[here]
        or scene.who(here)
    ):
        return None
    first = phrase(scene, here)[0]
    return scene.cast.party(" ".join(words.said(first, here).split()), "group"), here


def _are_people(scene: Scene, noun: int) -> bool:
    """Whether a noun may stand for people: a plural, a word for many who are one, or a title."""
    titled = scene.cast.around.title_at[noun] is not None or scene.words.lower[noun] in scene.cast.around.title_words
    return (
        titled
        or scene.words.tag[noun] in ("NNS", "NNPS")
        or scene.words.lower[noun] in scene.cast.references["collectives"]
    )


def _with(scene: Scene, told: int, last: int) -> bool:
    """Whether the other side stands behind "with" or "to"."""
    return any(scene.words.lower[k] in ("with", "to") for k in range(told + 1, last + 1))


def _named_in(scene: Scene, told: int, first: int, last: int) -> Iterator[Party]:
    """Whom the clause names, by name or reference, but for its place and its topics."""
    words = scene.words
    for k in range(first, last + 1):
        mention = scene.cast.at[k]
        if mention is not None and mention.last == k:
            if mention.sort == "person" or (mention.sort in ACTING and not _is_place(scene, mention.first)):
                yield from mention.parties
        elif mention is None and words.is_noun(k) and k != told:
            yield from scene.who(k)


def _is_place(scene: Scene, i: int) -> bool:
    before = scene.words.lower[max(i - 2, 0) : i]
    return any(word in ("in", "to", "at", "for", "on") for word in before)
