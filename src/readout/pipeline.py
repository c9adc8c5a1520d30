"""From sources to a ledger: intake, reading and keeping; the only place that knows all three."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from readout.intake import Source
from readout.ledger import Ledger
from readout.model import Reading, ReadoutError, UnreadableInput, report_name

if TYPE_CHECKING:
    from readout.ledger.keeping import Kept

BATCH = 64
"""Sources that are looked up together: are they here already?"""


MOST, MOMENT = 50, 2.0
"""Readings that are kept in one transaction at most, and the seconds after which those at hand are kept."""

Outcome = tuple[Source, Reading | ReadoutError]
"""A source with its reading, or with what is wrong with it."""


class Keeps(Protocol):
    """What keeps: a ledger, or one that is yet to be made (`ledger.awaited`)."""

    def read_by(self, names: Iterable[str], reader: str) -> set[str]: ...
    def keep_all(self, readings: Iterable[Reading], *, at: str) -> list[Kept | UnreadableInput]: ...


class Reads(Protocol):
    """What reads: `readout.Reader`, or whatever does as it does."""

    @property
    def fingerprint(self) -> str: ...
    def read_many(self, sources: Iterable[Source], processes: int = 1) -> Iterator[Outcome]: ...


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source: `report` is its name in the ledger, `error` what it alone cost.

    `new` says that the ledger had no such report, `read` that it was read; neither where the same reader had read it.
    """

    source: Source
    report: str
    new: bool = False
    read: bool = False
    error: ReadoutError | None = None


def add(ledger: Keeps, sources: Iterable[Source], reader: Reads, *, at: str, processes: int = 1) -> Iterator[Added]:
    """Reads and keeps each source, some in one transaction, so that whatever stops it loses no report that was told of.

    What this reader has read already is not read again: after a stop the same call goes on. `at` is ISO date and time.
    A source that cannot be read costs itself alone. Raises UnusableLedger where the ledger can no longer be written.
    """
    waiting: deque[Added] = deque()
    for some in _together(reader.read_many(_unread(ledger, sources, reader.fingerprint, waiting), processes)):
        while waiting:
            yield waiting.popleft()
        yield from _kept(ledger, some, at)
    yield from waiting


def reread(ledger: Ledger, reader: Reads, *, at: str, processes: int = 1) -> Iterator[Added]:
    """Reads again every report that another reader was the last to read; decisions stay (see `ledger.carry`)."""
    for some in _together(reader.read_many(_stale(ledger, reader.fingerprint), processes)):
        yield from _kept(ledger, some, at)


def name_of(source: Source) -> str:
    """The name that the ledger gives the report of a source."""
    return report_name(source.text, source.title, source.source, source.url, source.date)


def _unread(ledger: Keeps, sources: Iterable[Source], reader: str, waiting: deque[Added]) -> Iterator[Source]:
    """The sources that are yet to be read; the others wait to be told of."""
    rest = iter(sources)
    while batch := [(source, name_of(source)) for source in islice(rest, BATCH)]:
        known = ledger.read_by((name for _, name in batch), reader)
        for source, name in batch:
            if name in known:
                waiting.append(Added(source, name))
            else:
                yield source


def _stale(ledger: Ledger, reader: str) -> Iterator[Source]:
    for report in ledger.stale(reader):
        yield Source(report.text, report.id, report.id, report.title, report.date, report.source, report.url)


def _together(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Those that are kept at once: as many as come within a moment; what comes after it is kept with those at hand."""
    some: list[Outcome] = []
    since = monotonic()
    for outcome in outcomes:
        some.append(outcome)
        if len(some) == MOST or monotonic() - since > MOMENT:
            yield some
            some, since = [], monotonic()
    if some:
        yield some


def _kept(ledger: Keeps, some: list[Outcome], at: str) -> Iterator[Added]:
    """What became of each, after all were kept in one transaction."""
    readings = (_filed(outcome, source) for source, outcome in some if isinstance(outcome, Reading))
    done = iter(ledger.keep_all(readings, at=at))
    for source, outcome in some:
        kept = next(done) if isinstance(outcome, Reading) else outcome
        if isinstance(kept, ReadoutError):
            yield Added(source, name_of(source), error=kept)
        else:
            yield Added(source, kept.report, kept.new, kept.read)


def _filed(reading: Reading, source: Source) -> Reading:
    """The reading, with the file that its report came in."""
    return replace(reading, report=replace(reading.report, file=source.file)) if source.file else reading
