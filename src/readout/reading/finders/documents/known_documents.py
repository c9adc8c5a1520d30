"""Documents that a report invokes by a name that everybody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readout.model import Finding, Span
from readout.reading.actors.party import Party
from readout.reading.scene import Scene

FEWEST = 2
"""States of a document between several that a report must name at the least."""


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


def bound_by(scene: Scene, title: Span, status: str) -> tuple[list[Party], int] | None:
    """The states that the lexicon tells as the parties of the document of a title, so far as the report names them, and the nearest word
    that names one; None where it tells none or the report names too few. Whom a document merely binds is no matter where it is signed.
    """
    row = known_document(scene, title)
    if row is None:
        return None
    own = _concluded(row, scene.cast.around.home) or ([row["binds"]] if "binds" in row and status != "signed" else [])
    first, said = scene.words_of(title)[0], title.of(scene.report.text)
    named = [(party, k) for k, m in enumerate(scene.cast.at) if m for party in m.parties if party.name in own]
    hidden = {name for name in own if name in said} - {party.name for party, _ in named}
    named += [
        (scene.cast.country(row["name"]), first) for row in scene.pack.lexicon["countries"] if row["name"] in hidden
    ]
    parties = list(dict.fromkeys(party for party, _ in named))
    if not parties or len(parties) < min(FEWEST, len(own)):
        return None
    return parties, min((k for _, k in named), key=lambda k: abs(k - first))


def _concluded(row: Mapping[str, Any], home: str | None) -> list[str]:
    """Between whom a document of the lexicon is: of those who joined it the outlet's own state alone, where that did, and no state that
    tells itself as its mediator."""
    joined = row.get("joined_by", ())
    told = [*row.get("between", ()), *([home] if home in joined else joined)]
    return [name for name in told if name != home or name not in row.get("mediators", ())]


def _names_it(name: str, row: Mapping[str, Any], said: str) -> bool:
    """Whether a name stands in some words as whole words, and no word behind it makes it another's ("... Organization")."""
    before, _, behind = said.partition(name)
    following = behind.split()[:1]
    return not (before[-1:].isalnum() or behind[:1].isalnum()) and not set(following) & set(row.get("not_before", ()))
