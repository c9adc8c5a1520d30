"""Where results go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from readout.model import MissingInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def form_of(asked: str | None, output: Path | None, by_ending: Mapping[str, str]) -> str:
    """The form that was asked for, or else that of a file called so: text, where its name has no ending or is none.

    Raises click.BadParameter for an ending of which nobody knows what it means.
    """
    if asked or output is None:
        return asked or "text"
    ending = output.suffix.lower()
    if ending in ("", ".txt"):
        return "text"
    if ending not in by_ending:
        ends = ", ".join([".txt", *by_ending])
        problem = f"{output}: its name tells no format. Add --format, or end it in one of {ends}."
        raise click.BadParameter(problem, param_hint="--output")
    return by_ending[ending]


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """The stream for results, in UTF-8 wherever no terminal reads it; what cannot be encoded is written as its escape.

    None and `-` are standard output.
    Raises MissingInput before anything is read where the file cannot be written. A file is left as it was where nothing
    could be read.
    """
    if path is None or str(path) == "-":
        yield standard_output()
    elif path.exists() and not path.is_file():
        with _open(path, path) as stream:
            yield stream
    else:
        part = path.with_name(f".{path.name}.part")
        try:
            with _open(part, path) as stream:
                yield stream
            if part.stat().st_size:
                part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def standard_output() -> TextIO:
    """Standard output, safe for any Unicode text."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    return sys.stdout


def _open(path: Path, asked: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise MissingInput(f"{asked}: cannot be written ({reason}). Name a file where you may write one.") from None
