"""`readout due`: what is past its deadline, due soon, or silent for months."""

from pathlib import Path

import click

from readout.cli import options


@click.command(short_help="Show what is past due, due soon, or without a later report.")
@options.ledger
@options.on_day
@options.pair
@options.actor
@click.option("--since", metavar="ISO", help="First told on this day or later.")
@click.option("--until", metavar="ISO", help="First told on this day or earlier.")
@click.option("--strength", metavar="WORD", help="signed, agreed, pledged, intended or proposed.")
@click.option("--soon", type=click.IntRange(min=0), default=90, metavar="DAYS", help="How near a deadline is due soon.")
@click.option(
    "--silent", type=click.IntRange(1, 1200), default=6, metavar="MONTHS", help="How long without a word is silent."
)
@options.most(20, "List so many of each; 0 lists all.")
@click.option(
    "--ics",
    type=options.file,
    metavar="FILE",
    help="Write deadlines and announced meetings as a calendar into this file; - is standard output.",
)
@options.form(
    "text", "json", "csv", "markdown", "html", help="text, json, csv, markdown or html; else by --output's name."
)
@options.output
@options.no_color
def due(
    ledger: str, as_of: str | None, pair: str | None, actor: str | None, since: str | None, until: str | None,
    strength: str | None, soon: int, silent: int, limit: int, ics: Path | None, format: str | None,
    output: Path | None, no_color: bool,
) -> int:  # fmt: skip
    """Show which commitments are past due, due soon, or without a later report, and out of how many."""
    from readout.cli.asking.following import DueCommand, Narrowed

    narrowed = Narrowed(as_of, pair, actor, since, strength, until)
    return DueCommand(ledger, narrowed, (soon, silent, limit), format, output, ics, no_color).run()
