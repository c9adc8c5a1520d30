"""Finds meetings: encounters that took place, told by a verb, by a noun that a verb carries, or in passing."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.actors.who import Encounter
from readout.reading.finders.attendance import group_behind, told_before
from readout.reading.finders.encounter import (
    Vocabulary,
    call_words,
    carries,
    needs,
    object_place,
    place_by_name,
    place_of,
    tells_itself,
    took_place,
    where,
)
from readout.reading.finders.formats import kind_of
from readout.reading.finders.listing import acting_together, other_party, with_head
from readout.reading.finders.occasion import date_of, said, when
from readout.reading.finders.owners import owners_of, partner
from readout.reading.finders.table import greeting
from readout.reading.scene import Scene


def find(scene: Scene) -> Iterator[Finding]:
    """The meetings of a report, in the order of the text; each tells the scene who met."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("meeting")}
    vocabulary = Vocabulary(scene.pack)
    seen: set[tuple[frozenset[str], str]] = set()
    for low, high in scene.words.sentences:
        for i in range(low, high):
            finding = _at(scene, vocabulary, rules, i)
            if finding is None:
                continue
            names = frozenset(str(v) for v in finding.values("participants"))
            kind = finding.one("kind")
            key = (names, str(kind.value) if kind else "")
            if key in seen and not finding.one("date"):
                continue
            seen.add(key)
            yield finding
    yield from greeting(scene, vocabulary, rules["greeting"])


def _at(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int) -> Finding | None:
    words = scene.words
    lower, pos = words.lower[i], words.pos[i]
    if pos in ("VERB", "AUX") and tells_itself(scene, vocabulary, i):
        told = took_place(scene, i) and not _future(scene, vocabulary, i) and not needs(scene, vocabulary, i)
        return _by_verb(scene, vocabulary, rules["verb"], i) if told else None
    if lower in vocabulary.data["nouns"] and pos in ("NOUN", "PROPN", "VERB"):
        return _by_noun(scene, vocabulary, rules, i)
    if pos == "VERB" and lower in vocabulary.discussing and words.tag[i] in ("VBD", "VBN"):
        return _by_discussing(scene, vocabulary, rules["discussed"], i)
    if pos == "VERB" and lower in vocabulary.writing and words.tag[i] == "VBD":
        return _by_letter(scene, vocabulary, rules["letter"], i)
    return None


