"""`readout timeline`: its options; whatever takes time to import is imported when it runs."""

from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import NoColor, Output, Pair, Since, Until

BY_NAME = {".json": "json", ".html": "html", ".htm": "html"}


class TimelineFormat(StrEnum):
    """How a timeline is written."""

    text = "text"
    json = "json"
    html = "html"


def timeline(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="An undertaking, agreement or project by its id.", show_default=False)] = None,
    ledger: Address = DEFAULT,
    pair: Pair = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Of a country or person.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", "-t", metavar="WORDS", help="Whatever has these words.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="ISO", help="Nothing that was published later counts; else today.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="The last so many; 0 shows all.")] = 200,
    format: Annotated[TimelineFormat | None, typer.Option("--format", "-f", help="text, json or html; else by --output's name.")] = None,
    output: Output = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Show meetings, undertakings and what came of them in order of time."""
    from readout.cli.asking.moments import Asked, TimelineCommand
    from readout.cli.writing import form_of

    form = form_of(format.value if format else None, output, BY_NAME)
    asked = Asked(id, pair, actor, topic, since, until, as_of, limit)
    raise typer.Exit(TimelineCommand(ledger, asked, form, output, no_color).run())
