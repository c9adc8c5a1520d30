"""What is due, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readout.asking.due import Due, Item
from readout.pages.due import saying
from readout.pages.phrasing import led, one_line, quoted, shortened

MOST_WORDS = 300
MOST_SIDES = 20
_MEANT = re.compile(r"([\\`*_\[\]<>|#])")


def markdown(due: Due) -> str:
    """The whole answer as one Markdown text."""
    return "\n".join(_lines(due)) + "\n"


def _lines(due: Due) -> Iterator[str]:
    yield from ("# What is due", "", f"{saying.about(due.asked)}.", "")
    yield from (f"- {line}" for line in saying.denominators(due.counts))
    for title, meaning, count, items in saying.heads(due):
        yield from ("", f"## {title} ({saying.figure(count)})", "", meaning, "")
        for item in items:
            yield from _item(item)
        if rest := saying.left_out(count, len(items)):
            yield from ("", rest)
    for each in due.led:
        yield from ("", f"## Undertaken {escaped(led(each.lead))}", "")
        yield from (f"- {line}" for line in saying.denominators(each.found.counts))
        for title, _, count, items in saying.heads(each.found):
            if count:
                yield from (
                    "",
                    f"### {title} ({saying.figure(count)})",
                    "",
                    *(line for one in items for line in _item(one)),
                )
            if rest := saying.left_out(count, len(items)):
                yield from ("", rest)
    yield from ("", "## By strength of wording", "")
    yield from _table("strength", saying.breakdown(due.by_strength))
    yield from ("", "## By side", "")
    yield from _table("side", saying.breakdown(due.by_side, MOST_SIDES))
    yield from ("", saying.NEITHER_BROKEN)


def _item(item: Item) -> Iterator[str]:
    when = " · ".join(part for part in (saying.deadline(item), saying.distance(item), saying.came(item)) if part)
    words = escaped(quoted(shortened(one_line(item.words), MOST_WORDS)))
    who = f"**{escaped(saying.parties(item))}** {saying.strength(item)}".rstrip()
    yield f"- {who}: {words}  "
    yield f"  {escaped(when)}  "
    yield f"  {escaped(saying.source(item))} · `{item.id[:8]}`"


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {head} | {' | '.join(saying.COLUMNS)} |"
    yield f"|---|{'---:|' * len(saying.COLUMNS)}"
    for name, *counts in rows:
        yield f"| {escaped(name)} | {' | '.join(counts)} |"


def escaped(text: str) -> str:
    """Text in which no character means anything to Markdown."""
    return _MEANT.sub(r"\\\1", text)
