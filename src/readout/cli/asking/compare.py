"""`readout compare`: its options; whatever takes time to import is imported when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import NoColor, Output


class ComparedFormat(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    html = "html"


BY_NAME = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}


def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A report: a file, or its id in the ledger; or a meeting's id.")],
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="The other report; none where A is a meeting.")] = None,
    ledger: Address = DEFAULT,
    names: Annotated[str | None, typer.Option("--names", metavar="A,B", help="What to call the two: Kyiv,Washington.")] = None,
    format: Annotated[ComparedFormat | None, typer.Option("--format", "-f", help="text, json or html; else by --output's name, else text.")] = None,
    output: Output = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Put two accounts of one meeting side by side: what both tell, what they tell differently, what only one tells."""
    from readout.cli.asking.comparing import CompareCommand
    from readout.cli.writing import form_of

    form = form_of(format.value if format else None, output, BY_NAME)
    raise typer.Exit(CompareCommand(one, other, ledger, names, form, output, no_color).run())
