"""Which facts belong to some records or components: these have the least number of their facts, so few need looking up."""

from __future__ import annotations

OF_RECORDS = "(facts.number AMONG :some OR (facts.record AMONG :some AND facts.record <> facts.number))"
"""That a fact tells of one of some records, by their numbers."""

OF_COMPONENTS = "(facts.number AMONG :some OR (facts.component AMONG :some AND facts.component <> facts.number))"
"""That a fact is in one of some components, by their numbers."""

OF_ITS_RECORD = "(facts.number = records.number OR (facts.record = records.number AND facts.record <> facts.number))"
"""That a fact tells of a record that a query looks at."""


def of_those(query: str) -> str:
    """That a fact tells of one of the records whose numbers a query gives."""
    return f"(facts.number IN ({query}) OR (facts.record IN ({query}) AND facts.record <> facts.number))"
