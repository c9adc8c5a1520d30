"""From sources to a ledger: intake, reading and keeping; the only place that knows all three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from readout.intake import Source
from readout.ledger import Ledger
from readout.model import Reading, ReadoutError, report_name

BATCH = 64
"""Sources that are looked up together: are they here already?"""


class Reads(Protocol):
    """What reads: `readout.Reader`, or whatever does as it does."""

    @property
    def fingerprint(self) -> str: ...
    def read_many(
        self, sources: Iterable[Source], processes: int = 1
    ) -> Iterator[tuple[Source, Reading | ReadoutError]]: ...


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


def add(ledger: Ledger, sources: Iterable[Source], reader: Reads, *, at: str, processes: int = 1) -> Iterator[Added]:
    """Reads and keeps each source, one transaction a report, so that whatever stops it loses no report that was told of.

    What this reader has read already is not read again: after a stop the same call goes on. `at` is ISO date and time.
    A source that cannot be read costs itself alone. Raises UnusableLedger where the ledger can no longer be written.
    """
    for batch in _batches(sources):
        known = ledger.read_by((name_of(source) for source in batch), reader.fingerprint)
        yield from (Added(source, name) for source in batch if (name := name_of(source)) in known)
        fresh = [source for source in batch if name_of(source) not in known]
        for source, outcome in reader.read_many(fresh, processes):
            yield _kept(ledger, source, outcome, at)
