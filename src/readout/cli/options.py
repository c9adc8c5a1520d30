"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Text; a report a line in a .jsonl file (keys text, id, title, date, source, url); - is standard input.",
        show_default=False,
    ),
]
Date = Annotated[
    str | None, typer.Option(metavar="ISO", help="Date of publication (YYYY-MM-DD), where the input gives none.")
]
Outlet = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who published it, where not given.")]
Title = Annotated[str | None, typer.Option(metavar="TITLE", help="Title of the report, where not given.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address of the report, where not given.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read side by side.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; the variable NO_COLOR does the same.")]
Pair = Annotated[str | None, typer.Option("--pair", metavar="A,B", help="Between two countries: India,Japan.")]
Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="A name, or a part of one.")]
Since = Annotated[str | None, typer.Option("--since", metavar="ISO", help="On this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="ISO", help="On this day or earlier.")]
OnDay = Annotated[
    str | None, typer.Option("--as-of", metavar="ISO", help="The day; nothing dated after it counts. Else today.")
]


def named_file(output: Path | None) -> Path | None:
    """The file to write into; none for `-`, which is standard output."""
    return None if output == Path("-") else output


Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", callback=named_file, help="Write into this file, not to standard output."
    ),
]
