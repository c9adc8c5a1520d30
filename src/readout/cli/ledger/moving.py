"""`readout import` and `readout check`: a ledger from lines, and whether it is sound."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from rich.text import Text

from readout.cli.failures import Failures
from readout.cli.ledger.opening import ended_by_a_signal, with_ledger
from readout.cli.terminal import Paper
from readout.cli.writing import standard_output
from readout.model import MissingInput, ReadoutError, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readout.ledger import Ledger

UNSOUND = 1


@dataclass(frozen=True, slots=True)
class ImportCommand:
    """Which lines are taken in, and where."""

    ledger: str
    file: str

    def run(self) -> int:
        """Takes the lines in; returns the exit status. Where any line is wrong, no ledger is made or changed."""
        from readout.ledger.exchange import check_header
        from readout.ledger.importing import take_in

        lines = self._lines()
        with Failures().with_warnings() as failures, ended_by_a_signal():
            try:
                first = next(lines, "")
                check_header(first, self._name)
                new = take_in(self.ledger, chain((first,), lines), self._name)
                self._tell(new)
            except ReadoutError as problem:
                failures.tell(problem)
        return failures.exit_status

    @property
    def _name(self) -> str:
        return "standard input" if self.file == "-" else self.file

    def _tell(self, new: Mapping[str, int]) -> None:
        from readout.ledger.plain.address import address

        said = ", ".join(f"{count:,} {name}" for name, count in new.items() if count)
        name = Text(address(self.ledger).shown, style="bold")
        Paper.on(standard_output()).line(Text.assemble(name, f": {said or 'nothing new'}"))

    def _lines(self) -> Iterator[str]:
        try:
            with open(0 if self.file == "-" else self.file, encoding="utf-8", closefd=self.file != "-") as stream:
                yield from stream
        except UnicodeDecodeError:
            raise UnreadableInput(f"{self._name}: not UTF-8, so no exported ledger.") from None
        except OSError as problem:
            raise MissingInput(f"{self._name}: cannot be opened ({(problem.strerror or '').lower()}).") from None


@dataclass(frozen=True, slots=True)
class CheckCommand:
    """Which ledger is verified."""

    ledger: str
    rebuild: bool = False

    def run(self) -> int:
        """Verifies, after the records were made anew where that was asked; returns 1 where something is wrong."""
        return with_ledger(self.ledger, self._check, as_it_is=True)

    def _check(self, ledger: Ledger, failures: Failures) -> None:
        for fault in ledger.check(rebuild=self.rebuild):
            failures.line(f"{ledger.name}: {fault}")
            failures.exit_status = UNSOUND
        if failures.exit_status == 0:
            counts = ", ".join(f"{count:,} {name}" for name, count in ledger.counts().items())
            print(f"{ledger.name}: sound ({counts}).", file=sys.stdout)
