"""Finds meetings: encounters that took place, told by a verb, by a noun that a verb carries, or in passing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from readout.lang import Pack, Rule
from readout.lang.inflection import lemmas
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.actors.who import Encounter
from readout.reading.dates import Time, times
from readout.reading.finders.phrases import root
from readout.reading.scene import Scene

PLACES = ("capital", "city", "country", "seat")


@cache
def _verbs(verbs: tuple[str, ...]) -> dict[str, str]:
    return lemmas(verbs)


class Vocabulary:
    """The words of lexicon/meetings.yaml, laid out for look-up."""

    def __init__(self, pack: Pack) -> None:
        data = pack.lexicon["meetings"]
        self.data = data
        self.verbs = _verbs(tuple(data["verbs"]))
        self.light = _verbs(tuple(data["light"]))
        self.writing = _verbs(tuple(data["letter_verbs"]))
        self.discussing = _verbs(tuple(data["discussing"]))
        self.future = frozenset(data["future_words"])


def find(scene: Scene) -> Iterator[Finding]:
    """The meetings of a report, in the order of the text; each tells the scene who met."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("meeting")}
    vocabulary = Vocabulary(scene.pack)
    seen: set[tuple[frozenset[str], str]] = set()
    used: set[int] = set()
    for low, high in scene.words.sentences:
        for i in range(low, high):
            finding = _at(scene, vocabulary, rules, i, used)
            if finding is None:
                continue
            names = frozenset(str(v) for v in finding.values("participants"))
            kind = finding.one("kind")
            key = (names, str(kind.value) if kind else "")
            if key in seen and not finding.one("date"):
                continue
            seen.add(key)
            yield finding


def _at(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int, used: set[int]) -> Finding | None:
    words = scene.words
    lower, pos = words.lower[i], words.pos[i]
    if pos in ("VERB", "AUX") and lower in vocabulary.verbs and not _future(scene, vocabulary, i):
        return _by_verb(scene, vocabulary, rules["verb"], i)
    if lower in vocabulary.data["nouns"] and pos in ("NOUN", "PROPN", "VERB") and i not in used:
        return _by_noun(scene, vocabulary, rules, i)
    if pos == "VERB" and lower in vocabulary.discussing and words.tag[i] in ("VBD", "VBN"):
        return _by_discussing(scene, vocabulary, rules["discussed"], i)
    if pos == "VERB" and lower in vocabulary.writing and words.tag[i] == "VBD":
        return _by_letter(scene, vocabulary, rules["letter"], i)
    return None


def _future(scene: Scene, vocabulary: Vocabulary, verb: int) -> bool:
    words = scene.words
    near = {words.lower[k] for k in words.children[verb] if words.dep[k] in ("aux", "mark", "advmod")}
    if near & vocabulary.future:
        return True
    if words.tag[verb] == "VB" and "to" in near:
        head = words.head[verb]
        return not (
            words.dep[verb] == "advcl" and words.lower[head] in vocabulary.verbs and words.tag[head] in ("VBD", "VBN")
        )
    return words.tag[verb] in ("VB", "VBG") and words.dep[verb] not in ("advcl", "conj")


