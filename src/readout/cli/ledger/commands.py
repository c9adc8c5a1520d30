"""The commands on a ledger and their options; whatever takes time to import is imported when a command runs."""

from pathlib import Path

import click

from readout.cli import options

LISTED = (
    "meetings", "statements", "commitments", "agreements", "projects", "progress", "actors", "reports", "orphans",
)  # fmt: skip
EXPORTS = ("jsonl", "csv", "parquet", "sqlite")
"""The formats of `readout export`; a test holds them to those of the room."""

form = options.form("text", "json", help="text, or json (a line a record).", default="text")


@click.command(short_help="Read reports and keep them in the ledger.")
@options.files
@options.ledger
@options.date
@options.source
@options.title
@options.url
@options.jobs
@options.no_color
def add(
    files: tuple[str, ...], ledger: str, date: str | None, source: str | None, title: str | None, url: str | None,
    jobs: int, no_color: bool,
) -> int:  # fmt: skip
    """Read reports and keep them in the ledger; what is there already is not read again."""
    from readout.cli.gathering import Inputs
    from readout.cli.ledger.adding import AddCommand
    from readout.intake import Given

    return AddCommand(
        ledger, Inputs(files, Given(date=date, title=title, source=source, url=url)), jobs, no_color
    ).run()


@click.command(short_help="Read again what another reader read last.")
@options.ledger
@options.jobs
@options.no_color
def reread(ledger: str, jobs: int, no_color: bool) -> int:
    """Read every report again that another reader read last; decisions stay."""
    from readout.cli.ledger.adding import RereadCommand

    return RereadCommand(ledger, jobs, no_color).run()


@click.command("list")
@click.argument(
    "what",
    type=click.Choice(LISTED),
    metavar="WHAT",
    help="meetings, statements, commitments, agreements, projects, progress, actors, reports, or orphans (what waits for a person).",
)
@options.ledger
@options.pair
@options.actor
@options.since
@options.until
@click.option(
    "--strength",
    "--kind",
    "--status",
    metavar="WORD",
    help="Strength of commitments, kind of meetings, status of the others.",
)
@click.option("--outcome", metavar="WORD", help="What came of commitments.")
@click.option("--review", metavar="WORD", help="machine, confirmed, corrected, disputed.")
@click.option("--due-before", metavar="ISO", help="Due before this day.")
@click.option("--text", "-t", metavar="WORDS", help='All these words; "in a row" in quotes.')
@options.most(50, "At most so many; 0 shows all.")
@options.as_stood
@form
@options.no_color
def list_(
    what: str, ledger: str, pair: str | None, actor: str | None, since: str | None, until: str | None,
    strength: str | None, outcome: str | None, review: str | None, due_before: str | None, text: str | None, limit: int,
    as_of: str | None, format: str, no_color: bool,
) -> int:  # fmt: skip
    """List what the ledger holds, the newest first."""
    from readout.cli.ledger.listing import Asked, ListCommand

    asked = Asked(what, pair, actor, since, until, strength, outcome, review, due_before, text, limit)
    return ListCommand(ledger, asked, as_of, format, no_color).run()


@click.command(short_help="Show a record with all that it stands on, or a report.")
@options.id
@options.ledger
@options.as_stood
@form
@options.no_color
def show(id: str, ledger: str, as_of: str | None, format: str, no_color: bool) -> int:
    """Show a record with all that it stands on, or a report with its versions."""
    from readout.cli.ledger.showing import ShowCommand

    return ShowCommand(ledger, id, as_of, format, no_color).run()


@click.command(short_help="Show what happened to a finding, its record or a report.")
@options.id
@options.ledger
@options.no_color
def history(id: str, ledger: str, no_color: bool) -> int:
    """Show what happened to a finding, its record or a report: seen, decided, changed."""
    from readout.cli.ledger.showing import HistoryCommand

    return HistoryCommand(ledger, id, no_color).run()


@click.command(short_help="Show who held which office when; join, part, import actors.")
@click.argument("name", required=False, metavar="[NAME]", help="A name, or a part of one.")
@options.ledger
@click.option("--join", metavar="OTHER", help="NAME and OTHER are one actor.")
@click.option("--part", metavar="OTHER", help="NAME and OTHER are two actors.")
@click.option("--import", "table", type=options.file, metavar="FILE", help="A CSV table, or Wikidata's JSON.")
@options.by
@options.note
@options.most(50, "At most so many.", least=1)
@options.no_color
def actors(
    name: str | None, ledger: str, join: str | None, part: str | None, table: Path | None, by: str, note: str | None,
    limit: int, no_color: bool,
) -> int:  # fmt: skip
    """Show who held which office when; join, part and import actors."""
    from readout.cli.ledger.acting import ActorsCommand

    return ActorsCommand(ledger, name, join, part, table, by, note, limit, no_color).run()


@click.command(short_help="Show who decides; deactivate or activate reviewers.")
@options.ledger
@click.option("--deactivate", metavar="NAME", help="Ends a reviewer; decisions stay.")
@click.option("--activate", metavar="NAME", help="Makes a reviewer, or one again.")
@options.no_color
def reviewers(ledger: str, deactivate: str | None, activate: str | None, no_color: bool) -> int:
    """Show who decides; deactivate reviewers, or make them active again."""
    from readout.cli.ledger.acting import ReviewersCommand

    return ReviewersCommand(ledger, deactivate, activate, no_color).run()


@click.command(short_help="Write the ledger, or its records, into files.")
@options.ledger
@click.option(
    "--output",
    "-o",
    type=options.file,
    callback=options.named_file,
    metavar="PATH",
    help="Write into this file or folder; - is standard output.",
)
@options.form(
    *EXPORTS,
    help="jsonl (all that is kept; comes back by import), csv, parquet or sqlite (for Datasette); else by --output's name.",
)
@click.option(
    "--kind",
    "-k",
    multiple=True,
    metavar="KIND",
    help="Only meetings, commitments and so on; may be given more than once.",
)
@options.pair
@options.actor
@options.since
@options.until
@options.as_stood
@click.option("--spreadsheet", is_flag=True, help="CSV that is safe to open in a spreadsheet.")
def export(
    ledger: str, output: Path | None, format: str | None, kind: tuple[str, ...], pair: str | None, actor: str | None,
    since: str | None, until: str | None, as_of: str | None, spreadsheet: bool,
) -> int:  # fmt: skip
    """Write the ledger as JSON lines (all that is kept), or its records as CSV, Parquet or SQLite."""
    from readout.cli.ledger.exporting import ExportCommand, Wished

    return ExportCommand(ledger, output, format, Wished(kind, pair, actor, since, until, as_of, spreadsheet)).run()


@click.command("import", short_help="Keep what an exported file says.")
@click.argument("file", metavar="FILE", help="What `readout export` wrote; - is standard input.")
@options.ledger
def import_(file: str, ledger: str) -> int:
    """Keep what an exported file says; what is here already changes nothing."""
    from readout.cli.ledger.moving import ImportCommand

    return ImportCommand(ledger, file).run()


@click.command(short_help="Verify the ledger, and say what is wrong.")
@options.ledger
@click.option("--rebuild", is_flag=True, help="First make all records anew from what is kept.")
def check(ledger: str, rebuild: bool) -> int:
    """Verify hashes, spans, references and records, and say what is wrong."""
    from readout.cli.ledger.moving import CheckCommand

    return CheckCommand(ledger, rebuild).run()
