"""`readout due`: what is past its deadline, due soon, or silent for months."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import Actor, NoColor, OnDay, Output, Pair


class DueFormat(StrEnum):
    """How the answer is written."""

    text = "text"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    html = "html"


def due(
    ledger: Address = DEFAULT,
    as_of: OnDay = None,
    pair: Pair = None,
    actor: Actor = None,
    since: Annotated[str | None, typer.Option("--since", metavar="ISO", help="First told on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="ISO", help="First told on this day or earlier.")] = None,
    strength: Annotated[str | None, typer.Option("--strength", metavar="WORD", help="signed, agreed, pledged, intended or proposed.")] = None,
    soon: Annotated[int, typer.Option("--soon", min=0, metavar="DAYS", help="How near a deadline is due soon.")] = 90,
    silent: Annotated[int, typer.Option("--silent", min=1, max=1200, metavar="MONTHS", help="How long without a word is silent.")] = 6,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="List so many of each; 0 lists all.")] = 20,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE", help="Write deadlines and announced meetings as a calendar into this file; - is standard output.")] = None,
    format: Annotated[DueFormat | None, typer.Option("--format", "-f", help="text, json, csv, markdown or html; else by --output's name.")] = None,
    output: Output = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Show which commitments are past due, due soon, or without a later report, and out of how many."""
    from readout.cli.asking.following import DueCommand, Narrowed

    narrowed = Narrowed(as_of, pair, actor, since, strength, until)
    raise typer.Exit(DueCommand(ledger, narrowed, (soon, silent, limit), format, output, ics, no_color).run())
