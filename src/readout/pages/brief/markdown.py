"""A brief in Markdown, with bracketed references and the list of reports at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.asking.brief.answer import Brief
from readout.pages.brief.fitting import fitted
from readout.pages.brief.view import Item, Part, View

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(brief: Brief) -> str:
    """The brief as Markdown."""
    return "\n".join(_lines(fitted(brief))) + "\n"


def _lines(view: View) -> Iterator[str]:
    yield f"# {_plain(view.title)}"
    yield f"\n{_plain(view.subtitle)}"
    yield "\n## Our objectives\n\n1. \n2. \n3. "
    for part in view.parts:
        yield from _part(part)
    if view.references:
        yield "\n## Reports\n"
    for one in view.references:
        said = ", ".join(_plain(p) for p in (one.outlet, one.date, one.title, one.id) if p)
        yield f"- [{one.number}] {said}" + (f" <{one.url}>" if one.url else "")


def _part(part: Part) -> Iterator[str]:
    if not (part.items or part.empty):
        return
    yield f"\n## {_plain(part.heading)}\n"
    yield from (_item(item) for item in part.items)
    if not part.items:
        yield _plain(part.empty)
    if part.more:
        words, _, command = part.more.partition(": ")
        yield f"\n{words}: `{command}`"


def _item(item: Item) -> str:
    said = [f"**{_plain(item.who)}**" if item.who else "", _plain(item.words), f"({_plain('; '.join(item.marks))})"]
    return f"- {' '.join(part for part in said if part and part != '()')} {''.join(f'[{n}]' for n in item.references)}".rstrip()


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
