"""From the files on the command line to readings, one input after another, errors told on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from readout.intake import Given, Source, is_stream, iso_date, open_sources
from readout.model import Reading, ReadoutError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.cli.failures import Failures

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files named on the command line and what was said of them there."""

    files: tuple[str, ...]
    given: Given

    def checked(self) -> Inputs:
        """The same with the date as an ISO day. Raises InvalidDate."""
        date = self.given.date
        return replace(self, given=replace(self.given, date=iso_date(date, "--date") if date is not None else None))

    def count(self) -> int | None:
        """How many reports there are at most, None where standard input or a pipe is among them."""
        return None if any(map(is_stream, self.files)) else sum(_reports_in(Path(file)) for file in self.files)

    def sources(self, failures: Failures) -> Iterator[Source]:
        """Every source that can be opened, in order; the others are told as failures."""
        for file in self.files:
            for source in open_sources(file):
                if isinstance(source, ReadoutError):
                    failures.tell(source)
                else:
                    yield source.completed_by(self.given)

    def readings(self, failures: Failures, jobs: int = 1) -> Iterator[tuple[Source, Reading]]:
        """Every source that can be read with its reading, in order; the others are told as failures."""
        sources = self.sources(failures)
        if (first := next(sources, None)) is None:
            return
        from readout.reading import Reader  # takes half a second, which what cannot be opened need not wait for

        for source, outcome in Reader().read_many(chain([first], sources), jobs):
            if isinstance(outcome, ReadoutError):
                failures.tell(outcome, source.name)
            else:
                yield source, outcome


def _reports_in(path: Path) -> int:
    """One for a text, the lines of a .jsonl file; one for what cannot be opened, since that is told later."""
    if path.suffix.lower() not in (".jsonl", ".ndjson"):
        return 1
    try:
        with path.open("rb") as stream:
            return max(1, sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b"")))
    except OSError:
        return 1