def _future(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    words = scene.words
    near = {words.lower[k] for k in words.children[verb] if words.dep[k] in ("aux", "mark", "advmod")}
    if near & vocabulary.future or _hoped(scene, vocabulary, verb):
        return True
    if words.tag[verb] == "VB" and "to" in near:
        head = words.head[verb]
        return not (
            words.dep[verb] == "advcl" and words.lower[head] in vocabulary.verbs and words.tag[head] in ("VBD", "VBN")
        )
    if (words.tag[verb], words.dep[verb]) in (("VB", "conj"), ("VBG", "advcl")) and not near & vocabulary.future:
        head = words.head[verb]
        return head != verb and words.pos[head] == "VERB" and _future(scene, vocabulary, head)
    return words.tag[verb] in ("VB", "VBG") and words.dep[verb] not in ("advcl", "conj")


def _hoped(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    """ "Looks forward to welcoming": what hangs on a word of hope or plan did not take place."""
    words, here = scene.words, i
    for _ in range(3):
        here = words.head[here]
        if words.lower[here] in vocabulary.hopes:
            return True
    return False


def _by_verb(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words, data = scene.words, vocabulary.data
    lemma = vocabulary.verbs[words.lower[i]]
    subject = scene.subject(i)
    first = acting_together(scene, subject, i)
    if not first:
        return None
    kind = data["verbs"][lemma]
    other, last = _other_side(scene, i, lemma, data)
    last = with_head(scene, last) if other else i
    if lemma in data["goes_to"]:
        place = place_of(scene, i, ("to", "in", "at")) or (object_place(scene, i) if lemma == "visit" else None)
        place = place or place_by_name(scene, i, ("to", "in", "at"))
        if place is None:
            return None
        return _finding(scene, vocabulary, rule, i, subject, first, (), kind, max(place[1], i), place)
    if not other and lemma == "meet" and (group := group_behind(scene, i, "with")):
        other, last = (group[0],), group[1]
    if not other and not (len(first) > 1 and lemma in ("meet", "speak", "confer")):
        return None
    if lemma == "speak" and not other and not call_words(scene, vocabulary, i):
        return None
    lasting = words.tag[i] in ("VBZ", "VBP") and lemma == "host"
    if (lemma in ("welcome", "receive") or lasting) and not any(p.kind == "person" for p in other):
        return None
    if lemma == "welcome" and place_of(scene, i, ("to",)) is None:
        return None
    return _finding(scene, vocabulary, rule, i, subject, first, other, kind, last)


def _other_side(scene: Scene, verb: int, lemma: str, data: dict[str, object]) -> tuple[tuple[Party, ...], int]:
    """The parties behind "with" (or the object), and the last word of their phrase."""
    words = scene.words
    end = words.sentence_of[verb][1]
    for k in range(verb + 1, min(end, verb + 14)):
        if _another(scene, k):
            break
        if words.lower[k] in ("with", "to") and (words.lower[k] == "with" or lemma == "speak"):
            return other_party(scene, k + 1, end)
    if lemma in data["takes_object"]:  # type: ignore[operator]
        return other_party(scene, verb + 1, min(end, verb + 30))
    return (), verb


def _by_noun(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int) -> Finding | None:
    words, data = scene.words, vocabulary.data
    head = words.head[i]
    near = {words.lower[k] for k in words.children[i]} | {words.lower[max(i - 1, 0)], words.lower[max(i - 2, 0)]}
    if near & vocabulary.future or words.dep[i] == "compound" or _hoped(scene, vocabulary, i):
        return None
    if words.lower[i] in ("call", "calls") and (
        words.pos[i] == "VERB" or words.lower[i + 1 : i + 2] in (["to"], ["for"], ["on"])
    ):
        return None
    if words.lower[i] == "conference" and not near & vocabulary.call_words:
        return None
    kind = data["nouns"][words.lower[i]]
    if carries(scene, vocabulary, head, i):
        if _future(scene, vocabulary, head) or not took_place(scene, head):
            return None
        return _carried(scene, vocabulary, rules["held"], i, head, kind)
    if (found := _during(scene, vocabulary, rules["noun"], i, kind)) is not None:
        return found
    if words.lower[i] in data["never_in_passing"] and not _between_persons(scene, i):
        return None
    return _in_passing(scene, vocabulary, rules["noun"], i, kind)


def _carried(scene: Scene, vocabulary: Vocabulary, rule: Rule, noun: int, verb: int, kind: str) -> Finding | None:
    words = scene.words
    passive = words.dep[noun] in ("nsubj:pass", "nsubj")
    subject = None if passive else scene.subject(verb)
    first = tuple(owners_of(scene, noun)) if passive else acting_together(scene, subject, verb)
    other, last = _behind(scene, noun, "with", "between")
    last = with_head(scene, last)
    if not other and not passive:
        other, last = tuple(p for p in owners_of(scene, noun) if p not in first), noun
    if not first and not other:
        return None
    alone = len({*first, *other}) < 2 and kind in ("talks", "call")
    if alone and not any(w in words.lower[noun : last + 1] for w in ("meeting",)):
        return None
    if alone and last == noun:
        group = group_behind(scene, noun, "with")
        other, last = ((group[0],), group[1]) if group else (other, last)
    return _finding(
        scene, vocabulary, rule, noun, subject if subject is not None else noun, first, other, kind, max(last, noun)
    )


def _behind(scene: Scene, noun: int, *prepositions: str) -> tuple[tuple[Party, ...], int]:
    """The parties behind a preposition after a noun, and the last word of their phrase."""
    words = scene.words
    end = words.sentence_of[noun][1]
    for k in range(noun + 1, min(end, noun + 16)):
        if _another(scene, k):
            break
        if words.lower[k] in prepositions:
            return other_party(scene, k + 1, end)
    return (), noun


def _another(scene: Scene, k: int) -> bool:
    """Whether another clause is told from word `k` on."""
    return scene.words.form[k] == ";" or (scene.words.pos[k] == "VERB" and scene.words.tag[k] in ("VBD", "VBZ", "VBP"))


def _in_passing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int, kind: str) -> Finding | None:
    """A noun with its parties: "the meeting of A with B", "A's visit to C in May", "their call on Monday"."""
    words = scene.words
    low, high = words.edges[i]
    end = words.sentence_of[i][1]
    high = min(high, i + 22)
    other = [p for k in words.kin(i, "nmod", "obl") if k > i and _case(scene, k) == "with" for p in scene.who(k)]
    parties = list(dict.fromkeys([*owners_of(scene, i), *other]))
    before = [words.lower[k] for k in range(max(low, i - 4), i)]
    if other and kind != "visit" and not any(owners_of(scene, i)):
        parties = [*partner(scene, i), *parties]
    found = said(scene, i, max(low, i - 8), min(high, end - 1))
    place = place_of(scene, i, ("to", "in", "at"), high)
    recent = any(word in vocabulary.data["past_words"] for word in before)
    parties = parties or _who_met(scene, i, before, kind, bool(place or found), recent)
    wanted = 1 if kind in ("visit", "summit") else 2
    if len(parties) < wanted or not (
        found
        or place
        or (recent and kind != "summit")
        or _is_call(vocabulary, kind, before)
        or _between_persons(scene, i)
    ):
        return None
    if kind == "visit" and place is None and not recent:
        return None
    first = max(low, i - 8)
    span = scene.span(first, max(high if place is None else place[1], i))
    if span is None:
        return None
    slots = [
        *scene.actors("participants", parties, i),
        Slot("kind", kind_of(scene, vocabulary, (i, kind), parties, high), words.span(i, i)),
    ]
    return scene.finding(rule, span, [*slots, *where(place), *when(found)], (words.form[i],))


def _between_persons(scene: Scene, noun: int) -> bool:
    """Whether a noun names two who met: "the conversation between A and B"."""
    pair = (p for k in scene.words.kin(noun, "nmod") if _case(scene, k) == "between" for p in scene.who(k))
    return len({p for p in pair if p.kind == "person"}) > 1


def _during(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int, kind: str) -> Finding | None:
    """ "During a telephone conversation, A congratulated B", before any meeting: the subject and the other person of the clause."""
    words, verb = scene.words, scene.words.head[i]
    before = words.lower[max(words.sentence_of[i][0], i - 4) : i]
    if (
        words.dep[i] != "obl"
        or not _is_call(vocabulary, kind, before)
        or scene.resolver.encounters
        or any(owners_of(scene, i))
    ):
        return None
    subject = scene.subject(verb)
    first = scene.who(subject, until=verb) if subject is not None else ()
    other, last = other_party(scene, verb + 1, words.sentence_of[verb][1])
    other = tuple(p for p in other if p.kind == "person" and p not in first)
    return _finding(scene, vocabulary, rule, i, subject, first, other, "call", last) if first and other else None


def _case(scene: Scene, i: int) -> str | None:
    case = scene.words.child(i, "case")
    return None if case is None else scene.words.lower[case]


def _is_call(vocabulary: Vocabulary, kind: str, before: list[str]) -> bool:
    """Whether the words name the format: a call is one by its noun."""
    return kind == "call" or any(word in vocabulary.data["call_words"] for word in before)


def _who_met(scene: Scene, i: int, before: list[str], kind: str, told: bool, recent: bool) -> list[Party]:
    """ "The recent meeting in Kyiv": those who met, where no one is named and a place or a time is."""
    met = [e.parties for e in scene.resolver.encounters if e.at <= i]
    if kind == "visit" or not (told and recent) or not met or "the" not in before:
        return []
    return list(met[-1])


def _by_discussing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    if scene.resolver.encounters:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    persons = [p for p in first if p.kind == "person"]
    if len(persons) < 2 or scene.words.lower[subject or 0] in ("they", "leaders", "two"):
        return None
    kind = told_before(scene, vocabulary, i)
    return _finding(scene, vocabulary, rule, i, subject, tuple(persons), (), kind, scene.words.edges[i][1])


def _by_letter(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words = scene.words
    letter = next((k for k in words.kin(i, "obj") if words.lower[k] in vocabulary.data["letters"]), None)
    if letter is None:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    other, last = other_party(scene, letter + 1, words.sentence_of[i][1])
    if not first or not other:
        return None
    return _finding(scene, vocabulary, rule, i, subject, first, other, "correspondence", last)


def _finding(
    scene: Scene,
    vocabulary: Vocabulary,
    rule: Rule,
    i: int,
    subject: int | None,
    first: tuple[Party, ...],
    other: tuple[Party, ...],
    kind: str,
    last: int,
    place: tuple[Slot, int] | None = None,
) -> Finding | None:
    begin = _opening(scene, i, subject, first)
    parties = tuple(dict.fromkeys((*first, *other)))
    place = place or place_of(scene, max(last - 1, i), ("in", "at"), _purpose(scene, max(last, i)))
    place = place or place_of(scene, i, ("in", "at"), max(last, i))
    span = scene.span(begin, max(last, i))
    if span is None:
        return None
    if kind != "visit":
        scene.resolver.encounters.append(Encounter(i, parties))
    slots = [
        *scene.actors("participants", first, subject),
        *scene.actors("participants", [p for p in other if p not in first], last),
        Slot("kind", kind_of(scene, vocabulary, (i, kind), parties, max(last, i)), scene.words.span(i, i)),
        *where(place),
        *date_of(scene, i, begin, max(last, i)),
    ]
    return scene.finding(rule, span, slots, (scene.words.form[i],))


def _second(scene: Scene, i: int) -> int | None:
    """The verb that begins what was done on a visit, by the same subject ("visited Riga and met with A"), where word `i` tells it."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)
    verb = i if words.pos[i] == "VERB" else words.head[i]
    head = words.head[verb]
    joined = (
        words.pos[verb] == "VERB" and words.dep[verb] == "conj" and words.child(verb, "nsubj", "nsubj:pass") is None
    )
    goes = vocabulary.verbs.get(words.lower[head]) in vocabulary.data["goes_to"]
    return verb if joined and head < verb <= i and goes and tells_itself(scene, vocabulary, head) else None


def _purpose(scene: Scene, last: int) -> int:
    """The word behind a clause with which the purpose begins ("to discuss the situation in"), else the sentence's end."""
    end = scene.words.sentence_of[last][1]
    return next((k for k in range(last + 1, end) if scene.words.tag[k] == "TO"), end)


def _opening(scene: Scene, i: int, subject: int | None, first: tuple[Party, ...]) -> int:
    """The first word of the clause that word `i` tells: "to" where it has that, else the first of those who act in it."""
    words = scene.words
    low = words.sentence_of[i][0]
    if (alone := _second(scene, i)) is not None:
        return alone
    to = next((k for k in words.kin(i, "mark") if words.lower[k] == "to"), None)
    if to is not None and subject is not None and subject < to:
        return to
    mention = scene.cast.at[subject] if subject is not None else None
    begin = mention.first if mention else words.edges[subject][0] if subject is not None else i
    begin = min(max(begin, low), i)
    if to is not None:
        return begin
    low = words.head[i] + 1 if subject is not None and words.head[i] < subject else low
    acting = (k for k in range(low, i) if (m := scene.cast.at[k]) and m.sort == "person" and m.parties[0] in first)
    return min(begin, next(acting, begin))
