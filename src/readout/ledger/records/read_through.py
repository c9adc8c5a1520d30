"""Words that somebody looks for, read in the findings themselves and not in the index."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from readout.ledger.records.membership import of_records
from readout.ledger.records.sought import Term, standing
from readout.ledger.records.tables import KINDS, facts
from readout.ledger.tables import findings, reports


def saying(connection: Connection, numbers: Sequence[int], sought: Sequence[Term]) -> set[int]:
    """Those of some records of which one finding has all the words; the title of a report belongs to what tells of a meeting."""
    query = (
        select(facts.c.record, facts.c.kind, reports.c.title, reports.c.text, findings.c.start, findings.c.end)
        .join(findings, findings.c.number == facts.c.number)
        .join(reports, reports.c.number == facts.c.report)
    )
    found: set[int] = set()
    for record, kind, title, text, start, end in connection.execute(query.where(of_records(numbers))):
        titled = title if kind == KINDS["meeting"] else None
        if record not in found and _has_all(text[start:end], titled or "", sought):
            found.add(record)
    return found


def _has_all(words: str, title: str, sought: Sequence[Term]) -> bool:
    has = {term for text in (words, title) if text for *_, term in standing(text, sought)}
    return len(has) == len(sought)