def _by_verb(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words, data = scene.words, vocabulary.data
    lemma = vocabulary.verbs[words.lower[i]]
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    if not first:
        return None
    kind = data["verbs"][lemma]
    other, last = _other_side(scene, i, lemma, data)
    if lemma in data["goes_to"]:
        place = _place(scene, i, ("to", "in", "at")) or (_object_place(scene, i) if lemma == "visit" else None)
        if place is None:
            return None
        return _finding(scene, vocabulary, rule, i, subject, first, (), kind, max(place[1], i), place)
    if not other and not (len(first) > 1 and lemma in ("meet", "speak", "confer")):
        return None
    if lemma == "speak" and not other and not _call_words(scene, vocabulary, i):
        return None
    if lemma == "welcome" and not any(p.kind == "person" for p in other):
        return None
    if lemma == "welcome" and _place(scene, i, ("to",)) is None:
        return None
    return _finding(scene, vocabulary, rule, i, subject, first, other, kind, last)


def _other_side(scene: Scene, verb: int, lemma: str, data: dict[str, object]) -> tuple[tuple[Party, ...], int]:
    """The parties behind "with" (or the object), and the last word of their phrase."""
    words = scene.words
    end = words.sentence_of[verb][1]
    for k in range(verb + 1, min(end, verb + 14)):
        if words.lower[k] in ("with", "to") and (words.lower[k] == "with" or lemma == "speak"):
            return _first_party(scene, k + 1, end)
    if lemma in data["takes_object"]:  # type: ignore[operator]
        return _first_party(scene, verb + 1, min(end, verb + 30))
    return (), verb


def _first_party(scene: Scene, start: int, end: int) -> tuple[tuple[Party, ...], int]:
    """The first actors from a word on, before the phrase ends; a person rather than the country of a title."""
    words = scene.words
    fallback: tuple[tuple[Party, ...], int] = ((), start)
    for k in range(start, min(end, start + 28)):
        mention = scene.cast.at[k]
        if mention is None or mention.sort in ("adjective", "people", "capital"):
            if (words.pos[k] in ("VERB",) and words.tag[k] in ("VBD", "VBZ", "VBP")) or words.form[k] in (";", "."):
                break
            if mention is None and words.pos[k] in ("NOUN", "PRON") and not fallback[0] and k < start + 4:
                found = scene.who(k)
                if found:
                    return found, k
            continue
        parties = scene.who(k)
        if mention.sort == "person" and parties:
            return parties, _end_of(scene, parties, k, end)
        fallback = fallback if fallback[0] else (parties, mention.last)
    return fallback


def _end_of(scene: Scene, parties: tuple[Party, ...], k: int, end: int) -> int:
    last = k
    for j in range(k, min(end, k + 80)):
        mention = scene.cast.at[j]
        if mention and mention.parties and mention.parties[0] in parties:
            last = j
        elif mention is None and scene.words.pos[j] in ("VERB", "SCONJ"):
            break
    return last


def _by_noun(scene: Scene, vocabulary: Vocabulary, rules: dict[str, Rule], i: int) -> Finding | None:
    words, data = scene.words, vocabulary.data
    head = words.head[i]
    near = {words.lower[k] for k in words.children[i]} | {words.lower[max(i - 1, 0)], words.lower[max(i - 2, 0)]}
    if near & vocabulary.future or words.dep[i] == "compound":
        return None
    kind = data["nouns"][words.lower[i]]
    light = (
        words.lower[head] in vocabulary.light
        and words.pos[head] == "VERB"
        and words.dep[i] in ("obj", "obl", "nsubj:pass", "nsubj", "xcomp")
    )
    if light and not _future(scene, vocabulary, head):
        return _carried(scene, vocabulary, rules["held"], i, head, kind)
    if words.lower[i] in data["never_in_passing"]:
        return None
    return _in_passing(scene, vocabulary, rules["noun"], i, kind)


def _carried(scene: Scene, vocabulary: Vocabulary, rule: Rule, noun: int, verb: int, kind: str) -> Finding | None:
    words = scene.words
    passive = words.dep[noun] in ("nsubj:pass", "nsubj")
    subject = None if passive else scene.subject(verb)
    first = scene.who(subject, until=verb)
    end = words.sentence_of[noun][1]
    other: tuple[Party, ...] = ()
    last = noun
    for k in range(noun + 1, min(end, noun + 16)):
        if words.lower[k] in ("with", "between"):
            other, last = _first_party(scene, k + 1, end)
            break
    if not first and not other:
        return None
    if (
        len({*first, *other}) < 2
        and kind in ("talks", "call")
        and not any(w in words.lower[noun : last + 1] for w in ("meeting",))
    ):
        return None
    return _finding(
        scene, vocabulary, rule, noun, subject if subject is not None else noun, first, other, kind, max(last, noun)
    )


def _in_passing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int, kind: str) -> Finding | None:
    """A noun with its parties: "the meeting of A with B", "A's visit to C in May", "their call on Monday"."""
    words = scene.words
    low, high = words.edges[i]
    end = words.sentence_of[i][1]
    high = min(high, i + 22)
    parties: list[Party] = []
    for k in words.children[i]:
        if words.dep[k] in ("nmod:poss", "compound", "nmod", "amod") and (
            k < i
            or (
                words.child(k, "case") is not None
                and words.lower[words.child(k, "case") or k] in ("of", "with", "between", "by")
            )
        ):
            mention = scene.cast.at[k]
            if k < i and mention is not None and mention.sort in ("adjective", "country", "person"):
                parties.extend(p for p in mention.parties if p not in parties)
            else:
                parties.extend(p for p in scene.who(k) if p not in parties)
    found = times(words.text, words.start[max(low, i - 4)], words.end[min(high, end - 1)], scene.report.date)
    place = _place(scene, i, ("to", "in", "at"), high)
    wanted = 1 if kind in ("visit", "summit") else 2
    if len(parties) < wanted or not (found or place):
        return None
    if kind == "visit" and place is None:
        return None
    first = max(low, i - 8)
    span = scene.span(first, max(high if place is None else place[1], i))
    if span is None:
        return None
    slots = [
        *scene.actors("participants", parties, i),
        Slot("kind", _kind(scene, vocabulary, kind, parties, first, high), words.span(i, i)),
    ]
    return scene.finding(rule, span, [*slots, *_where(place), *_when(found)], (words.form[i],))


