"""Headlines within the text: what the report tells again below them is found there, in its fuller words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, pairwise

from readout.model import Finding, Span
from readout.reading.dates.full_dates import masthead
from readout.reading.finders.meetings.again import are_apart
from readout.reading.scene import Scene

LINES, LONGEST, STAMP = 6, 220, 60
"""Lines that say something in which a text's headline stands, and the code points of the longest, and of one that but says where and when."""
LINE = re.compile(r"[^\n]*\w[^\n]*")
CLOSING = (".", "!", "?", ":", ";", ",", "…", "”", '"')
"""How a line ends that is no headline."""


def headline(text: str) -> Span | None:
    """The lines above the first sentence of a text; None where it begins with one, or is nothing but a line."""
    end = 0
    for line, _ in pairwise(islice(LINE.finditer(text), LINES + 1)):
        if line[0].rstrip().endswith(CLOSING) or len(line[0]) > LONGEST:
            break
        end = line.end()
    return Span(0, end) if end else None


def headline_of(text: str, language: str = "en") -> str:
    """The words of a text's own headline without lines that date it; empty where it has none."""
    span, date = headline(text), masthead(language).date
    lines = span.of(text).split("\n") if span else []
    return " ".join(word for line in lines if not date.search(line) or len(line) > STAMP for word in line.split())


def told_below(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without meetings of the headline that the text below tells with the same people; what only the headline says of
    day or place, the text's meeting has from it. Statements all in capitals are headings, and are left out."""
    found = [f for f in findings if f.kind != "statement" or not f.span.of(scene.report.text).isupper()]
    head = headline(scene.report.text)
    if head is None:
        return found
    above = [f for f in found if f.kind == "meeting" and head.covers(f.span)]
    below = [f for f in found if f.kind == "meeting" and f.span.start >= head.end]
    again = {one.id: other for one in above if (other := next((f for f in below if _tells(scene, f, one)), None))}
    fuller = {other.id: _completed(other, one) for one in above if (other := again.get(one.id))}
    return [fuller.get(f.id, f) for f in found if f.id not in again]


def _completed(below: Finding, above: Finding) -> Finding:
    """The text's meeting with the day or place that the headline alone says, or says more narrowly."""
    told = [role for role in ("date", "place") if above.values(role) and below.values(role) != above.values(role)]
    kept = (slot for slot in below.slots if slot.role not in told)
    return replace(below, slots=(*kept, *(slot for role in told for slot in above.all(role)))) if told else below


def _tells(scene: Scene, below: Finding, above: Finding) -> bool:
    """Whether a meeting of the text is the one of its headline, which may name somebody by an office or a country alone."""
    alike = above.kind == below.kind and above.values("kind") == below.values("kind")
    met = {str(name) for name in below.values("participants")}
    parties = [party for party in scene.cast.parties if party.name in met]
    held = {_office(title) for party in parties for title, *_ in party.titles} | {p.country for p in parties}
    same = all(name in met or name in held or _office(str(name)) in held for name in above.values("participants"))
    fits = not above.values("date") or below.values("date") in ((), above.values("date"))
    return alike and same and fits and not are_apart(scene, above, below)


def _office(title: str) -> str:
    return " ".join(word for word in title.lower().split() if word != "the")
