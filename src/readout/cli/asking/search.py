"""`readout search`: its options; whatever takes time to import is imported when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from readout.cli.ledger.commands import DEFAULT, Address
from readout.cli.options import NoColor, Output


class Kind(StrEnum):
    """What `readout search` looks in."""

    reports = "reports"
    meetings = "meetings"
    statements = "statements"
    commitments = "commitments"
    agreements = "agreements"
    projects = "projects"
    progress = "progress"

    @property
    def finding(self) -> str:
        """The kind as the ledger calls it."""
        return self.value if self is Kind.progress else self.value.removesuffix("s")


class HitFormat(StrEnum):
    """How hits are written."""

    text = "text"
    json = "json"
    html = "html"


BY_NAME = {".json": "json", ".jsonl": "json", ".html": "html", ".htm": "html"}


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All must stand there. "In a row" in quotes; pipe* is a beginning.')],
    ledger: Address = DEFAULT,
    kind: Annotated[Kind | None, typer.Option("--kind", "-k", help="Only in these.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Who acts in it: a name, or a part of one.")] = None,
    pair: Annotated[str | None, typer.Option("--pair", metavar="A,B", help="Of either side, where both are: India,Japan.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="ISO", help="Published on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="ISO", help="Published on this day or earlier.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="ISO", help="As the ledger would have answered on this day.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many; 0 shows all.")] = 20,
    format: Annotated[HitFormat | None, typer.Option("--format", "-f", help="text, json (a line a hit) or html; else by --output's name.")] = None,
    output: Output = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Search reports, statements and records for words, and show each match in its sentence."""
    from readout.cli.asking.hits import Asked, SearchCommand
    from readout.cli.writing import form_of

    asked = Asked(as_typed(words), kind.finding if kind else None, actor, pair, since, until, as_of, limit)
    form = form_of(format.value if format else None, output, BY_NAME)
    raise typer.Exit(SearchCommand(ledger, asked, form, output, no_color).run())


def as_typed(words: list[str]) -> str:
    """The words as one line: of several arguments, one with spaces in it was put in quotes to stand in a row."""
    rows = [f'"{word}"' if " " in word and '"' not in word else word for word in words]
    return " ".join(rows if len(words) > 1 else words)
