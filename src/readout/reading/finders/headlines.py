"""Headlines within the text: what the report tells again below them is found there, in its fuller words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, pairwise

from readout.model import Finding, Span
from readout.reading.scene import Scene

LINES, LONGEST = 3, 220
"""Lines that say something in which a text's headline stands, and the code points of the longest."""
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


def told_below(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without meetings of the headline that the text below tells with the same people, and the same day and place."""
    found, head = list(findings), headline(scene.report.text)
    if head is None:
        return found
    below = [f for f in found if f.kind == "meeting" and f.span.start >= head.end]
    return [f for f in found if not (head.covers(f.span) and any(_tells(scene, other, f) for other in below))]


def _tells(scene: Scene, below: Finding, above: Finding) -> bool:
    """Whether a meeting of the text is the one of its headline, which may name somebody by an office alone."""
    alike = above.kind == below.kind and above.values("kind") == below.values("kind")
    met = {str(name) for name in below.values("participants")}
    held = {_office(title) for party in scene.cast.parties if party.name in met for title, *_ in party.titles}
    same = all(name in met or _office(str(name)) in held for name in above.values("participants"))
    fits = all(above.values(role) in ((), below.values(role)) for role in ("date", "place"))
    return alike and same and fits


def _office(title: str) -> str:
    return " ".join(word for word in title.lower().split() if word != "the")
