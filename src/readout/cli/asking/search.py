"""`readout search`: its options; whatever takes time to import is imported when it runs."""

from pathlib import Path

import click

from readout.cli import options

KINDS = ("reports", "meetings", "statements", "commitments", "agreements", "projects", "progress")
BY_NAME = {".json": "json", ".jsonl": "json", ".html": "html", ".htm": "html"}


@click.command(short_help="Search reports, statements and records for words.")
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="WORDS...",
    help='All must stand there. "In a row" in quotes; pipe* is a beginning.',
)
@options.ledger
@click.option("--kind", "-k", type=click.Choice(KINDS), help="Only in these.")
@click.option("--actor", metavar="NAME", help="Who acts in it: a name, or a part of one.")
@click.option("--pair", metavar="A,B", help="Of either side, where both are: India,Japan.")
@click.option("--since", metavar="ISO", help="Published on this day or later.")
@click.option("--until", metavar="ISO", help="Published on this day or earlier.")
@click.option("--as-of", metavar="ISO", help="As the ledger would have answered on this day.")
@options.most(20, "At most so many; 0 shows all.")
@options.form("text", "json", "html", help="text, json (a line a hit) or html; else by --output's name.")
@options.output
@options.no_color
def search(
    words: tuple[str, ...], ledger: str, kind: str | None, actor: str | None, pair: str | None, since: str | None,
    until: str | None, as_of: str | None, limit: int, format: str | None, output: Path | None, no_color: bool,
) -> int:  # fmt: skip
    """Search reports, statements and records for words, and show each match in its sentence."""
    from readout.cli.asking.hits import Asked, SearchCommand
    from readout.cli.writing import form_of

    finding = kind if kind in (None, "progress") else kind.removesuffix("s")
    asked = Asked(as_typed(words), finding, actor, pair, since, until, as_of, limit)
    return SearchCommand(ledger, asked, form_of(format, output, BY_NAME), output, no_color).run()


def as_typed(words: tuple[str, ...]) -> str:
    """The words as one line: of several arguments, one with spaces in it was put in quotes to stand in a row."""
    rows = [f'"{word}"' if " " in word and '"' not in word else word for word in words]
    return " ".join(rows if len(words) > 1 else words)
