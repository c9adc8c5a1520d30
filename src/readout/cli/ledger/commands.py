"""The commands on a ledger and their options; whatever takes time to import is imported when a command runs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from readout.cli.options import Actor, Date, Files, Jobs, NoColor, Outlet, Pair, Since, Title, Until, Url, named_file

Address = Annotated[
    str,
    typer.Option("--ledger", "-l", envvar="READOUT_LEDGER", metavar="URL", help="A SQLite file, or postgresql://…"),
]
DEFAULT = "readout.db"
Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a finding, or its beginning.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="ISO",
        help="As all stood on this day, from what was dated by then; else all that is kept, and deadlines compared with today.",
    ),
]
By = Annotated[str, typer.Option("--by", envvar="READOUT_REVIEWER", metavar="NAME", help="Who decides.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


class Listed(StrEnum):
    """What `readout list` lists."""

    meetings = "meetings"
    statements = "statements"
    commitments = "commitments"
    agreements = "agreements"
    projects = "projects"
    progress = "progress"
    actors = "actors"
    reports = "reports"
    orphans = "orphans"


class ListFormat(StrEnum):
    """How lists and records are written."""

    text = "text"
    json = "json"


class ExportFormat(StrEnum):
    """The formats of `readout export`; a test holds them to those of the room."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    sqlite = "sqlite"


FormatOf = Annotated[ListFormat, typer.Option("--format", "-f", help="text, or json (a line a record).")]


def add(
    files: Files,
    ledger: Address = DEFAULT,
    date: Date = None,
    source: Outlet = None,
    title: Title = None,
    url: Url = None,
    jobs: Jobs = 1,
    no_color: NoColor = False,
) -> None:
    """Read reports and keep them in the ledger; what is there already is not read again."""
    from readout.cli.gathering import Inputs
    from readout.cli.ledger.adding import AddCommand
    from readout.intake import Given

    inputs = Inputs(tuple(files), Given(date=date, title=title, source=source, url=url))
    raise typer.Exit(AddCommand(ledger, inputs, jobs, no_color).run())


def reread(ledger: Address = DEFAULT, jobs: Jobs = 1, no_color: NoColor = False) -> None:
    """Read every report again that another reader read last; decisions stay."""
    from readout.cli.ledger.adding import RereadCommand

    raise typer.Exit(RereadCommand(ledger, jobs, no_color).run())


def list_(
    what: Annotated[Listed, typer.Argument(metavar="WHAT", help="meetings, statements, commitments, agreements, "
                                           "projects, progress, actors, reports, or orphans (what waits for a person).")],
    ledger: Address = DEFAULT,
    pair: Pair = None,
    actor: Actor = None,
    since: Since = None,
    until: Until = None,
    strength: Annotated[str | None, typer.Option("--strength", "--kind", "--status", metavar="WORD",
                        help="Strength of commitments, kind of meetings, status of the others.")] = None,
    outcome: Annotated[str | None, typer.Option("--outcome", metavar="WORD", help="What came of commitments.")] = None,
    review: Annotated[str | None, typer.Option("--review", metavar="WORD", help="machine, confirmed, corrected, disputed.")] = None,
    due_before: Annotated[str | None, typer.Option("--due-before", metavar="ISO", help="Due before this day.")] = None,
    text: Annotated[str | None, typer.Option("--text", "-t", metavar="WORDS", help='All these words; "in a row" in quotes.')] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many; 0 shows all.")] = 50,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="ISO", help="As all stood on this day, from what was dated by "
                     "then; else all that is kept, and deadlines compared with today.")] = None,
    format: FormatOf = ListFormat.text,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """List what the ledger holds, the newest first."""
    from readout.cli.ledger.listing import Asked, ListCommand

    asked = Asked(what.value, pair, actor, since, until, strength, outcome, review, due_before, text, limit)
    raise typer.Exit(ListCommand(ledger, asked, as_of, format.value, no_color).run())


