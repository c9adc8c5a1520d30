"""Whether the index of words holds what the reports say, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from readout.ledger import counting
from readout.ledger.exchange import each
from readout.ledger.plain import Connection
from readout.ledger.records import indexed
from readout.ledger.records.entries import entries_of
from readout.ledger.records.numbering import DATED, first_of, last_of
from readout.ledger.records.words import Entry

NAMES = ("said", "title", "about")
BITS = (1 << 64) - 1

_VOCABULARY = "CREATE VIRTUAL TABLE temp.said_where USING fts5vocab(main, words, instance)"
_INSTANCES = "SELECT doc, term, col, offset FROM temp.said_where"
_DIFFERENT = (
    "SELECT e.entry FROM unnest(CAST(:numbers AS bigint[]), CAST(:said AS text[])) AS e(entry, said) WHERE NOT EXISTS "
    "(SELECT 1 FROM words WHERE words.entry = e.entry AND words.said = CAST(e.said AS tsvector))"
)
_UNKNOWN = "SELECT count(*) FROM words WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.number = words.entry)"


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the index of words, a line a report; the records themselves must be sound."""
    held = _held(connection) if connection.dialect == "sqlite" else None
    known = 0
    for report in each(connection, "reports"):
        rows = connection.rows("SELECT * FROM entries WHERE report = :report ORDER BY number", report=report.number)
        wanted, day = _wanted(connection, report.number)
        known += len(rows)
        numbers = [row.number for row in rows]
        placed = not rows or (numbers == list(range(numbers[0], numbers[0] + len(rows))) and _in_day(numbers[0], day))
        told = placed and [row.finding for row in rows] == [finding for finding, _ in wanted]
        if not told or _other_words(connection, numbers, [entry for _, entry in wanted], held):
            yield f"report {report.id}: the index of words does not hold what it says"
    if unknown := _unknown(connection, held):
        yield f"the index of words holds {unknown:,} entries of no report"


def _wanted(connection: Connection, number: int) -> tuple[list[tuple[int | None, Entry]], str | None]:
    """What the index should hold of a report, and the report's date."""
    for _, decided in counting.decided(connection, [number]):
        if not decided.removed:
            found = indexed.before(connection, number)
            return list(entries_of(decided.reading.report, found)), decided.reading.report.date
    return [], None


def _in_day(number: int, day: str | None) -> bool:
    """Whether an entry's number is one of a day, or of what has none."""
    return first_of(day) <= number < (last_of(day) if day else DATED)


def _other_words(connection: Connection, numbers: list[int], wanted: list[Entry], held: dict[int, int] | None) -> bool:
    """Whether the index says anything else of entries than it should; what was looked at is taken out of `held`."""
    if held is not None:
        return [held.pop(number, 0) for number in numbers] != [_digest(entry) for entry in wanted]
    said = [entry.postgresql() for entry in wanted]
    return connection.first(_DIFFERENT, numbers=numbers, said=said) is not None


def _unknown(connection: Connection, held: dict[int, int] | None) -> int:
    return len(held) if held is not None else int(connection.scalar(_UNKNOWN))


def _held(connection: Connection) -> dict[int, int]:
    """What SQLite's index holds, a number for each entry: the sum of the hashes of its words with their places."""
    found: dict[int, int] = defaultdict(int)
    connection.run(_VOCABULARY)
    try:
        for doc, term, column, place in connection.stream(_INSTANCES):
            found[doc] = (found[doc] + hash((term, column, place))) & BITS
    finally:
        connection.run("DROP TABLE temp.said_where")
    return found


def _digest(entry: Entry) -> int:
    """The same number of what an entry should say."""
    words = ((word, name, place) for name in NAMES for place, word in enumerate(getattr(entry, name)))
    return sum(map(hash, words)) & BITS
