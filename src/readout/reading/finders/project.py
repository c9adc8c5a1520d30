"""Finds projects: joint undertakings of economic, technical, cultural or military kind."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.scene import Scene

LONGEST = 18


def find(scene: Scene) -> Iterator[Finding]:
    """The projects of a report, once each by their words."""
    (rule,) = scene.rules("project")
    seen: set[str] = set()
    for i, lower in enumerate(scene.words.lower):
        if lower not in rule.fields["nouns"] or scene.words.pos[i] not in ("NOUN", "PROPN"):
            continue
        name = _name(scene, rule, i)
        span = scene.span(*name) if name else None
        if name is None or span is None or span.of(scene.report.text).lower() in seen:
            continue
        seen.add(span.of(scene.report.text).lower())
        named = [p for k in range(name[0], name[1] + 1) if (m := scene.cast.at[k]) for p in m.parties]
        slots = [*scene.actors("participants", named, name[0]), _status(scene, rule, *name)]
        yield scene.finding(rule, span, slots, (lower,))


def _name(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """A capitalised run of two words or more that ends with the noun; or a joint project with what it is about."""
    words = scene.words
    first = i
    while first > 0 and _capital(words.form[first - 1]) and words.sentence[first - 1] == words.sentence[i]:
        first -= 1
    if words.form[first] in ("-", "(", ")", "’s", "'s"):
        first += 1
    if (i - first >= 2 and words.form[i][:1].isupper()) or (i - first >= 1 and words.lower[i] in rule.fields["common"]):
        return first, i
    low, high = words.edges[i]
    if words.lower[i] in rule.fields["common"] and any(words.lower[k] in rule.fields["joint"] for k in range(low, i)):
        start = next(k for k in range(low, i + 1) if words.pos[k] in ("ADJ", "NOUN", "PROPN"))
        return start, min(high, i + LONGEST)
    return None


def _capital(form: str) -> bool:
    return (form[:1].isupper() and form not in ("The", "This", "A", "In")) or form in ("-", "(", ")") or form.isdigit()


def _status(scene: Scene, rule: Rule, first: int, last: int) -> Slot:
    words = scene.words
    low, end = words.sentence_of[first]
    for k in [*range(first - 1, max(first - 8, low - 1), -1), *range(last + 1, min(last + 5, end))]:
        for status in ("stalled", "completed", "planned"):
            if words.lower[k] in rule.fields[status]:
                return Slot("status", status, words.span(k, k))
    return Slot("status", "underway", words.span(first, last))
