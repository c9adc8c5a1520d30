"""Who acts: persons, countries, bodies, organisations and companies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal

from readout.model.span import Span

ActorKind = Literal["person", "country", "body", "organisation", "company", "group"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a person holds for a country or body. `span` are the words that say so; None where `source` is a table."""

    title: str
    of: str | None
    span: Span | None = None
    source: str = "text"

    def to_dict(self) -> dict[str, Any]:
        """The office as the JSON form writes it."""
        return {
            "title": self.title,
            "of": self.of,
            "span": self.span.to_list() if self.span else None,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone whom a report mentions, once for all mentions. `stands_for` are countries and bodies for which it acts."""

    name: str
    kind: ActorKind
    offices: tuple[Office, ...] = ()
    mentions: tuple[Span, ...] = ()
    stands_for: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable for the same kind and name, whatever the report."""
        return _id(self.kind, self.name)

    def to_dict(self) -> dict[str, Any]:
        """The actor as the JSON form writes it."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "offices": [office.to_dict() for office in self.offices],
            "stands_for": list(self.stands_for),
            "mentions": [span.to_list() for span in self.mentions],
        }


@lru_cache(maxsize=16_384)
def _id(kind: str, name: str) -> str:
    return sha256(f"{kind}\x1f{name}".encode()).hexdigest()[:12]
