"""The commands that need no ledger, and their options; whatever takes time to import is imported when a command runs."""

from pathlib import Path

import click

from readout.cli import options


@click.command()
@options.files
@options.form(
    "text", "json", "html", help="text, json (a line a report) or html (one page); else by --output's name, else text."
)
@options.date
@options.source
@options.title
@options.url
@options.output
@options.jobs
@options.no_color
def read(
    files: tuple[str, ...], format: str | None, date: str | None, source: str | None, title: str | None,
    url: str | None, output: Path | None, jobs: int, no_color: bool,
) -> int:  # fmt: skip
    """Read reports and show what was found in them."""
    from readout.cli.gathering import Inputs
    from readout.cli.reading import ReadCommand
    from readout.intake import Given

    inputs = Inputs(files, Given(date=date, title=title, source=source, url=url))
    return ReadCommand(inputs, format, output, jobs, no_color).run()


@click.command(short_help="Explain a finding: its rule, its words, its path.")
@click.argument("finding", metavar="FINDING_ID", help="The id that `readout read` shows, or its beginning.")
@options.files
@options.date
@options.source
@options.title
@options.url
@options.no_color
def why(
    finding: str, files: tuple[str, ...], date: str | None, source: str | None, title: str | None, url: str | None,
    no_color: bool,
) -> int:  # fmt: skip
    """Explain a finding: the rule that found it, the words it stands on, the path between them.

    Give the same files and the same --date as when it was read.
    """
    from readout.cli.explaining import WhyCommand
    from readout.cli.gathering import Inputs
    from readout.intake import Given

    return WhyCommand(finding, Inputs(files, Given(date=date, title=title, source=source, url=url)), no_color).run()


@click.command()
@options.form("text", "markdown", help="text or markdown.", default="text")
@options.no_color
def kinds(format: str, no_color: bool) -> None:
    """Show the kinds of finding and the slots of each."""
    from readout.cli.kinds import print_kinds

    print_kinds(format, no_color)
