"""Documents that a report invokes by a name that everybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readout.model import Finding, Span
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


def _names_it(name: str, row: Mapping[str, Any], said: str) -> bool:
    """Whether a name stands in some words as whole words, and no word behind it makes it another's ("... Organization")."""
    before, _, behind = said.partition(name)
    following = behind.split()[:1]
    return not (before[-1:].isalnum() or behind[:1].isalnum()) and not set(following) & set(row.get("not_before", ()))
