"""Options that several commands share."""

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
