"""`readout brief`: its options; the work is done in briefing.py."""

from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import NoColor, Output


class BriefFormat(StrEnum):
    """What `readout brief` can write."""

    text = "text"
    markdown = "markdown"
    html = "html"
    pdf = "pdf"
    json = "json"


def brief(
    own: Annotated[str, typer.Argument(metavar="OWN", help="Whom the brief is for: a country by name or code. Alone: whom one meets.")],
    other: Annotated[str | None, typer.Argument(metavar="OTHER", help="Whom they meet: a country, or an actor by name.")] = None,
    ledger: Address = DEFAULT,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="ISO", help="Nothing later is known; else today.")] = None,
    reader: Annotated[str | None, typer.Option("--for", metavar="SIDE", help="Which of the two it is for; else the first.")] = None,
    format: Annotated[BriefFormat | None, typer.Option("--format", "-f", help="text, markdown, html, pdf or json; else by --output's name.")] = None,
    output: Output = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many lines a section.")] = 6,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Brief the one who goes into the next meeting: two pages at most, each line with its reports."""
    from readout.cli.asking.briefing import BriefCommand

    raise typer.Exit(
        BriefCommand(ledger, own, other, reader, as_of, format.value if format else None, output, limit, no_color).run()
    )
