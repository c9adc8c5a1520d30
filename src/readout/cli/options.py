"""Arguments and options that several commands share, as decorators."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def named_file(_: click.Context, __: click.Parameter, output: Path | None) -> Path | None:
    """The file to write into; none for `-`, which is standard output."""
    return None if output == Path("-") else output


file = click.Path(path_type=Path)
"""A path as it is written; whether anything is there is told by what opens it."""

files = click.argument(
    "files", nargs=-1, required=True, metavar="FILE...",
    help="Text; a report a line in a .jsonl file (keys text, id, title, date, source, url); - is standard input.",
)  # fmt: skip
id = click.argument("id", metavar="ID", help="The id of a finding, or its beginning.")
date = click.option("--date", metavar="ISO", help="Date of publication (YYYY-MM-DD), where the input gives none.")
source = click.option("--source", metavar="NAME", help="Who published it, where not given.")
title = click.option("--title", metavar="TITLE", help="Title of the report, where not given.")
url = click.option("--url", metavar="URL", help="Address of the report, where not given.")
jobs = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), default=1, metavar="N", help="Processes that read side by side."
)
no_color = click.option("--no-color", is_flag=True, help="No colour; the variable NO_COLOR does the same.")
ledger = click.option(
    "--ledger", "-l", envvar="READOUT_LEDGER", show_envvar=True, default="readout.db", metavar="URL",
    help="A SQLite file, or postgresql://…",
)  # fmt: skip
pair = click.option("--pair", metavar="A,B", help="Between two countries: India,Japan.")
actor = click.option("--actor", metavar="NAME", help="A name, or a part of one.")
since = click.option("--since", metavar="ISO", help="On this day or later.")
until = click.option("--until", metavar="ISO", help="On this day or earlier.")
on_day = click.option("--as-of", metavar="ISO", help="The day; nothing dated after it counts. Else today.")
as_stood = click.option(
    "--as-of", metavar="ISO",
    help="As all stood on this day, from what was dated by then; else all that is kept, and deadlines compared with today.",
)  # fmt: skip
output = click.option(
    "--output",
    "-o",
    type=file,
    callback=named_file,
    metavar="FILE",
    help="Write into this file, not to standard output.",
)
by = click.option(
    "--by",
    envvar="READOUT_REVIEWER",
    show_envvar=True,
    default="",
    show_default=False,
    metavar="NAME",
    help="Who decides.",
)
note = click.option("--note", metavar="TEXT", help="Why.")


def most(default: int, help: str, least: int = 0) -> Callable[[Command], Command]:
    """`--limit`: how many are shown at most."""
    return click.option("--limit", "-n", type=click.IntRange(min=least), default=default, metavar="N", help=help)


def form(*forms: str, help: str, default: str | None = None) -> Callable[[Command], Command]:
    """`--format`: one of some words."""
    return click.option("--format", "-f", type=click.Choice(forms), default=default, help=help)
