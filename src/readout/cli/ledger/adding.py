"""`readout add` and `readout reread`: reports go into the ledger, and one line tells how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from readout.cli.ledger.opening import now, with_awaited, with_ledger
from readout.cli.progress import bar
from readout.cli.terminal import Paper
from readout.cli.writing import standard_output
from readout.model import MissingInput, ReadoutError

if TYPE_CHECKING:
    from readout.cli.failures import Failures
    from readout.cli.gathering import Inputs
    from readout.ledger import Ledger
    from readout.ledger.awaited import Awaited
    from readout.pipeline import Added

READABLE = (".txt", ".jsonl", ".ndjson")
"""The names of files that are taken from a folder."""


@dataclass(frozen=True, slots=True)
class AddCommand:
    """The reports to be added, and where."""

    ledger: str
    inputs: Inputs
    jobs: int = 1
    no_color: bool = False

    def run(self) -> int:
        """Reads and keeps; returns the exit status, that of the first error. Where nothing could be read, no ledger is made."""
        return with_awaited(self.ledger, self._add)

    def _add(self, ledger: Awaited, failures: Failures) -> None:
        from dataclasses import replace

        from readout.pipeline import add
        from readout.reading import Reader

        inputs = replace(self.inputs.checked(), files=tuple(_unfolded(self.inputs.files, failures)))
        _keep(
            lambda: add(ledger, inputs.sources(failures), Reader(), at=now(), processes=self.jobs),
            inputs.count,
            ledger.name,
            failures,
            self.no_color,
        )


@dataclass(frozen=True, slots=True)
class RereadCommand:
    """Which ledger is to be read again."""

    ledger: str
    jobs: int = 1
    no_color: bool = False

    def run(self) -> int:
        """Reads again; returns the exit status, that of the first error."""
        return with_ledger(self.ledger, self._reread)

    def _reread(self, ledger: Ledger, failures: Failures) -> None:
        from readout.pipeline import reread
        from readout.reading import Reader

        _keep(
            lambda: reread(ledger, Reader(), at=now(), processes=self.jobs),
            lambda: None,
            ledger.name,
            failures,
            self.no_color,
        )
        waiting = sum(len(said.orphans) + len(said.held) for _, said in ledger.waiting())
        if waiting:
            failures.line(f"{waiting} decided findings moved or vanished. `readout list orphans` shows them.")


def _unfolded(files: tuple[str, ...], failures: Failures) -> Iterator[str]:
    """The files, and the readable files of the folders among them, in order of their names."""
    for name in files:
        if name == "-" or not Path(name).is_dir():
            yield name
            continue
        found = sorted(
            str(path) for path in Path(name).rglob("*") if path.suffix.lower() in READABLE and path.is_file()
        )
        if not found:
            failures.tell(MissingInput(f"{name}: no reports in this folder (no {', '.join(READABLE)})."))
        yield from found


def _keep(
    work: Callable[[], Iterator[Added]],
    count: Callable[[], int | None],
    ledger: str,
    failures: Failures,
    no_color: bool,
) -> None:
    counted, before = Counter[str](), failures.told
    try:
        with bar(count, no_color) as progress:
            failures.aside = progress.aside
            for one in work():
                progress.advance()
                if one.error:
                    failures.tell(one.error, one.source.name)
                else:
                    counted["new" if one.new else "again" if one.read else "known"] += 1
        counted["error"] = failures.told - before
    except ReadoutError as problem:
        counted["error"] = failures.told - before
        failures.tell(problem)
        if not counted.total():
            return
    _told(counted, ledger, Paper.on(standard_output(), no_color))


def _told(counted: Counter[str], ledger: str, paper: Paper) -> None:
    said = {"new": "added", "again": "read again", "known": "known already", "error": "could not be read"}
    parts = [f"{counted[key]:,} {words}" for key, words in said.items() if counted[key]]
    paper.line(Text.assemble((ledger, "bold"), f": {', '.join(parts) or 'nothing to do'}"))
