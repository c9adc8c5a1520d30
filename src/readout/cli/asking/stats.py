"""`readout stats`: counts over the ledger, as tables and pictures."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import Actor, NoColor, OnDay, Output, Pair, Since, Until


class StatsFormat(StrEnum):
    """How tables are written."""

    text = "text"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


class Image(StrEnum):
    """How pictures are written."""

    svg = "svg"
    png = "png"


class TableName(StrEnum):
    """The tables there are."""

    meetings = "meetings"
    places = "places"
    outcomes = "outcomes"
    checkable = "checkable"
    telling = "telling"


def stats(
    ledger: Address = DEFAULT,
    table: Annotated[TableName | None, typer.Option("--table", metavar="NAME", help="meetings, places, outcomes, checkable or telling; CSV needs one.")] = None,
    as_of: OnDay = None,
    pair: Pair = None,
    actor: Actor = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="Rows of each table, as text and Markdown; 0 shows all.")] = 15,
    figures: Annotated[Path | None, typer.Option("--figures", metavar="FOLDER", help="Write pictures, CSV tables and graph.gexf into this folder.")] = None,
    image: Annotated[Image, typer.Option("--image", metavar="FORM", help="Pictures as svg or png.")] = Image.svg,
    format: Annotated[StatsFormat | None, typer.Option("--format", "-f", help="text, json, csv, markdown or html; else by --output's name.")] = None,
    output: Output = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Show meetings by pair and month, commitments by strength and outcome, who reports what, and where."""
    from readout.cli.asking.counting import StatsCommand, Written
    from readout.cli.asking.following import Narrowed

    narrowed, written = (
        Narrowed(as_of, pair, actor, since, until=until),
        Written(table, limit, format, output, no_color),
    )
    raise typer.Exit(StatsCommand(ledger, narrowed, written, figures, "png" if image == "png" else "svg").run())
