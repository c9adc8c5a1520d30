"""Exported lines become a ledger, or part of one: all of them or none, and where there was no ledger a failure leaves none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from readout.ledger import exchange, kept, schema
from readout.ledger.database import Database
from readout.ledger.ledger import Ledger
from readout.ledger.plain.address import address
from readout.ledger.records import upkeep
from readout.ledger.records.touching import touch
from readout.model import UnusableLedger

try:
    import fcntl
except ImportError:  # where files are locked otherwise, nobody can tell what a killed import left from what goes on
    fcntl = None  # type: ignore[assignment]

LOCK = "lock"


def take_in(ledger: str | Path, lines: Iterable[str], name: str) -> dict[str, int]:
    """Keeps what exported lines say in the ledger at a path or address; how many of each sort were new.

    A new file is made beside its place and put there when it is whole; a ledger that is there already stays as it was.
    Raises UnreadableInput, with `name` and the line, or UnusableLedger.
    """
    file = address(ledger).file
    if file is None or file.exists():
        return _taken_in(ledger, lines, name)
    with _beside(file) as place:
        try:
            new = _taken_in(place, lines, name)
        except UnusableLedger as problem:
            raise UnusableLedger(str(problem).replace(str(place), str(file))) from problem.__cause__
        _put(place, file)
    return new


def _taken_in(ledger: str | Path, lines: Iterable[str], name: str) -> dict[str, int]:
    """The same where the ledger lies; a database without tables gets them in the same transaction."""
    database = Database(address(ledger))
    try:
        if _is_empty(database):
            with database.writing() as connection:
                schema.upgrade(connection)
                upkeep.prepare(connection)
                touch(connection, dict.fromkeys(exchange.take_in(connection, enumerate(lines, 1), name)))
                return kept.counts(connection)
    finally:
        database.close()
    with Ledger.open(ledger, make=False) as opened:
        before = opened.counts()
        opened.take_in(lines, name)
        return {sort: count - before[sort] for sort, count in opened.counts().items()}


def _is_empty(database: Database) -> bool:
    """Whether a database holds no table; of one that cannot be looked at, opening it tells more."""
    try:
        with database.looking() as connection:
            return schema.revision(connection) is None
    except UnusableLedger:
        return False


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """The place of a file in a hidden folder beside it, which goes with whatever is left there; so do those of killed imports."""
    begins = f".{file.name}.import-"
    try:
        for left in file.parent.glob(f"{begins}*"):
            _sweep(left)
        folder = Path(mkdtemp(prefix=begins, dir=file.parent))
    except OSError:
        raise UnusableLedger(f"{file}: cannot be opened. Check the folder and whether you may write in it.") from None
    try:
        with (folder / LOCK).open("w") as lock:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield folder / file.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Takes away what an import left that was killed: nobody holds its lock."""
    if not fcntl or not (folder / LOCK).exists():
        return
    with (folder / LOCK).open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return
        shutil.rmtree(folder, ignore_errors=True)


def _put(place: Path, file: Path) -> None:
    """Gives a whole ledger its name, if nobody took that meanwhile."""
    try:
        os.link(place, file)
    except FileExistsError:
        raise UnusableLedger(f"{file}: another program made it meanwhile. Import into it again.") from None
    except OSError:  # a file system without links
        place.rename(file)
