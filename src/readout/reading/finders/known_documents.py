"""Documents that a report invokes by a name that everybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readout.model import Span
from readout.reading.scene import Scene


def known_document(scene: Scene, title: Span) -> Mapping[str, Any] | None:
    """The row of the lexicon for the document whose name stands in a title; None where it knows none."""
    said = " ".join(title.of(scene.report.text).lower().replace("’", "'").split())
    return next(
        (row for name, row in scene.pack.documents.items() if name in said and _names_it(name, row, said)), None
    )


def _names_it(name: str, row: Mapping[str, Any], said: str) -> bool:
    """Whether a name stands in some words as whole words, and no word behind it makes it another's ("... Organization")."""
    before, _, behind = said.partition(name)
    following = behind.split()[:1]
    return not (before[-1:].isalnum() or behind[:1].isalnum()) and not set(following) & set(row.get("not_before", ()))
