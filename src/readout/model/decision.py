"""What a person decided, in a form that outlives the reader that found what it is about."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

Verb = Literal[
    "accept", "reject", "change", "merge", "split", "add", "status", "carry", "withdraw", "remove", "join", "part"
]

VERBS: dict[str, str] = {
    "accept": "a finding is right as it is",
    "reject": "a finding is wrong; it never returns",
    "change": "a slot of a finding holds something else",
    "merge": "two findings tell of the same thing",
    "split": "two findings tell of different things",
    "add": "a finding that the reader did not see",
    "status": "what came of a record, or its stage or review",
    "carry": "what was decided on one finding holds for another",
    "withdraw": "an earlier decision holds no longer",
    "remove": "a report is no source",
    "join": "two actors are one",
    "part": "two actors are two",
}
"""Every verb with what it says of its target."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one reviewer, never altered: `verb` on `target`, the id of a finding, report, decision or actor.

    `other` is the second id where the verb takes two; `words` quotes the target, so that a person (and the search for an
    heir) knows what was decided on when the target is no longer seen. `at` is ISO date and time; `values` are what the
    verb needs beside (see docs/reference/ledger.md), JSON text with sorted keys.
    """

    verb: Verb
    target: str
    by: str
    at: str
    words: str = ""
    other: str | None = None
    note: str | None = None
    values: str = "{}"

    @property
    def id(self) -> str:
        """Names the act by all that it says, so that the same act is kept once."""
        said = [self.verb, self.target, self.by, self.at, self.words, self.other, self.note, self.values]
        return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]

    @property
    def given(self) -> dict[str, Any]:
        """`values` as an object."""
        found: dict[str, Any] = json.loads(self.values)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The decision as the exported lines write it."""
        return {
            "id": self.id, "verb": self.verb, "target": self.target, "other": self.other, "by": self.by, "at": self.at,
            "words": self.words, "note": self.note, "values": self.given,
        }  # fmt: skip
