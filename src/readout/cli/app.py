"""The commands and their options; whatever takes time to import is imported when a command runs."""

from enum import StrEnum
from typing import Annotated

import typer
from typer.core import TyperGroup

from readout.cli.asking.brief import brief
from readout.cli.asking.compare import compare
from readout.cli.asking.due import due
from readout.cli.asking.search import search
from readout.cli.asking.stats import stats
from readout.cli.asking.timeline import timeline
from readout.cli.ledger.commands import register
from readout.cli.options import Date, Files, Jobs, NoColor, Outlet, Output, Title, Url


class Commands(TyperGroup):
    """The commands; what is wrong with an option is said in words for whoever types, not for whoever programs."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # typer's own context is private
        """Runs the command that was named. Raises BadParameter without what pydantic puts before a message."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as problem:
            problem.message = problem.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    name="readout",
    cls=Commands,
    help="Reads reports of official meetings: who met, who said what, who undertook what, each fact on its words.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """What `readout read` can write."""

    text = "text"
    json = "json"
    html = "html"


class TableFormat(StrEnum):
    """What `readout kinds` can write."""

    text = "text"
    markdown = "markdown"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", help="text, json (a line a report) or html (one page); else by --output's name, else text."
    ),
]


def _version(asked: bool) -> None:
    if asked:
        from readout.cli.version import version

        typer.echo(f"readout {version()}")
        raise typer.Exit


@app.callback()
def readout(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads reports of official meetings: who met, who said what, who undertook what, each fact on its words."""


@app.command()
def read(
    files: Files,
    format: FormatOption = None,
    date: Date = None,
    source: Outlet = None,
    title: Title = None,
    url: Url = None,
    output: Output = None,
    jobs: Jobs = 1,
    no_color: NoColor = False,
) -> None:
    """Read reports and show what was found in them."""
    from readout.cli.gathering import Inputs
    from readout.cli.reading import ReadCommand
    from readout.intake import Given

    inputs = Inputs(tuple(files), Given(date=date, title=title, source=source, url=url))
    raise typer.Exit(ReadCommand(inputs, format.value if format else None, output, jobs, no_color).run())


@app.command(short_help="Explain a finding: its rule, its words, its path.")
def why(
    finding: Annotated[
        str, typer.Argument(metavar="FINDING_ID", help="The id that `readout read` shows, or its beginning.")
    ],
    files: Files,
    date: Date = None,
    source: Outlet = None,
    title: Title = None,
    url: Url = None,
    no_color: NoColor = False,
) -> None:
    """Explain a finding: the rule that found it, the words it stands on, the path between them.

    Give the same files and the same --date as when it was read.
    """
    from readout.cli.explaining import WhyCommand
    from readout.cli.gathering import Inputs
    from readout.intake import Given

    inputs = Inputs(tuple(files), Given(date=date, title=title, source=source, url=url))
    raise typer.Exit(WhyCommand(finding, inputs, no_color).run())


@app.command()
def kinds(
    format: Annotated[TableFormat, typer.Option("--format", "-f", help="text or markdown.")] = TableFormat.text,
    no_color: NoColor = False,
) -> None:
    """Show the kinds of finding and the slots of each."""
    from readout.cli.kinds import print_kinds

    print_kinds(format.value, no_color)


register(app)
app.command(short_help="Two accounts of one meeting, side by side.")(compare)
app.command("brief")(brief)
app.command("search")(search)
app.command("timeline")(timeline)
app.command("due")(due)
app.command("stats")(stats)
