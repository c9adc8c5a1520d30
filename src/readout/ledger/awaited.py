"""A ledger that is made when something is first kept in it: what keeps nothing leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from readout.ledger.keeping import Kept, unkeepable
from readout.ledger.ledger import Ledger
from readout.ledger.plain.address import address
from readout.ledger.plain.looking import Looker
from readout.ledger.schema import revision
from readout.model import Reading, UnreadableInput, UnusableLedger


class Awaited:
    """The ledger at a path or address, as far as keeping goes; where there is none it is made for the first reading that can be kept.

    A context manager. Raises UnusableLedger where a ledger that is there cannot be opened, later where none can be made.
    """

    def __init__(self, ledger: str | Path) -> None:
        self.name = address(ledger).shown
        self._place = ledger
        self._opened: Ledger | None = None

    def __enter__(self) -> Awaited:
        if not _is_to_be_made(self._place):
            self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opened:
            self._opened.close()

    def read_by(self, names: Iterable[str], reader: str) -> set[str]:
        """Which of these reports the reader of that fingerprint was the newest to read; none where no ledger is yet."""
        return self._opened.read_by(names, reader) if self._opened else set()

    def keep_all(self, readings: Iterable[Reading], *, at: str) -> list[Kept | UnreadableInput]:
        """Keeps readings as `Ledger.keep_all` does; the ledger is made unless none of them can be kept."""
        some = list(readings)
        problems = [problem for reading in some if (problem := unkeepable(reading.report))]
        if not self._opened and len(problems) == len(some):
            return list(problems)
        return self._open().keep_all(some, at=at)

    def _open(self) -> Ledger:
        self._opened = self._opened or Ledger.open(self._place)
        return self._opened


def _is_to_be_made(ledger: str | Path) -> bool:
    """Whether there is no ledger yet and one may be made; whatever stands against it is best told by opening."""
    here = address(ledger)
    if here.dialect == "sqlite":
        file = here.file
        return file is not None and not file.exists() and os.access(file.absolute().parent, os.W_OK)
    looker = Looker(here)
    try:
        with looker.looking() as connection:
            return revision(connection) is None
    except UnusableLedger:
        return False
    finally:
        looker.close()
