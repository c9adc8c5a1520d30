"""JSON lines: everything that is kept, to come back by `readout import` to the byte."""

from __future__ import annotations

from pathlib import Path

from readout.export.asked import Asked
from readout.export.places import appearing
from readout.ledger import Ledger
from readout.model import ReadoutError


def write(ledger: Ledger, output: Path, asked: Asked) -> None:
    """Writes the lines of a whole ledger into a file. Raises ReadoutError where a part of it was asked for."""
    refuse_parts(asked)
    with appearing({"all": output}) as parts, parts["all"].open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{line}\n" for line in ledger.export())


def refuse_parts(asked: Asked) -> None:
    """Raises ReadoutError where anything is to be left out: these lines hold all that is kept."""
    if not asked.everything or asked.stood:
        raise ReadoutError(
            "JSON lines hold all that is kept, no part of it and of no day. Leave the filters and --as-of out, or choose "
            "csv, parquet or sqlite."
        )
