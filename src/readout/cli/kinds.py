"""`readout kinds`: what Readout looks for, from the files that define it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from readout.cli.writing import standard_output
from readout.model import Kind, SlotDefinition, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator


def print_kinds(form: str, no_color: bool = False) -> None:
    """Writes all kinds and their slots, as `text` or as `markdown`."""
    out = standard_output()
    if form == "markdown":
        out.writelines(f"{line}\n" for line in markdown())
        return
    from readout.cli.terminal import Paper
    from readout.cli.terminal.sections import Row

    paper = Paper.on(out, no_color)
    for number, kind in enumerate(kinds().values()):
        name = Text.assemble("\n" if number else "", (kind.label, "bold"), f"  {kind.question}")
        paper.line(name)
        paper.line(Text(f"  on {kind.span}", style="dim"))
        paper.table([Row(Text(slot.role, style="cyan"), Text(holds(slot))) for slot in kind.slots])


def holds(slot: SlotDefinition) -> str:
    """What a slot may hold, in words."""
    types = {"word": "one of", "flag": "yes or no", "text": "words of the report", "date": "a date, with its precision"}
    what = types.get(slot.type, f"{'an' if slot.type[0] in 'aeiou' else 'a'} {slot.type}")
    values = f" {', '.join(slot.values)}" if slot.values else ""
    return f"{what}{values}{', or several' if slot.many else ''}"


def markdown() -> Iterator[str]:
    """The table for the docs, line by line: one section a kind."""
    for kind in kinds().values():
        yield from _section(kind)


def _section(kind: Kind) -> Iterator[str]:
    yield f"## {kind.label}"
    yield ""
    yield f"{kind.question} The span covers {kind.span}."
    yield ""
    yield "| slot | label | holds |"
    yield "|---|---|---|"
    yield from (f"| `{slot.role}` | {slot.label} | {holds(slot)} |" for slot in kind.slots)
    yield ""
