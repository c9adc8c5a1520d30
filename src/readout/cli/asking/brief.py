"""`readout brief`: its options; the work is done in briefing.py."""

from pathlib import Path

import click

from readout.cli import options


@click.command(short_help="Brief the one who goes into the next meeting.")
@click.argument("own", metavar="OWN", help="Whom the brief is for: a country by name or code. Alone: whom one meets.")
@click.argument("other", required=False, metavar="[OTHER]", help="Whom they meet: a country, or an actor by name.")
@options.ledger
@click.option("--as-of", metavar="ISO", help="Nothing later is known; else today.")
@click.option("--for", "reader", metavar="SIDE", help="Which of the two it is for; else the first.")
@options.form(
    "text", "markdown", "html", "pdf", "json", help="text, markdown, html, pdf or json; else by --output's name."
)
@options.output
@options.most(6, "At most so many lines a section.", least=1)
@options.no_color
def brief(
    own: str, other: str | None, ledger: str, as_of: str | None, reader: str | None, format: str | None,
    output: Path | None, limit: int, no_color: bool,
) -> int:  # fmt: skip
    """Brief the one who goes into the next meeting: two pages at most, each line with its reports."""
    from readout.cli.asking.briefing import BriefCommand

    return BriefCommand(ledger, own, other, reader, as_of, format, output, limit, no_color).run()
