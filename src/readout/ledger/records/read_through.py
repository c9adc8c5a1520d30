"""Words that somebody looks for, read in the findings themselves and not in the index."""

from __future__ import annotations

from collections.abc import Sequence

from readout.ledger.plain import Connection
from readout.ledger.records.columns import KINDS
from readout.ledger.records.membership import OF_RECORDS
from readout.ledger.records.sought import Term, standing


def saying(connection: Connection, numbers: Sequence[int], sought: Sequence[Term]) -> set[int]:
    """Those of some records of which one finding has all the words; the title of a report belongs to what tells of a meeting."""
    found: set[int] = set()
    for record, kind, title, text, start, end in connection.rows(f"{SAID} WHERE {OF_RECORDS}", some=numbers):
        titled = title if kind == KINDS["meeting"] else None
        if record not in found and _has_all(text[start:end], titled or "", sought):
            found.add(record)
    return found


SAID = """
    SELECT facts.record, facts.kind, title, text, start, "end" FROM facts
    JOIN findings ON findings.number = facts.number JOIN reports ON reports.number = facts.report
"""


def _has_all(words: str, title: str, sought: Sequence[Term]) -> bool:
    has = {term for text in (words, title) if text for *_, term in standing(text, sought)}
    return len(has) == len(sought)
