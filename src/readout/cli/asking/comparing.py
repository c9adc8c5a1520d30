"""A comparison that was asked for: two accounts from files or the ledger, and how the comparison is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from readout.asking.compare import chosen, compared
from readout.cli.failures import Failures
from readout.cli.ledger.adding import READABLE
from readout.cli.writing import opened
from readout.model import MissingInput, ReadoutError

if TYPE_CHECKING:
    from readout.asking.compare import Comparison
    from readout.ledger import Ledger
    from readout.model import Reading


@dataclass(frozen=True, slots=True)
class CompareCommand:
    """Two accounts as they were named on the command line; `other` None means the accounts of a meeting's record."""

    one: str
    other: str | None
    ledger: str
    names: str | None
    form: str
    output: Path | None = None
    no_color: bool = False

    def run(self) -> int:
        """Compares; returns the exit status."""
        with Failures().with_warnings() as failures:
            try:
                self._compare(failures)
            except ReadoutError as problem:
                failures.tell(problem)
        return failures.exit_status

    def _compare(self, failures: Failures) -> None:
        called = _two_names(self.names) if self.names else None
        readings = self._readings(failures)
        if readings is None:
            return
        with opened(self.output) as out:
            self._write(compared(*readings), called, out)

    def _readings(self, failures: Failures) -> tuple[Reading, Reading] | None:
        """The two readings; None where a file could not be read, which was told then."""
        from readout.ledger import Ledger

        files = [name for name in (self.one, self.other) if name and _is_file(name)]
        read = _read(files, failures) if files else {}
        if failures.exit_status:
            return None
        found = [reading for file in files for reading in read[file]]
        if len(files) == len([name for name in (self.one, self.other) if name]):
            return _only_two(found, files)
        with Ledger.open(self.ledger, make=False) as ledger:
            if not files:
                return chosen(ledger, self.one, self.other)
            return self._either(self.one, ledger, read), self._either(self.other or "", ledger, read)

    @staticmethod
    def _either(name: str, ledger: Ledger, read: dict[str, list[Reading]]) -> Reading:
        return _the_one(name, read[name]) if name in read else ledger.reading(name)

    def _write(self, found: Comparison, called: tuple[str, str] | None, out: TextIO) -> None:
        if self.form == "json":
            out.write(json.dumps(found.to_dict(), ensure_ascii=False) + "\n")
        elif self.form == "html":
            from readout.pages.compare import page

            out.write(page(found, called))
        else:
            from readout.cli.asking.columns import print_comparison

            print_comparison(found, called, out, self.no_color)


def _is_file(name: str) -> bool:
    """Whether a name is a file's, or ends as only a file's does: then it is missed, and not looked for in the ledger."""
    return Path(name).is_file() or name.lower().endswith(READABLE)


def _read(files: list[str], failures: Failures) -> dict[str, list[Reading]]:
    """The readings of each file."""
    from readout.cli.gathering import Inputs
    from readout.intake import Given

    return {file: [reading for _, reading in Inputs((file,), Given()).readings(failures)] for file in files}


def _only_two(found: list[Reading], files: list[str]) -> tuple[Reading, Reading]:
    if len(found) != 2:
        raise MissingInput(f"{', '.join(files)}: holds {_many(found)}. Name two, or a file that holds just two.")
    return found[0], found[1]


def _many(found: list[Reading]) -> str:
    return "1 report" if len(found) == 1 else f"{len(found)} reports"


def _the_one(file: str, found: list[Reading]) -> Reading:
    if len(found) != 1:
        raise MissingInput(f"{file}: holds {_many(found)}. Name a file that holds just one.")
    return found[0]


def _two_names(written: str) -> tuple[str, str]:
    """What the accounts are to be called. Raises MissingInput for anything but two names."""
    names = [name.strip() for name in written.split(",") if name.strip()]
    if len(names) != 2 or names[0] == names[1]:
        raise MissingInput(f"--names {written}: not two names. Write them with a comma between, as in Kyiv,Washington.")
    return names[0], names[1]
