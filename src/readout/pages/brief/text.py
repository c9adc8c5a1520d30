"""A brief as plain text, for the terminal and for mail."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from readout.asking.brief.answer import Brief
from readout.pages.brief.fitting import fitted
from readout.pages.brief.view import Item, Part, View


def text(brief: Brief, width: int = 100) -> str:
    """The brief as text of so many columns."""
    return "\n".join(_lines(fitted(brief), width)) + "\n"


def _lines(view: View, width: int) -> Iterator[str]:
    yield view.title
    yield from wrap(view.subtitle, width)
    yield "\nOUR OBJECTIVES\n  1.\n  2.\n  3."
    for part in view.parts:
        yield from _part(part, width)
    if view.references:
        yield "\nREPORTS"
    for one in view.references:
        said = ", ".join(p for p in (one.outlet, one.date, one.title, one.id) if p)
        yield from _wrapped(f"[{one.number}] {said}", width)


def _part(part: Part, width: int) -> Iterator[str]:
    if not (part.items or part.empty):
        return
    yield f"\n{part.heading.upper()}"
    for item in part.items:
        yield from _wrapped(_item(item), width)
    yield from _wrapped(part.empty if not part.items else part.more, width)


def _item(item: Item) -> str:
    said = [
        f"{item.who}:" if item.who and item.words else item.who,
        item.words,
        f"({'; '.join(item.marks)})" if item.marks else "",
    ]
    return f"- {' '.join(part for part in said if part)} {''.join(f'[{n}]' for n in item.references)}".rstrip()


def _wrapped(line: str, width: int) -> list[str]:
    return wrap(
        line, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
