"""`readout compare`: its options; whatever takes time to import is imported when it runs."""

from pathlib import Path

import click

from readout.cli import options

BY_NAME = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}


@click.command(short_help="Two accounts of one meeting, side by side.")
@click.argument("one", metavar="A", help="A report: a file, or its id in the ledger; or a meeting's id.")
@click.argument("other", required=False, metavar="[B]", help="The other report; none where A is a meeting.")
@options.ledger
@click.option("--names", metavar="A,B", help="What to call the two: Kyiv,Washington.")
@options.form("text", "json", "html", help="text, json or html; else by --output's name, else text.")
@options.output
@options.no_color
def compare(
    one: str, other: str | None, ledger: str, names: str | None, format: str | None, output: Path | None, no_color: bool
) -> int:
    """Put two accounts of one meeting side by side: what both tell, what they tell differently, what only one tells."""
    from readout.cli.asking.comparing import CompareCommand
    from readout.cli.writing import form_of

    return CompareCommand(one, other, ledger, names, form_of(format, output, BY_NAME), output, no_color).run()
