"""What every command on a ledger does: open it, tell errors, know what day it is."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from readout.cli.failures import Failures
from readout.model import ReadoutError

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.awaited import Awaited

Opened = TypeVar("Opened")


def now() -> str:
    """The moment, in UTC, as the ledger keeps it; only doors look at the clock."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def today() -> str:
    """The day, as ISO date."""
    return datetime.now(UTC).date().isoformat()


@contextmanager
def ended_by_a_signal() -> Iterator[None]:
    """Meanwhile a request to end (SIGTERM) ends the command as Ctrl-C does, so that it can clear away what it began."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def with_ledger(
    address: str, work: Callable[[Ledger, Failures], None], *, make: bool = False, as_it_is: bool = False
) -> int:
    """Opens the ledger (`as_it_is`, see `Ledger.open`), does the work, tells errors; returns the exit status, that of the first error."""
    from readout.ledger import Ledger

    return _with(lambda: Ledger.open(address, make=make, as_it_is=as_it_is), work)


def with_awaited(address: str, work: Callable[[Awaited, Failures], None]) -> int:
    """The same with a ledger that is made, where there is none, when something is first kept."""
    from readout.ledger.awaited import Awaited

    return _with(lambda: Awaited(address), work)


def _with(opened: Callable[[], AbstractContextManager[Opened]], work: Callable[[Opened, Failures], None]) -> int:
    with Failures().with_warnings() as failures:
        try:
            with opened() as ledger:
                work(ledger, failures)
        except ReadoutError as problem:
            failures.tell(problem)
    return failures.exit_status
