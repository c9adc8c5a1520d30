"""Lists that are not of records: reports, and decisions that wait for a person."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from readout.cli.terminal import Paper
from readout.cli.terminal.sections import ID_LENGTH
from readout.cli.writing import standard_output
from readout.pages.phrasing import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.ledger import Ledger
    from readout.ledger.carry import Decided
    from readout.model import Finding, Reading

LONGEST = 160


def print_reports(ledger: Ledger, limit: int, form: str, no_color: bool) -> None:
    """Writes the reports that were kept last."""
    found = ledger.reports(limit)
    out = standard_output()
    if form == "json":
        for row in found:
            said = {
                "id": row.id,
                "given": row.given,
                "title": row.title,
                "source": row.source,
                "url": row.url,
                "date": row.published or row.date,
                "file": row.file,
            }
            out.write(json.dumps(said, ensure_ascii=False) + "\n")
        return
    grid = Table(box=None, padding=(0, 2, 0, 0), expand=True, header_style="bold")
    grid.add_column("Date", no_wrap=True)
    grid.add_column("Report", ratio=1, overflow="fold")
    grid.add_column("ID", no_wrap=True, style="dim")
    for row in found:
        title = one_line(row.title or shortened(row.text[:LONGEST], 100))
        grid.add_row(
            row.published or row.date or "no date",
            Text.assemble((title, "bold"), (f"\n{row.source or row.file}" if row.source or row.file else "", "dim")),
            row.id,
        )
    Paper.on(out, no_color).grid(grid)


def print_orphans(ledger: Ledger, limit: int, form: str, no_color: bool) -> None:
    """Writes decided findings that are no longer seen with their likeliest heirs, and findings that are held back; at most so many,
    0 gives all."""
    paper = Paper.on(standard_output(), no_color)
    waiting = (row for report, said in ledger.waiting() for row in _rows(report, said))
    rows = list(islice(waiting, limit + 1 if limit else None))
    for row, hint in rows[: limit or None]:
        _write(row, form, paper, hint)
    if form == "text" and limit and len(rows) > limit:
        paper.line(Text(f"There are more: --limit {limit * 2} shows them.", style="dim"))
    if form == "text" and not rows:
        paper.line(Text("Nothing waits for a person: every decided finding is still seen.", style="green"))


def _rows(report: str, said: Decided) -> Iterator[tuple[dict[str, str | None], str]]:
    """What waits of a report, each with what to do about it."""
    for orphan in said.orphans:
        heir = orphan.heir
        row = {
            "orphan": orphan.finding.id, "review": orphan.review, "report": report,
            "words": _words(said.reading, orphan.finding), "heir": heir.id if heir else None,
            "heir_words": _words(said.reading, heir) if heir else None,
        }  # fmt: skip
        yield row, f"readout decide carry {orphan.finding.id[:8]} {heir.id[:8]}" if heir else ""
    for held, rejected in said.held:
        row = {"held": held.id, "rejected": rejected, "report": report, "words": _words(said.reading, held)}
        yield row, f"readout decide accept {held.id[:8]}, or reject {held.id[:8]}"


def _words(reading: Reading, finding: Finding) -> str:
    return shortened(one_line(finding.span.of(reading.report.text)), LONGEST)


def _write(row: dict[str, str | None], form: str, paper: Paper, hint: str) -> None:
    if form == "json":
        paper.out.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    if "orphan" in row:
        first = f"{row['review']}, no longer seen: "
        paper.line(Text.assemble((str(row["orphan"])[:ID_LENGTH], "cyan"), f"  {first}", (f"“{row['words']}”", "bold")))
        heir = (
            f"likeliest heir {str(row['heir'])[:ID_LENGTH]}: “{row['heir_words']}”"
            if row["heir"]
            else "no heir on these words"
        )
        paper.line(Text(f"          {heir}"))
    else:
        was = str(row["rejected"])[:ID_LENGTH]
        paper.line(
            Text.assemble(
                (str(row["held"])[:ID_LENGTH], "cyan"),
                f"  held, stands where {was} was rejected: ",
                (f"“{row['words']}”", "bold"),
            )
        )
    if hint:
        paper.line(Text(f"          {hint}", style="dim"))