def show(
    id: Id, ledger: Address = DEFAULT, as_of: AsOf = None, format: FormatOf = ListFormat.text, no_color: NoColor = False
) -> None:
    """Show a record with all that it stands on, or a report with its versions."""
    from readout.cli.ledger.showing import ShowCommand

    raise typer.Exit(ShowCommand(ledger, id, as_of, format.value, no_color).run())


def history(id: Id, ledger: Address = DEFAULT, no_color: NoColor = False) -> None:
    """Show what happened to a finding, its record or a report: seen, decided, changed."""
    from readout.cli.ledger.showing import HistoryCommand

    raise typer.Exit(HistoryCommand(ledger, id, no_color).run())


def actors(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A name, or a part of one.")] = None,
    ledger: Address = DEFAULT,
    join: Annotated[str | None, typer.Option("--join", metavar="OTHER", help="NAME and OTHER are one actor.")] = None,
    part: Annotated[str | None, typer.Option("--part", metavar="OTHER", help="NAME and OTHER are two actors.")] = None,
    table: Annotated[Path | None, typer.Option("--import", metavar="FILE", help="A CSV table, or Wikidata's JSON.")] = None,
    by: By = "",
    note: Note = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many.")] = 50,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Show who held which office when; join, part and import actors."""
    from readout.cli.ledger.acting import ActorsCommand

    raise typer.Exit(ActorsCommand(ledger, name, join, part, table, by, note, limit, no_color).run())


def reviewers(
    ledger: Address = DEFAULT,
    deactivate: Annotated[str | None, typer.Option("--deactivate", metavar="NAME", help="Ends a reviewer; decisions stay.")] = None,
    activate: Annotated[str | None, typer.Option("--activate", metavar="NAME", help="Makes a reviewer, or one again.")] = None,
    no_color: NoColor = False,
) -> None:  # fmt: skip
    """Show who decides; deactivate reviewers, or make them active again."""
    from readout.cli.ledger.acting import ReviewersCommand

    raise typer.Exit(ReviewersCommand(ledger, deactivate, activate, no_color).run())


def export(
    ledger: Address = DEFAULT,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", callback=named_file, help="Write into this file or folder; "
                      "- is standard output.")] = None,
    format: Annotated[ExportFormat | None, typer.Option("--format", "-f", help="jsonl (all that is kept; comes back by "
                      "import), csv, parquet or sqlite (for Datasette); else by --output's name.")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only meetings, commitments "
                    "and so on; may be given more than once.")] = None,
    pair: Pair = None,
    actor: Actor = None,
    since: Since = None,
    until: Until = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="ISO", help="As all stood on this day, from what was "
                     "dated by then; else all that is kept, and deadlines compared with today.")] = None,
    spreadsheet: Annotated[bool, typer.Option("--spreadsheet", help="CSV that is safe to open in a spreadsheet.")] = False,
) -> None:  # fmt: skip
    """Write the ledger as JSON lines (all that is kept), or its records as CSV, Parquet or SQLite."""
    from readout.cli.ledger.exporting import ExportCommand, Wished

    wished = Wished(tuple(kind or ()), pair, actor, since, until, as_of, spreadsheet)
    raise typer.Exit(ExportCommand(ledger, output, format.value if format else None, wished).run())


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `readout export` wrote; - is standard input.")],
    ledger: Address = DEFAULT,
) -> None:
    """Keep what an exported file says; what is here already changes nothing."""
    from readout.cli.ledger.moving import ImportCommand

    raise typer.Exit(ImportCommand(ledger, file).run())


def check(
    ledger: Address = DEFAULT,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="First make all records anew from what is kept.")] = False,
) -> None:
    """Verify hashes, spans, references and records, and say what is wrong."""
    from readout.cli.ledger.moving import CheckCommand

    raise typer.Exit(CheckCommand(ledger, rebuild).run())


def register(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.command("add")(add)
    app.command("list")(list_)
    app.command("show")(show)
    app.command("history")(history)
    app.command("reread")(reread)
    app.command("actors")(actors)
    app.command("reviewers")(reviewers)
    app.command("export")(export)
    app.command("import")(import_)
    app.command("check")(check)
    from readout.cli.ledger.verbs import decide

    app.add_typer(decide)
