"""What is due, as CSV: a row a commitment."""

from __future__ import annotations

import csv
import io

from readout.asking.due import PARTS, Due, Item

COLUMNS = (
    "list", "id", "by", "to", "strength", "words", "told", "due", "precision", "due_words", "days_past", "outcome", "heard",
    "review", "score", "report", "outlet", "start", "end", "sources",
    "moved_from", "moved_by", "moved_on", "under", "body", "file",
)  # fmt: skip


def table(due: Due) -> str:
    """The four lists one below the other, with a heading row; several actors stand in one cell with "; " between.

    Of a person, what the states and bodies that the person headed undertook follows: "under" whom, and which "body".
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for of, head, body in ((due, "", ""), *((one.found, one.lead.head, one.lead.name) for one in due.led)):
        for name in PARTS:
            items: tuple[Item, ...] = getattr(of, name.replace(" ", "_"))
            writer.writerows([name, *_row(item), head, body, item.file] for item in items)
    return out.getvalue()


def _row(item: Item) -> list[object]:
    start, end = (item.span.start, item.span.end) if item.span else ("", "")
    return [
        item.id, "; ".join(item.by), "; ".join(item.to), item.strength, _plain(item.words), item.date, item.due, item.precision,
        _plain(item.due_words or ""), item.days, item.outcome, item.heard, item.review, item.score, item.report, item.outlet,
        start, end, item.sources, *((moved.before, moved.report, moved.date) if (moved := item.moved) else ("", "", "")),
    ]  # fmt: skip


def _plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