def _by_discussing(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    if scene.resolver.encounters:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    persons = [p for p in first if p.kind == "person"]
    if len(persons) < 2 or scene.words.lower[subject or 0] in ("they", "leaders", "two"):
        return None
    return _finding(scene, vocabulary, rule, i, subject, tuple(persons), (), "talks", scene.words.edges[i][1])


def _by_letter(scene: Scene, vocabulary: Vocabulary, rule: Rule, i: int) -> Finding | None:
    words = scene.words
    letter = next((k for k in words.kin(i, "obj") if words.lower[k] in vocabulary.data["letters"]), None)
    if letter is None:
        return None
    subject = scene.subject(i)
    first = scene.who(subject, until=i)
    other, last = _first_party(scene, letter + 1, words.sentence_of[i][1])
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
    words = scene.words
    low, end = words.sentence_of[i]
    mention = scene.cast.at[subject] if subject is not None else None
    begin = mention.first if mention else words.edges[subject][0] if subject is not None else i
    begin = min(max(begin, low), i)
    begin = min(
        [begin, *(k for k in range(low, i) if (m := scene.cast.at[k]) and m.sort == "person" and m.parties[0] in first)]
    )
    parties = tuple(dict.fromkeys((*first, *other)))
    place = place or _place(scene, max(last - 1, i), ("in", "at"), end)
    found = times(words.text, words.start[low], words.end[end - 1], scene.report.date)
    found = [t for t in found if t.precision in ("day", "month")][:1]
    span = scene.span(begin, max(last, i))
    if span is None:
        return None
    if kind != "visit":
        scene.resolver.encounters.append(Encounter(i, parties))
    kind = _kind(scene, vocabulary, kind, parties, low, end)
    slots = [
        *scene.actors("participants", first, subject),
        *scene.actors("participants", [p for p in other if p not in first], last),
    ]
    slots.append(Slot("kind", kind, words.span(i, i)))
    return scene.finding(rule, span, [*slots, *_where(place), *_when(found)], (words.form[i],))


def _kind(
    scene: Scene, vocabulary: Vocabulary, kind: str, parties: tuple[Party, ...] | list[Party], low: int, high: int
) -> str:
    """The kind, mended by the clause's words and by who took part."""
    if kind in ("visit", "correspondence", "ceremony"):
        return kind
    near = scene.words.lower[low : min(high, low + 70)]
    if kind in ("talks", "call") and any(word in vocabulary.data["call_words"] for word in near):
        return "call"
    if kind == "call":
        return kind
    countries = {p.country or p.name for p in parties}
    if kind == "talks" and (any(word in ("trilateral", "quadrilateral") for word in near) or len(countries) > 2):
        return "summit"
    if kind == "talks" and parties and all(_below_minister(scene, p) for p in parties):
        return "consultations"
    return kind


def _below_minister(scene: Scene, party: Party) -> bool:
    levels = scene.pack.level_of_title
    known = [levels[w] for title, *_ in party.titles for w in _title_forms(title) if w in levels]
    return bool(known) and known[0] == "official"


def _title_forms(title: str) -> Iterator[str]:
    parts = title.lower().split()
    for size in range(len(parts), 0, -1):
        yield " ".join(parts[:size])


def _call_words(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    low, end = scene.words.sentence_of[i]
    return any(word in vocabulary.data["call_words"] for word in scene.words.lower[low:end])


def _place(scene: Scene, i: int, prepositions: tuple[str, ...], stop: int | None = None) -> tuple[Slot, int] | None:
    """The place behind a preposition after word `i`, city before country, and its last word."""
    words = scene.words
    end = min(words.sentence_of[i][1], (stop or i + 30) + 1)
    for k in range(i + 1, end):
        if words.lower[k] not in prepositions:
            continue
        for j in (k + 1, k + 2):
            hit = scene.cast.around.name_at[j] if j < end else None
            if hit and hit.first == j and hit.sort in PLACES and not (hit.sort == "country" and words.lower[k] == "at"):
                value = (
                    hit.phrase.value
                    if hit.sort != "seat"
                    else (scene.pack.capital(hit.phrase.country) or hit.phrase.value)
                )
                return Slot("place", value, words.span(hit.first, hit.last)), hit.last
    return None


def _object_place(scene: Scene, i: int) -> tuple[Slot, int] | None:
    for k in range(i + 1, min(i + 4, len(scene.words))):
        hit = scene.cast.around.name_at[k]
        if hit and hit.sort in PLACES:
            return Slot("place", hit.phrase.value, scene.words.span(hit.first, hit.last)), hit.last
    return None


def _where(place: tuple[Slot, int] | None) -> list[Slot]:
    return [place[0]] if place else []


def _when(found: list[Time]) -> list[Slot]:
    first = found[0] if found else None
    return [Slot("date", first.value, first.span, precision=first.precision, how="worked out")] if first else []


def slots_of_meeting(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of an encounter given by the clause that reports it: participants, kind, place and date."""
    words = scene.words
    vocabulary = Vocabulary(scene.pack)
    verb, kind = _told_in(scene, vocabulary, first, last)
    parties = _named_in(scene, verb, first, last)
    place = _place(scene, first, ("to", "in", "at"), last)
    end = words.sentence_of[last][1]
    found = times(words.text, words.start[first], words.end[last], scene.report.date)
    found = found or times(words.text, words.start[words.sentence_of[first][0]], words.end[end - 1], scene.report.date)
    found = [time for time in found if time.precision in ("day", "month")]
    kind = _kind(scene, vocabulary, kind, parties, first, last + 1)
    slots = scene.actors("participants", parties, verb)
    return [*slots, Slot("kind", kind, words.span(verb, verb)), *_where(place), *_when(found)]


def _told_in(scene: Scene, vocabulary: Vocabulary, first: int, last: int) -> tuple[int, str]:
    """The word that tells the encounter, and its kind: a noun that a light verb carries before the verb itself."""
    words, data = scene.words, vocabulary.data
    nouns = [k for k in range(first, last + 1) if words.lower[k] in data["nouns"] and words.pos[k] != "ADJ"]
    verbs = [k for k in range(first, last + 1) if words.lower[k] in vocabulary.verbs and words.pos[k] == "VERB"]
    carried = [k for k in nouns if words.lower[words.head[k]] in vocabulary.light]
    if verbs and not carried:
        return verbs[0], data["verbs"][vocabulary.verbs[words.lower[verbs[0]]]]
    if nouns:
        told = (carried or nouns)[0]
        return told, data["nouns"][words.lower[told]]
    return root(scene, first, last), "talks"


def _named_in(scene: Scene, told: int, first: int, last: int) -> list[Party]:
    """The subject, and the persons of the clause; where it names none, its countries and bodies that are no place."""
    words = scene.words
    verb = told if words.pos[told] == "VERB" else words.head[told]
    subject = scene.subject(verb) if words.pos[verb] == "VERB" else None
    parties = list(scene.who(subject, until=verb)) if subject is not None else []
    mentions = [m for k in range(first, last + 1) if (m := scene.cast.at[k]) and m.last == k]
    persons = [p for m in mentions if m.sort == "person" for p in m.parties]
    if not persons:
        persons = [
            p
            for m in mentions
            if m.sort in ("country", "organisation", "body", "people") and not _is_place(scene, m.first)
            for p in m.parties
        ]
        persons += [
            p
            for k in range(first, last + 1)
            if scene.cast.at[k] is None and words.is_noun(k) and k != told
            for p in scene.who(k)
        ]
    return list(dict.fromkeys([*parties, *persons]))


def _is_place(scene: Scene, i: int) -> bool:
    before = scene.words.lower[max(i - 2, 0) : i]
    return any(word in ("in", "to", "at", "for") for word in before)
