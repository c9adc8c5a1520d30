"""How due commitments and their counts are said, the same in the terminal and on every page."""

from __future__ import annotations

from collections.abc import Iterator

from readout.asking.due import Counts, Due, DueAsked, Item
from readout.asking.leading import Under
from readout.ledger.pursuing import Moved
from readout.pages.phrasing import day, led, one_line, origin, with_article
from readout.pages.phrasing import parties as said_of

PROPOSED = "Proposed, without an answer"
NEITHER_BROKEN = "Silence is not an outcome: no later report means that none is held here, not that nothing was done."


def figure(count: int) -> str:
    """A count with its thousands set apart."""
    return f"{count:,}"


def many(count: int, one: str, more: str | None = None) -> str:
    """A count and what it counts: 1 day, 2 days."""
    return f"{figure(count)} {one if count == 1 else more or one + 's'}"


def about(asked: DueAsked) -> str:
    """Whose commitments were asked for, and on which day."""
    of = asked.pursued
    said = [
        f"between {of.pair[0]} and {of.pair[1]}" if of.pair else "",
        f"of {with_article(str(of.actor))}" if of.actor else "",
        f"told since {day(of.since)}" if of.since else "",
        f"told by {day(of.until)}" if of.until else "",
        f"in words of strength “{of.strength}”" if of.strength else "",
    ]
    return ", ".join([f"As of {day(of.as_of)}", *(part for part in said if part)])


def denominators(counts: Counts) -> list[str]:
    """What the lists are to be read against, a sentence each."""
    if not counts.undertaken:
        return ["No undertaking of that is held here. `readout list actors` shows how names are written."]
    checkable = figure(counts.checkable)
    one = counts.umbrellas == 1
    points = "points to other undertakings and is" if one else "point to other undertakings and are"
    beside = f" {figure(counts.umbrellas)} more only {points} not counted."
    return [
        f"{checkable} of {many(counts.undertaken, 'undertaking')} can be checked: they say something that can be seen done."
        f"{beside if counts.umbrellas else ''}",
        f"A later report tells of {figure(counts.told_of)} of all {figure(counts.undertaken)},"
        f" and of {figure(counts.checked)} of the {checkable}.",
        f"{figure(counts.dated)} of the {checkable} {'has' if counts.dated == 1 else 'have'} a deadline that lay ahead when it was told;"
        f" {figure(counts.closed)} {'is' if counts.closed == 1 else 'are'} closed (delivered, replaced, dropped).",
        *([_proposed(counts)] if counts.proposed else []),
    ]


def _proposed(counts: Counts) -> str:
    one = counts.proposed == 1
    return (
        f"{figure(counts.proposed)} of the {figure(counts.checkable)} {'was' if one else 'were'} only asked for or offered;"
        f" {'it is' if one else 'they are'} no promise{'' if one else 's'}, and {'stands' if one else 'stand'} apart."
    )


def apart(each: Under[Due]) -> str:
    """Where what stands apart is to be found, and how much it is."""
    return f"Apart, below: what was undertaken {led(each.lead)} ({figure(each.found.counts.undertaken)})."


def heads(due: Due) -> list[tuple[str, str, int, tuple[Item, ...]]]:
    """The four lists: heading, what it means, how many there are, and those that are listed."""
    counts, asked = due.counts, due.asked
    return [
        ("Past the deadline", "The deadline has passed, and no report held here closes the matter.", counts.overdue,
         due.overdue),
        ("Due soon", f"The deadline ends within {many(asked.soon, 'day')}.", counts.due_soon, due.due_soon),
        (f"No word for {many(asked.silent, 'month')}", "No report since; no deadline has passed.",
         counts.silent, due.silent),
        (PROPOSED, "Asked for or offered, and no promise: its time has passed or is near, or no report speaks of it.",
         counts.unanswered, due.unanswered),
    ]  # fmt: skip


def parties(item: Item) -> str:
    """Who undertook it, and towards whom; of what was only proposed, who is asked to do it."""
    by, to = (", ".join(one_line(name) for name in names) for names in (item.by, item.to))
    named = by if item.strength == "proposed" else by or "Nobody named"
    return said_of(named, to, "", item.strength) or "Nobody named"


def strength(item: Item) -> str:
    """How firmly it was said, where `parties` does not tell that it was only asked for."""
    return "" if item.strength == "proposed" and item.by else item.strength or ""


def deadline(item: Item) -> str:
    """When it is due, in the report's words and as a date, and how that was moved; empty where nothing was said."""
    if not item.due:
        return ""
    words = f" (“{one_line(item.due_words)}”)" if item.due_words else ""
    exact = f", known to the {item.precision}" if item.precision and item.precision != "day" else ""
    return f"due {day(item.due)}{words}{exact}{moved(item.moved)}"


def moved(by: Moved | None) -> str:
    """From when a deadline was moved and by which report; empty where it was not."""
    if by is None:
        return ""
    return f", moved from {day(by.before)} by {origin(by.outlet, by.file, by.report)}, {day(by.date)}"


def distance(item: Item) -> str:
    """How far the deadline lies behind or ahead; empty where nothing was said."""
    if item.days is None:
        return ""
    if item.days > 0:
        return f"{many(item.days, 'day')} past"
    return f"in {many(-item.days, 'day')}" if item.days else "today"


def came(item: Item) -> str:
    """What came of it, and when that was last told."""
    return f"{item.outcome} ({day(item.heard)})" if item.heard else item.outcome


def source(item: Item) -> str:
    """The report that it is cited from: outlet (or else its file, or its id) and date."""
    return f"{origin(item.outlet, item.file, item.report)}, {day(item.date)}"


def left_out(count: int, shown: int) -> str:
    """What a list does not show."""
    more = count - shown
    return (
        f"{figure(more)} more {'is' if more == 1 else 'are'} counted and not listed; --limit 0 lists all."
        if more > 0
        else ""
    )


def breakdown(rows: tuple[tuple[str, Counts], ...], most: int | None = None) -> Iterator[tuple[str, ...]]:
    """Counts a row, in the order of `COLUMNS`."""
    for name, counts in rows[:most]:
        yield (
            name, *map(figure, (counts.undertaken, counts.checkable, counts.checked, counts.closed, counts.overdue,
                                counts.due_soon, counts.silent, counts.unanswered)),
        )  # fmt: skip


COLUMNS = ("all", "checkable", "told later", "closed", "past due", "due soon", "silent", "unanswered")
"""What the counts of a row are; from the third on, of those that can be checked."""
