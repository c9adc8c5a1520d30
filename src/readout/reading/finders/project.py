"""Finds projects: joint undertakings of economic, technical, cultural or military kind."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.finders.phrases import ABBREVIATED, capital, capitals, phrase, reach, root
from readout.reading.scene import Scene

STATUSES = ("underway", "stalled", "completed", "planned")
BEFORE, AFTER = 8, 5
FAR = 25
"""Words behind a heading among which what is told of it says how far it is."""
BULLETS = frozenset(("-", "–", "•", "*"))
HEADING = "told below its heading"
COMING = ("VB", "VBG")
"""Forms of a verb of beginning that tell what is still to come ("to launch", "creating")."""
MADE = ("obj", "nsubj:pass", "nmod")
OTHERS = ("country", "adjective", "person", "people")


def find(scene: Scene) -> Iterator[Finding]:
    """The projects of a report, once each by their words."""
    seen: list[str] = []
    last_word = -1
    for i, lower in enumerate(scene.words.lower):
        for rule in scene.rules("project"):
            name = _name(scene, rule, i) if lower in rule.fields["nouns"] and i > last_word else None
            span = scene.span(*name) if name else None
            if name is None or span is None:
                continue
            last_word = name[1]
            said = span.of(scene.report.text).lower()
            if not any(said in other for other in seen):
                slots = [*_participants(scene, i, *name), _status(scene, rule, *name)]
                yield scene.finding(rule, span, slots, (lower,))
            seen.append(said)
            break


def _name(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """The words that name an undertaking by a rule, where they do."""
    words = scene.words
    first, _ = phrase(scene, i)
    around = {words.lower[k] for k in range(max(first - 3, words.sentence_of[i][0]), i)}
    if rule.id.endswith(".known"):
        following = words.lower[i + 1] if i + 1 < len(words) else ""
        pair = following in rule.words("second") or not rule.words("second")
        return _known(scene, i) if pair and words.form[i][:1].isupper() else None
    described = rule.id.endswith(".described") and words.form[i][:1].isupper()
    part = rule.id.endswith(".built") and words.dep[i] == "compound"
    beside = rule.fields.get("only", {}).get(words.lower[i])
    alone = beside is not None and words.lower[i - 1] not in beside
    if not words.is_noun(i) or described or part or alone or around & rule.words("not_with"):
        return None
    if rule.id.endswith(".named"):
        return _named(scene, rule, i, first)
    if rule.id.endswith(".construction"):
        return _construction(scene, rule, i)
    if rule.id.endswith(".created"):
        return _created(scene, rule, i, first)
    if rule.id.endswith(".built"):
        return (first, i) if around & rule.words("building") else None
    count = sum(words.pos[k] in ("ADJ", "NOUN", "PROPN", "VERB") for k in range(first, i))
    joint = any(words.lower[k] in rule.words("joint") for k in range(first, i))
    tail = i + 1 < len(words) and words.lower[i + 1] in rule.words("tails")
    told = tail and words.lower[i] in rule.words("common")
    told = told and (count > 0 or words.lower[i + 1] in rule.words("tells"))
    last = reach(scene, i, i) if tail else i
    may = joint or ((told or count >= rule.fields["many"]) and not _any_number(scene, i, first, last))
    return (first, last) if may else None


def _any_number(scene: Scene, i: int, first: int, last: int) -> bool:
    """Whether words tell of any number of things without a name or a count ("programs on training", "projects in agriculture")."""
    words = scene.words
    named = any(words.form[k][:1].isupper() or words.pos[k] == "NUM" for k in range(first, last + 1))
    return words.tag[i] == "NNS" and not named


def _construction(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """The building of one thing or of a number of things ("construction of a bridge over the Tisza")."""
    words = scene.words
    if i + 2 >= len(words) or words.lower[i + 1] not in rule.words("of"):
        return None
    counted = words.lower[i + 2] in rule.words("one") or words.pos[i + 2] == "NUM"
    return (i, reach(scene, i, i)) if counted else None


def _created(scene: Scene, rule: Rule, i: int, first: int) -> tuple[int, int] | None:
    """An undertaking that is the object of a word of making ("will create a task force on ports")."""
    words = scene.words
    if words.dep[i] not in MADE:
        return None
    if words.lower[words.head[i]] not in rule.words("makes") or first == i:
        return None
    tail = i + 1 < len(words) and words.lower[i + 1] in rule.words("tails")
    return first, reach(scene, i, i) if tail else i


def _known(scene: Scene, i: int) -> tuple[int, int]:
    """A name that the rule knows, with the number after it; with the noun that it describes, if any."""
    words = scene.words
    last = i + 1
    if last + 1 < len(words) and words.form[last + 1].isdigit():
        last += 1
    head = words.head[i]
    return i, head if i < head <= last + ABBREVIATED and words.pos[head] == "NOUN" else last


def _named(scene: Scene, rule: Rule, i: int, first: int) -> tuple[int, int] | None:
    """A noun with a name before it or, where the noun is itself a part of the name, around it."""
    words = scene.words
    if words.form[i][:1].isupper():
        low, high = capitals(scene, i, rule.words("small"))
        run = {words.lower[k] for k in range(low, high + 1)}
        short = high - low < 3 and words.lower[i] in rule.words("long")
        if high == low or short or run & rule.words("bodies"):
            return None
        after = words.lower[high + 1] if high + 1 < len(words) else ""
        return low, reach(scene, i, high) if high - low == 1 and after in rule.words("aims") else high
    if words.lower[i] in rule.words("formal"):
        return None
    first = min(first, capitals(scene, _before_brackets(scene, i, rule.words("small")), frozenset())[0])
    proper = [k for k in range(first, i) if words.form[k][:1].isupper() or words.form[k].isdigit()]
    own = [k for k in proper if (m := scene.cast.at[k]) is None or m.sort not in OTHERS]
    return (first, i) if any(words.form[k][:1].isupper() for k in own) else None


def _before_brackets(scene: Scene, i: int, small: frozenset[str]) -> int:
    """The first word of a name with its abbreviation in brackets before word `i`; the word itself where none stands there."""
    words = scene.words
    if words.form[i - 1] != ")" or i < ABBREVIATED + 1:
        return i
    k = next((k for k in range(i - 1, max(i - 5, 0), -1) if words.form[k] == "("), i) - 1
    while k > 1 and (capital(words.form[k - 1]) or (words.lower[k - 1] in small and capital(words.form[k - 2]))):
        k -= 1
    return k


def _status(scene: Scene, rule: Rule, first: int, last: int) -> Slot:
    """How far it is: told by the nearest telling word, else it is underway."""
    words = scene.words
    low, end = words.sentence_of[first]
    below = _told_below(scene, rule, first, last)
    if below is not None:
        return below
    for k in [*range(first - 1, max(first - BEFORE, low - 1), -1), *_behind(scene, rule, first, last, end)]:
        status = _told(scene, rule, k, first <= k <= last)
        if status is not None:
            return Slot("status", status, words.span(k, k))
    return Slot("status", "underway", words.span(first, last))


def _told_below(scene: Scene, rule: Rule, first: int, last: int) -> Slot | None:
    """How far the undertaking is that stands as a heading before what is told of it ("- Open Harbours: The governments will ...")."""
    words, text = scene.words, scene.report.text
    opens = first == 0 or words.form[first - 1] in BULLETS or "\n" in text[words.end[first - 1] : words.start[first]]
    colon = last + 1
    if words.form[colon : colon + 1] == ["("]:
        colon = next(
            (k + 1 for k in range(colon, min(colon + ABBREVIATED * 2, len(words))) if words.form[k] == ")"), colon
        )
    if not opens or words.form[colon : colon + 1] not in ([":"], ["."]):
        return None
    for k in range(colon + 1, min(colon + FAR, len(words))):
        if k > colon + 1 and "\n" in text[words.end[k - 1] : words.start[k]]:
            break
        status = _told(scene, rule, k, False)
        if status is not None:
            return Slot("status", status, words.span(k, k), how=HEADING)
    return None


def _behind(scene: Scene, rule: Rule, first: int, last: int, end: int) -> Iterator[int]:
    """The words of a name and those behind it; what a thing with a proper name will do is no plan ("which will link the ports")."""
    proper = any(scene.words.pos[k] == "PROPN" for k in range(first, last + 1))
    for k in range(first, min(last + AFTER, end)):
        if proper and k > last and scene.words.lower[k] in rule.words("clauses"):
            return
        yield k


def _told(scene: Scene, rule: Rule, k: int, inside: bool) -> str | None:
    """How far an undertaking is by one word, if it tells."""
    words = scene.words
    if words.lower[k] in rule.words("begun") and words.tag[k] in COMING:
        return "planned"
    if inside and words.pos[k] in ("NOUN", "PROPN"):
        return None
    return next((status for status in STATUSES if words.lower[k] in rule.fields[status]), None)


def slots_of_project(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of an undertaking given by its name: who takes part, and how far it is."""
    rule = scene.rules("project")[-1]
    return [*_participants(scene, root(scene, first, last), first, last), _status(scene, rule, first, last)]


def _participants(scene: Scene, i: int, first: int, last: int) -> list[Slot]:
    """Those who have or run the undertaking, where the sentence says so, and those whom its name names."""
    words, verb = scene.words, scene.words.head[i]
    holds = words.dep[i] == "obj" and words.pos[verb] == "VERB" and words.head[verb] != i
    subject = scene.subject(verb) if holds else None
    owners = scene.who(subject, until=verb) if subject is not None else ()
    owners = tuple(p for p in owners if p.kind != "person")
    named = [p for k in range(first, last + 1) if (m := scene.cast.at[k]) for p in m.parties if p not in owners]
    return [*scene.actors("participants", owners, subject), *scene.actors("participants", named, first)]
