"""Rules as data: each has an id, a sentence that says what it finds, and an example of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from readout.model import LanguageDataError


@dataclass(frozen=True)
class Rule:
    """One rule of one kind. `slots` are values that it sets; `fields` all else that its file says for its finder."""

    id: str
    kind: str
    says: str
    example: str
    finds: dict[str, Any]
    score: float = 0.5
    fields: dict[str, Any] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """A list of words of the rule, as a set."""
        return frozenset(self.fields.get(name, ()))

    def __hash__(self) -> int:
        return hash(self.id)


def rules_of(kind: str, rows: list[dict[str, Any]]) -> tuple[Rule, ...]:
    """The rules of one file; LanguageDataError where an entry lacks what every rule must have."""
    rules = []
    for row in rows:
        lacking = [key for key in ("id", "says", "example", "finds") if key not in row]
        if lacking:
            raise LanguageDataError(f"rules/{kind}.yaml: {row.get('id', row)!r} lacks {', '.join(lacking)}.")
        own = {key: value for key, value in row.items() if key not in ("id", "says", "example", "finds", "score")}
        rules.append(Rule(row["id"], kind, row["says"], row["example"], row["finds"], row.get("score", 0.5), own))
    return tuple(rules)
