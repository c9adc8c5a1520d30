"""What two sheets of A4 hold: the least of a brief is left out until the rest fits."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Any

from readout.asking.brief.answer import Brief, Section
from readout.pages.brief.view import Item, Part, View

LINES = 114
"""Lines that two sheets hold at the size of page.css, with room for a browser's own letters."""
WIDTH = 112
"""Characters of a line."""
HEADING, REFERENCES, HEAD = 1.6, 2.6, 9
"""Lines of a heading, references a line, lines of the title and the objectives."""
SHRINKS = ("said", "joint", "delivered", "ours", "theirs", "asked_of_them", "asked_of_us", "agreed", "others")
"""Sections in the order in which they give way, where several have as many lines."""
PERSONS = 6
"""Persons who stay, whatever gives way."""


def fitted(brief: Brief) -> View:
    """The brief on two sheets: the longest section loses its last line, and says so, until the rest fits."""
    view = View(brief)
    while _lines(view) > LINES and (smaller := _smaller(view.brief)) is not None:
        view = View(smaller)
    return view


def _lines(view: View) -> float:
    return HEAD + sum(_part(part) for part in view.parts) + len(view.references) / REFERENCES


def _part(part: Part) -> float:
    if not (part.items or part.empty):
        return 0
    return HEADING + sum(_item(item) for item in part.items) + bool(part.more) + (not part.items)


def _item(item: Item) -> int:
    length = len(item.who) + len(item.words) + sum(len(mark) + 3 for mark in item.marks) + 4 * len(item.references)
    return ceil(length / WIDTH)


def _smaller(brief: Brief) -> Brief | None:
    lines = {name: len(getattr(brief, name).lines) for name in SHRINKS}
    longest = max(SHRINKS, key=lambda name: lines[name])
    if led := next((one for one in brief.led if len(one.found.lines) > max(1, lines[longest] - 1)), None):
        less_led = replace(led, found=_shorter(led.found))
        return replace(brief, led=tuple(less_led if one is led else one for one in brief.led))
    topics, persons = len(brief.topics), len(brief.people)
    if persons > max(PERSONS, lines[longest], topics):
        return replace(brief, people=brief.people[:-1])
    if lines[longest] > max(2, topics) or (topics <= 2 and lines[longest] > 1):
        less: dict[str, Any] = {longest: _shorter(getattr(brief, longest))}
        return replace(brief, **less)
    return replace(brief, topics=brief.topics[:-1]) if topics > 2 else None


def _shorter(section: Section) -> Section:
    return Section(section.lines[:-1], section.more + 1)
