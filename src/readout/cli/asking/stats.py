"""`readout stats`: counts over the ledger, as tables and pictures."""

from pathlib import Path
from typing import Literal

import click

from readout.cli import options

TABLES = ("meetings", "places", "outcomes", "checkable", "telling")


@click.command(short_help="Show counts, and draw pictures, a graph and a map.")
@options.ledger
@click.option(
    "--table",
    type=click.Choice(TABLES),
    metavar="NAME",
    help="meetings, places, outcomes, checkable or telling; CSV needs one.",
)
@options.on_day
@options.pair
@options.actor
@options.since
@options.until
@options.most(15, "Rows of each table, as text and Markdown; 0 shows all.")
@click.option(
    "--figures", type=options.file, metavar="FOLDER", help="Write pictures, CSV tables and graph.gexf into this folder."
)
@click.option(
    "--image", type=click.Choice(("svg", "png")), default="svg", metavar="FORM", help="Pictures as svg or png."
)
@options.form(
    "text", "json", "csv", "markdown", "html", help="text, json, csv, markdown or html; else by --output's name."
)
@options.output
@options.no_color
def stats(
    ledger: str, table: str | None, as_of: str | None, pair: str | None, actor: str | None, since: str | None,
    until: str | None, limit: int, figures: Path | None, image: Literal["svg", "png"], format: str | None,
    output: Path | None, no_color: bool,
) -> int:  # fmt: skip
    """Show meetings by pair and month, commitments by strength and outcome, who reports what, and where."""
    from readout.cli.asking.counting import StatsCommand, Written
    from readout.cli.asking.following import Narrowed

    narrowed = Narrowed(as_of, pair, actor, since, until=until)
    written = Written(table, limit, format, output, no_color)
    return StatsCommand(ledger, narrowed, written, figures, image).run()
