"""Statements of the network that begin a little too early or too late: in the middle of an owner's name, with the manner, with who is addressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding
from readout.reading.proposals.weigh import NETWORK
from readout.reading.scene import Scene

SHORTEST = 2
"""Words of a statement in a readout that the network alone saw, below or at which it says nothing: none of 15 was one. News quotes as briefly."""
MANNER = 5
"""Words of a manner at the most ("in the strongest possible terms")."""


def well_begun(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; a statement that the network alone saw begins with the name whose "'s" it begins with, and behind "the strongest
    terms" and "the President of" in what was condemned or assured. One that is but the beginning of a quotation is left out."""
    own = list(findings)
    direct = {f.span.start: f.span.end for f in own if f.kind == "statement" and f.values("form") == ("direct",)}
    for finding in own:
        if finding.kind == "statement" and finding.span.end < direct.get(finding.span.start, 0):
            continue
        alone = finding.kind == "statement" and finding.rule.startswith(NETWORK)
        official = scene.cast.around.official
        if alone and official and len(finding.span.of(scene.report.text).split()) <= SHORTEST:
            continue
        yield _moved(scene, finding) if alone else finding


def _moved(scene: Scene, finding: Finding) -> Finding:
    first, last = scene.words_of(finding.span)
    begin = _owner(scene, first) or _behind_manner(scene, first, last) or _behind_addressee(scene, first, last)
    span = scene.span(begin, last) if begin is not None and last > begin else None
    return finding if span is None else replace(finding, span=span)


def _owner(scene: Scene, first: int) -> int | None:
    """The first word of the name whose ending the statement begins with ("Norway" before "'s full support")."""
    if first == 0 or scene.words.lower[first] not in ("'s", "’s"):
        return None
    mention = scene.cast.at[first - 1]
    return mention.first if mention is not None else first - 1


def _behind_manner(scene: Scene, first: int, last: int) -> int | None:
    """The word behind "(in) the strongest possible terms"."""
    words, cues = scene.words, scene.pack.lexicon["cues"]
    ahead = range(first, min(first + MANNER, last))
    terms = next((k for k in ahead if words.lower[k] in cues["manners"] and words.lower[first - 1] == "in"), None)
    return None if terms is None else terms + 1


def _behind_addressee(scene: Scene, first: int, last: int) -> int | None:
    """The word behind the one who is assured or informed "of" what follows."""
    words, mention = scene.words, scene.cast.at[first]
    told = first > 0 and words.lower[first - 1] in scene.pack.lexicon["cues"]["telling"]
    if not told or mention is None or mention.sort != "person" or mention.last + 2 > last:
        return None
    return mention.last + 2 if words.lower[mention.last + 1] == "of" else None
