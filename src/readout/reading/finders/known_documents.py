"""Documents that a report invokes by a name that everybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readout.model import Finding, Span
from readout.reading.actors.party import Party
from readout.reading.scene import Scene


def known_document(scene: Scene, title: Span) -> Mapping[str, Any] | None:
    """The row of the lexicon for the document whose name stands in a title; None where it knows none."""
    said = " ".join(title.of(scene.report.text).lower().replace("’", "'").split())
    return next(
        (row for name, row in scene.pack.documents.items() if name in said and _names_it(name, row, said)), None
    )


def merely_invoked(scene: Scene, finding: Finding) -> bool:
    """Whether an agreement is a document that reports call on as on a law, and no word tells what became of it ("in accordance with
    the UN Charter")."""
    row = known_document(scene, finding.span)
    return row is not None and row.get("invoked", False) and finding.values("status") == ("in force",)


def bound_by(scene: Scene, title: Span, status: str) -> tuple[Party, int] | None:
    """The state that the document of a title binds, and the nearest word that names it; None where the lexicon or the report names
    none, and where the document is signed."""
    row = known_document(scene, title)
    if row is None or "binds" not in row or status == "signed":
        return None
    first = scene.words_of(title)[0]
    named = ((party, k) for k, m in enumerate(scene.cast.at) if m for party in m.parties if party.name == row["binds"])
    return min(named, key=lambda found: abs(found[1] - first), default=None)


def _names_it(name: str, row: Mapping[str, Any], said: str) -> bool:
    """Whether a name stands in some words as whole words, and no word behind it makes it another's ("... Organization")."""
    before, _, behind = said.partition(name)
    following = behind.split()[:1]
    return not (before[-1:].isalnum() or behind[:1].isalnum()) and not set(following) & set(row.get("not_before", ()))
