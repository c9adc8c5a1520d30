"""`readout read`: files in, what was found in them out, in one of three forms."""

from __future__ import annotations

import json
import shlex
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from readout.cli.failures import Failures
from readout.cli.progress import bar
from readout.cli.writing import form_of, opened
from readout.model import Reading, ReadoutError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from readout.cli.gathering import Inputs
    from readout.intake import Source

BY_NAME = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json", ".ndjson": "json"}


@dataclass(frozen=True, slots=True)
class ReadCommand:
    """What was asked for on the command line; `form` None means by the name of `output`, else text."""

    inputs: Inputs
    form: str | None = None
    output: Path | None = None
    jobs: int = 1
    no_color: bool = False

    def run(self) -> int:
        """Reads and writes; returns the exit status, that of the first error."""
        with Failures().with_warnings() as failures:
            try:
                self._read(failures)
            except ReadoutError as problem:
                failures.tell(problem)
        return failures.exit_status

    def _read(self, failures: Failures) -> None:
        inputs = self.inputs.checked()
        with opened(self.output) as out, bar(inputs.count, self.no_color) as progress:
            failures.aside = progress.aside
            makes_way = progress.aside if out.isatty() else nullcontext

            def counted() -> Iterator[tuple[Source, Reading]]:
                for read in inputs.readings(failures, self.jobs):
                    progress.advance()
                    with makes_way():
                        yield read

            self._write(counted(), out)

    def _write(self, readings: Iterable[tuple[Source, Reading]], out: TextIO) -> None:
        form = form_of(self.form, self.output, BY_NAME)
        if form == "json":
            _write_json(readings, out)
        elif form == "html":
            _write_page(readings, out)
        else:
            self._write_text(readings, out)

    def _write_text(self, readings: Iterable[tuple[Source, Reading]], out: TextIO) -> None:
        from readout.cli.terminal import Paper

        paper, shown = Paper.on(out, self.no_color), None
        for number, (source, reading) in enumerate(readings):
            paper.reading(reading, source.name, first=number == 0)
            shown = shown or next(iter(reading.findings), None)
        if shown:
            files = self.inputs.files
            paper.hint(shown, shlex.quote(files[0]) if len(files) == 1 and files[0] != "-" else "FILE")


def _write_json(readings: Iterable[tuple[Source, Reading]], out: TextIO) -> None:
    for _, reading in readings:
        out.write(json.dumps(reading.to_dict(), ensure_ascii=False) + "\n")
        out.flush()


def _write_page(readings: Iterable[tuple[Source, Reading]], out: TextIO) -> None:
    from readout.pages.reading import page

    if read := [(source.name, reading) for source, reading in readings]:
        out.write(page(read))
