"""A file, or standard input, becomes the sources that it holds."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from readout.intake import jsonl, text
from readout.model import MissingInput, ReadoutError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from readout.intake.source import Source

STANDARD_INPUT = "-"


def open_sources(path: str | Path) -> Iterator[Source | ReadoutError]:
    """The sources of a file, or of standard input for `-`; what cannot be read comes as its error and the rest goes on.

    Files named `.jsonl` or `.ndjson` hold a report a line; standard input and pipes do where they begin with `{`.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    try:
        with _stream(str(path)) as stream:
            lines = name.lower().endswith(jsonl.SUFFIXES) or (is_stream(path) and _begins_as_json(stream))
            for source in (jsonl if lines else text).sources(stream, name):
                yield source if isinstance(source, ReadoutError) else _filed(source, path)
    except ReadoutError as problem:
        yield problem
    except (OSError, ValueError) as problem:
        yield _not_opened(problem, name)


def _filed(source: Source, path: str | Path) -> Source:
    """A source with the name of its file; a line of it keeps its number."""
    if is_stream(path):
        return source
    return replace(source, file=Path(path).name + source.name.removeprefix(str(path)).replace(": ", ", "))


def is_stream(path: str | Path) -> bool:
    """Whether that is standard input or a pipe, which has no name that tells its format, and can be read only once."""
    return str(path) == STANDARD_INPUT or Path(path).is_fifo()


def _stream(path: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if path == STANDARD_INPUT else Path(path).open("rb")


def _begins_as_json(stream: IO[bytes]) -> bool:
    peek = getattr(stream, "peek", None)
    head: bytes = peek(256) if peek else b""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _not_opened(problem: Exception, name: str) -> MissingInput:
    if isinstance(problem, FileNotFoundError):
        return MissingInput(f"{name}: no such file. Check the name, or run the command where the file lies.")
    if isinstance(problem, IsADirectoryError):
        return MissingInput(f"{name}: this is a directory. Name the files in it, for example {Path(name) / '*.txt'}")
    if isinstance(problem, PermissionError):
        return MissingInput(f"{name}: may not be opened (permission denied). Ask its owner, or copy it.")
    reason = (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
    return MissingInput(f"{name}: cannot be opened ({reason.lower()}). Check the name and the disk.")
