"""Those behind "with": the first whom a phrase names, and the list that begins there ("A of Norway, Speaker B, and C")."""

from __future__ import annotations

from itertools import pairwise

from readout.reading.actors.party import Mention, Party
from readout.reading.scene import Scene

LINKS = frozenset((",", "and", "&", "(", ")", ";"))
LONGEST_LINK = 3
FARTHEST = 24
"""Words of a title that may stand between two names of a list."""
ENDING = ("VERB", "AUX", "SCONJ")
BODIES = ("organisation", "body")
MODIFYING = ("compound", "amod", "nmod:poss", "nmod")
LONGEST_HEAD = 8
"""Words behind a name that its noun may stand away ("the U.S. hostage negotiation team")."""
NEAR = 10
"""Words behind a name in which a list of those included in it may begin."""
REACH = 28
"""Words behind "with" in which the first of them is named."""


def other_party(scene: Scene, start: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The first actors from a word on, before their phrase ends, and its last word; persons rather than the country of a
    title, with the countries that stand before them in one list."""
    words = scene.words
    states: tuple[tuple[Party, ...], int] = ((), start)
    for k in range(start, min(end, start + REACH)):
        if _phrase_ends(scene, k) or (k > start and tells_what_for(scene, k)):
            break
        mention = scene.cast.at[k]
        if mention is None and words.pos[k] in ("NOUN", "PRON") and not states[0] and k < start + 4:
            found = scene.who(k)
            if found and not named_ahead(scene, k, end) and not states_of_people(scene, k, end):
                return found, k
        if (
            mention is None
            or mention.sort in ("adjective", "capital")
            or (mention.sort == "body" and states_of_people(scene, mention.last, end))
            or (mention.sort == "people" and words.tag[k] != "NNPS")
        ):
            continue
        parties = scene.who(k)
        if mention.sort == "person" and parties:
            more, last = listed(scene, k, end)
            others, last = _people_listed(scene, max(last, _end_of(scene, parties, k, end)), end)
            more = (*more, *others)
            before = _states_in_list(scene, states, k, parties)
            named = tuple(dict.fromkeys((*before, *parties, *more)))
            return _with_included(scene, (named, last), end)
        in_turn = _states_in_turn(scene, k, end) if len(parties) > 1 or _is_of_several(scene, k) else []
        parties = tuple(dict.fromkeys((*parties, *(party for one in in_turn for party in one.parties))))
        states = states if states[0] else (parties, in_turn[-1].last if in_turn else mention.last)
    return _with_included(scene, states, end) if states[0] else states


def _is_of_several(scene: Scene, k: int) -> bool:
    """Whether a country is the first of those of a title in the plural ("the Presidents of A, B")."""
    words, of = scene.words, k - 1 - (scene.words.pos[k - 1] == "DET")
    return words.lower[of] == "of" and words.tag[of - 1] in ("NNS", "NNPS")


def _with_included(scene: Scene, states: tuple[tuple[Party, ...], int], end: int) -> tuple[tuple[Party, ...], int]:
    """The parties of a phrase with the persons, else the bodies, that it goes on to include ("officials of A, including B and C")."""
    words, (found, last) = scene.words, states
    start = next((k for k in range(last + 1, min(last + NEAR, end)) if words.lower[k] == "including"), None)
    if start is None or any(words.pos[k] in ENDING for k in range(last + 1, start)):
        return states
    for k in range(start + 1, min(start + FARTHEST, end)):
        mention = scene.cast.at[k]
        if scene.cast.is_person_at(k):
            more, last = listed(scene, k, end)
            return tuple(dict.fromkeys((*found, *more))), last
        if words.pos[k] in ENDING or words.tag[k] == "TO" or words.form[k] in (".", ";"):
            break
        if mention is not None and mention.sort in BODIES:
            found, last = (*found, *mention.parties), mention.last
    return tuple(dict.fromkeys(found)), last


def _phrase_ends(scene: Scene, k: int) -> bool:
    words = scene.words
    verb = words.pos[k] == "VERB" and words.tag[k] in ("VBD", "VBZ", "VBP")
    elsewhere = words.pos[k] == "CCONJ" and words.pos[k + 1 : k + 2] == ["ADP"]
    leading = scene.pack.lexicon["attending"]["leading"]
    described = words.dep[k] == "acl" and words.tag[k] == "VBN" and words.lower[k] not in leading
    return (
        words.form[k] in (";", ".")
        or words.tag[k] == "TO"
        or words.lower[k] in scene.cast.references["meanwhile"]
        or verb
        or elsewhere
        or described
    )


def _people_listed(scene: Scene, last: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The states whose people a list names behind its last person ("A, and senior officials from B and C"), and its last word."""
    words = scene.words
    start = last + 1 + _link(scene, last + 1)
    if start == last + 1:
        return (), last
    head = next((k for k in range(start, min(start + NEAR, end)) if words.tag[k] == "NNS"), None)
    if head is None or any(words.pos[k] in ENDING or scene.cast.is_person_at(k) for k in range(start, head)):
        return (), last
    found = states_of_people(scene, head, end)
    parties = (party for mention in found for party in mention.parties)
    return (tuple(dict.fromkeys(parties)), found[-1].last) if found else ((), last)


def states_of_people(scene: Scene, noun: int, end: int) -> list[Mention]:
    """The states for which people without names act ("officials of B and C", "heads of government from B and C"), each mention in turn."""
    words, k = scene.words, noun + 1
    k = noun + 3 if words.lower[k : k + 3 : 2] == ["of", "from"] else k
    of_many = words.tag[noun] == "NNS" and words.lower[k : k + 1] == ["of"]
    if not of_many and not (words.is_noun(noun) and words.lower[k : k + 1] == ["from"]):
        return []
    return _states_in_turn(scene, k + 1, end)


def _states_in_turn(scene: Scene, k: int, end: int) -> list[Mention]:
    """The mentions of a list of countries that begins at word `k`, in turn."""
    words, found = scene.words, list[Mention]()
    while k < end:
        k += words.pos[k] == "DET" and scene.cast.at[k] is None
        mention = scene.cast.at[k] if k < end else None
        if mention is None or mention.sort != "country" or mention.first != k:
            break
        found.append(mention)
        link = _link(scene, mention.last + 1)
        if not link:
            break
        k = mention.last + 1 + link
    return found


def tells_what_for(scene: Scene, k: int) -> bool:
    """Whether a preposition begins the encounter for which somebody was brought together ("hosted B for talks on Malta")."""
    words = scene.words
    return words.lower[k] == "for" and words.lower[words.head[k]] in scene.pack.lexicon["meetings"]["nouns"]


def _states_in_list(
    scene: Scene, states: tuple[tuple[Party, ...], int], person: int, parties: tuple[Party, ...]
) -> list[Party]:
    """The states before a person that one list names ("the Presidents of A, B, and President C of D")."""
    found, last = states
    linked = scene.words.lower[last + 1 : last + 2] in ([","], ["and"]) and last < person
    own = {party.country for party in parties}
    return [party for party in found if linked and party.kind == "country" and party.name not in own]


def _end_of(scene: Scene, parties: tuple[Party, ...], k: int, end: int) -> int:
    last = k
    for j in range(k, min(end, k + 80)):
        mention = scene.cast.at[j]
        if mention and mention.parties and mention.parties[0] in parties:
            last = j
        elif mention is None and scene.words.pos[j] in ("VERB", "SCONJ"):
            break
    return last


def with_head(scene: Scene, last: int) -> int:
    """The end of a phrase whose last name, at word `last`, stands before its noun ("Malta's Red Cross volunteers"): that noun."""
    words = scene.words
    mention = scene.cast.at[last]
    if mention is None or mention.sort == "person":
        return last
    head = words.head[mention.core[1]]
    while words.dep[head] in MODIFYING and words.head[head] > head:
        head = words.head[head]
    near = last < head <= last + LONGEST_HEAD and words.dep[mention.core[1]] in MODIFYING
    return head if near and words.pos[head] in ("NOUN", "PROPN") else last


def listed(scene: Scene, first: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The persons of the list that begins with the person named at word `first`, before word `end`, and its last word."""
    found: list[Party] = []
    here: int | None = first
    last = first
    if _between_semicolons(scene, first, end):
        return _items(scene, first, end)
    while here is not None and (mention := scene.cast.at[here]) is not None:
        found += mention.parties
        last = mention.last
        here = _next(scene, last, end)
    return tuple(dict.fromkeys(found)), _past_office(scene, last, end)


def _between_semicolons(scene: Scene, first: int, end: int) -> bool:
    """Whether semicolons part the list that begins with the person named at word `first`: two at least before its sentence ends."""
    return scene.words.form[first:end].count(";") > 1


def _items(scene: Scene, first: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The first person between each two semicolons, with one whom "and" joins, from word `first` on, and the last word of the last name."""
    found, last, looking = list[Party](), first, True
    for k in range(first, end):
        mention = scene.cast.at[k]
        beside = scene.words.lower[k - 1] == "and" and k == last + 2
        if scene.words.form[k] == ";":
            looking = True
        elif (looking or beside) and mention is not None and scene.cast.is_person_at(k):
            found, last, looking = [*found, *mention.parties], mention.last, False
    return tuple(dict.fromkeys(found)), _past_office(scene, last, end)


def _past_office(scene: Scene, last: int, end: int) -> int:
    """The last word of an office that stands behind a name ("A, Chairman of the Cohen Group"), else the name's."""
    words, k = scene.words, last + 1
    if k + 1 >= end or words.form[k] != "," or scene.cast.around.title_at[k + 1] is None:
        return last
    stops = (
        j for j in range(k + 1, end) if words.pos[j] in ENDING or words.tag[j] == "TO" or words.form[j] in ",;:.()"
    )
    stop = next(stops, end)
    return stop - 1 if stop - k <= FARTHEST and not any(scene.cast.is_person_at(j) for j in range(k, stop)) else last


def acting_together(scene: Scene, subject: int | None, verb: int) -> tuple[Party, ...]:
    """Those who act before a verb: its subject's parties, those whom "and" joins to them over their offices
    ("adviser to the President A and ambassador B"), and those together with whom they act ("A, who heads the office, together
    with B")."""
    low, first = scene.words.sentence_of[verb][0], scene.who(subject, until=verb)
    mentions = [m for k in range(low, verb) if scene.cast.is_person_at(k) and (m := scene.cast.at[k]) and m.first == k]
    if not first and mentions and subject is not None and scene.words.form[subject] in scene.cast.around.title_words:
        first = mentions[-1].parties
    found = list(first)
    for one, other in reversed(list(pairwise(mentions))):
        if set(other.parties) <= set(found) and _joined(scene, one.last, other, verb):
            found[:0] = [party for party in one.parties if party not in found]
    for one, other in pairwise(mentions):
        beside = any(
            " ".join(scene.words.lower[k : k + 2]) in scene.cast.references["together"]
            for k in range(one.last + 1, other.first)
        )
        if beside and set(one.parties) <= set(found):
            found += other.parties
    return tuple(dict.fromkeys(found))


def _joined(scene: Scene, last: int, other: Mention, end: int) -> bool:
    """Whether "and" joins somebody, whose name ends at word `last`, to another."""
    k, ahead = scene.resolver.past_country(last + 1, end), _next(scene, last, end)
    linked = "and" in scene.words.lower[k : k + 2]
    return linked and ahead is not None and other.first <= ahead <= other.last


def named_ahead(scene: Scene, i: int, end: int) -> bool:
    """Whether the title at word `i` is that of somebody whom the same phrase names ("adviser to the President, A")."""
    words = scene.words
    for j in range(i + 1, min(end, i + FARTHEST)):
        if scene.cast.is_person_at(j):
            return True
        if words.pos[j] in (*ENDING, "PRON") or words.form[j] in (".", ":", ";"):
            return False
    return False


def _next(scene: Scene, last: int, end: int) -> int | None:
    """The next name of a list whose last name ends at word `last`: of a person, else of a body that nobody stands for."""
    words = scene.words
    k = _past_place(scene, scene.resolver.past_country(last + 1, end), end)
    start = k + _link(scene, k)
    start += start > k and not scene.cast.references["once_more"].isdisjoint(words.lower[start : start + 1])
    if start == k or start >= end or (words.pos[start] in ("ADP", "SCONJ", "PRON") and words.tag[start] != "PRP$"):
        return None
    body: int | None = None
    beside = words.lower[k:start] == [","] and scene.cast.around.title_at[start] is not None
    for j in range(start, min(end, start + FARTHEST)):
        mention = scene.cast.at[j]
        if scene.cast.is_person_at(j):
            owned = words.lower[mention.last + 1 : mention.last + 2] in (["'s"], ["’s"]) if mention else False
            return None if owned else j
        if words.pos[j] in ENDING or words.form[j] in (".", ":") or (body is not None and words.lower[j] in LINKS):
            return body
        if mention is not None and mention.sort in BODIES and not beside:
            body = j
    return body


def _past_place(scene: Scene, k: int, end: int) -> int:
    """The link of a list behind the place, body or party of a name ("of Connecticut,", "of the European Council,", "(D-GA),"), else `k`."""
    words = scene.words
    if k >= end or words.lower[k] not in scene.cast.references["acting_for"]:
        return k
    for j in range(k + 1, min(k + LONGEST_HEAD, end)):
        if words.form[j] in (",", ";"):
            return j
        if words.pos[j] in (*ENDING, "PRON", "CCONJ") or words.form[j] in (".", ":") or scene.cast.is_person_at(j):
            break
    return k


def _link(scene: Scene, k: int) -> int:
    """How many words link a list from word `k` on."""
    ahead, known = scene.words.lower[k : k + LONGEST_LINK], scene.cast.references["long_links"]
    whole = next((size for size in range(LONGEST_LINK, 1, -1) if " ".join(ahead[:size]) in known), None)
    return whole or next((size for size, word in enumerate(ahead) if word not in LINKS), len(ahead))
