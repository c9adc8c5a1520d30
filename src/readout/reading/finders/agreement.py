"""Finds agreements: documents between parties, by name or by what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.scene import Scene

SMALL = frozenset(("of", "on", "for", "the", "and", "in", "to", "between", "a", "with"))
LONGEST = 16


def find(scene: Scene) -> Iterator[Finding]:
    """The agreements of a report, once each by their words."""
    (rule,) = scene.rules("agreement")
    seen: set[str] = set()
    last_word = -1
    for i, lower in enumerate(scene.words.lower):
        if lower not in rule.fields["nouns"] or i <= last_word or scene.words.pos[i] not in ("NOUN", "PROPN"):
            continue
        title = _title(scene, i)
        if title is None:
            continue
        first, last = title
        span = scene.span(first, last)
        if span is None or span.of(scene.report.text).lower() in seen:
            continue
        seen.add(span.of(scene.report.text).lower())
        last_word = last
        yield scene.finding(rule, span, _slots(scene, rule, i, first, last), (lower,))


def _title(scene: Scene, i: int) -> tuple[int, int] | None:
    """The words that name the document: a capitalised run around the noun, or the noun with "on", "between", "of friendship"."""
    words = scene.words
    if (
        (words.form[i][:1].isupper()
        and not words.form[i].isupper())
        or (words.form[i].isupper()
        and len(words.form[i]) > 2)
    ):
        first, last = i, i
        while first > 0 and _named(words.form[first - 1]) and words.sentence[first - 1] == words.sentence[i]:
            first -= 1
        while last + 1 < len(words) and last - i < LONGEST and _goes_on(scene, last + 1):
            last += 1
        while last > i and words.lower[last] in SMALL:
            last -= 1
        return (first, last) if last > first else None
    follows = words.lower[i + 1] if i + 1 < len(words) else ""
    low, high = words.edges[i]
    if follows in ("on", "between", "of") and words.lower[i] not in ("statement", "plan", "deal", "framework"):
        first = i
        while first > low and (words.pos[first - 1] in ("ADJ", "PROPN") or words.form[first - 1] == "-"):
            first -= 1
        return first, min(high, i + LONGEST)
    if (
        i
        and words.pos[i - 1] == "PROPN"
        and words.form[i - 1][:1].isupper()
        and words.sentence[i - 1] == words.sentence[i]
    ):
        mention = scene.cast.at[i - 1]
        return (
            None
            if mention and mention.sort == "person"
            else (i - 2 if i > 1 and words.form[i - 2].isdigit() else i - 1, i)
        )
    return None


def _named(form: str) -> bool:
    return (
        (form[:1].isupper()
        and form not in ("The", "This", "A", "In", "Under"))
        or form in ("-", "–", "’s", "'s")
        or form.isdigit()
    )


def _goes_on(scene: Scene, i: int) -> bool:
    words = scene.words
    if (words.form[i][:1].isupper() and words.pos[i] != "VERB") or words.form[i] in ("(", ")"):
        return words.form[i] != "(" or words.form[min(i + 1, len(words) - 1)].isupper()
    ahead = [words.form[k] for k in range(i + 1, min(i + 3, len(words)))]
    return words.lower[i] in SMALL and any(form[:1].isupper() for form in ahead) and words.lower[i] != "and"


def _slots(scene: Scene, rule: Rule, i: int, first: int, last: int) -> list[Slot]:
    words = scene.words
    kind = rule.fields["nouns"][words.lower[i]]
    return [
        Slot("kind", kind, words.span(i, i)),
        *scene.actors("parties", _parties(scene, i, first, last), first),
        _status(scene, rule, first, last),
    ]


def _parties(scene: Scene, i: int, first: int, last: int) -> list[Party]:
    named = [
        p
        for k in range(first, last + 1)
        if (m := scene.cast.at[k]) and m.sort in ("country", "adjective", "organisation")
        for p in m.parties
    ]
    if named:
        return list(dict.fromkeys(named))
    verb = scene.words.head[i]
    subject = scene.subject(verb) if scene.words.pos[verb] == "VERB" else None
    return list(scene.who(subject, until=verb)) if subject is not None else []


def _status(scene: Scene, rule: Rule, first: int, last: int) -> Slot:
    """What became of it: told by the nearest telling word before it, else it is in force."""
    words = scene.words
    low, end = words.sentence_of[first]
    for k in [*range(first - 1, max(first - 9, low - 1), -1), *range(last + 1, min(last + 7, end))]:
        for status in ("planned", "ended", "ratified", "signed", "negotiated"):
            if words.lower[k] in rule.fields[status]:
                return Slot("status", status, words.span(k, k))
    return Slot("status", "in force", words.span(first, last))
