"""Where the files of an export go: they appear when they are whole, and never in place of a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from readout.model import MissingInput, UnusableLedger

SQLITE = b"SQLite format 3\0"
APPLICATION = int.from_bytes(b"Rdot", "big")
"""The application id that an exported SQLite file bears (bytes 68 to 71), so that it may be written over."""


def of_tables(output: Path, tables: Iterable[str], suffix: str) -> dict[str, Path]:
    """The file of each table: in a folder `records.csv` and so on; beside a file x.csv of records, `x.sources.csv`."""
    if output.suffix.lower() != suffix:
        return {table: output / f"{table}{suffix}" for table in tables}
    beside = {table: output.with_name(f"{output.stem}.{table}{output.suffix}") for table in tables}
    return beside | {"records": output}


@contextmanager
def appearing(places: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """Files to write into, by the same names; they take their places when the block ends well, and vanish otherwise.

    Raises UnusableLedger before anything is written where a place holds a ledger, and MissingInput where a file cannot be
    written.
    """
    parts = {name: path.with_name(f".{path.name}.part") for name, path in places.items()}
    for path in places.values():
        refuse_database(path)
    try:
        with _told(next(iter(places.values()))):
            for path in parts.values():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
            yield parts
            for name, path in places.items():
                parts[name].replace(path)
    finally:
        for path in parts.values():
            with suppress(OSError):
                path.unlink()


def refuse_database(path: Path) -> None:
    """Raises UnusableLedger where a ledger, or any database that is no export, is at a place."""
    if not path.is_file():
        return
    with path.open("rb") as stream:
        head = stream.read(72)
    if head.startswith(SQLITE) and int.from_bytes(head[68:72], "big") != APPLICATION:
        raise UnusableLedger(
            f"{path}: is a ledger or another database, and no export is written over one. Name another --output."
        )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        name, reason = problem.filename or path, (problem.strerror or str(problem)).lower()
        raise MissingInput(f"{name}: cannot be written ({reason}). Name a place where you may write.") from None
