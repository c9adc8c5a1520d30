"""`readout timeline`: its options; whatever takes time to import is imported when it runs."""

from pathlib import Path

import click

from readout.cli import options

BY_NAME = {".json": "json", ".html": "html", ".htm": "html"}


@click.command(short_help="Show meetings, undertakings and what came of them.")
@click.argument("id", required=False, metavar="[ID]", help="An undertaking, agreement or project by its id.")
@options.ledger
@options.pair
@click.option("--actor", metavar="NAME", help="Of a country or person.")
@click.option("--topic", "-t", metavar="WORDS", help="Whatever has these words.")
@options.since
@options.until
@click.option("--as-of", metavar="ISO", help="Nothing that was published later counts; else today.")
@options.most(200, "The last so many; 0 shows all.")
@options.form("text", "json", "html", help="text, json or html; else by --output's name.")
@options.output
@options.no_color
def timeline(
    id: str | None, ledger: str, pair: str | None, actor: str | None, topic: str | None, since: str | None,
    until: str | None, as_of: str | None, limit: int, format: str | None, output: Path | None, no_color: bool,
) -> int:  # fmt: skip
    """Show meetings, undertakings and what came of them in order of time."""
    from readout.cli.asking.moments import Asked, TimelineCommand
    from readout.cli.writing import form_of

    asked = Asked(id, pair, actor, topic, since, until, as_of, limit)
    return TimelineCommand(ledger, asked, form_of(format, output, BY_NAME), output, no_color).run()
