"""A brief as parts, items and numbered references: what its page, its Markdown and its text have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readout.asking.brief.answer import Brief, Line, Person, Section, Told
from readout.asking.sides import is_country
from readout.ledger.kept import Byline
from readout.pages.phrasing import day as whole_day
from readout.pages.phrasing import one_line, quoted, shortened, with_article
from readout.pages.phrasing import short_day as day

LONGEST = 170
"""Characters of a report's words that a line shows; its record has all of them."""
TITLE = 60
SAID_BY = ("claimed", "confirmed", "reaffirmed")
"""What outcomes end in behind which "by" stands."""
ID = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One line: who, the words, what else is to be known of them, and the numbers of the reports that say so."""

    who: str
    words: str
    marks: tuple[str, ...]
    references: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its items; `more` says how the rest is shown, `empty` what it means that there is nothing."""

    heading: str
    items: tuple[Item, ...]
    more: str = ""
    empty: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A report by its number: who published it, when, its title, the beginning of its id, its address where it has one."""

    number: int
    outlet: str
    date: str
    title: str
    id: str
    url: str | None


@dataclass
class View:
    """A brief laid out: its title, a line below it, its parts and its references."""

    brief: Brief
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parts = list(_parts(self))
        known = {report.id: report for report in self.brief.reports}
        self.references = [_reference(number, known[id]) for id, number in self.numbers.items()]

    @property
    def title(self) -> str:
        """Who is briefed on whom."""
        own, other = self.brief.own, with_article(self.brief.other)
        return f"For {with_article(own)}: meeting {other}" if own else f"Meeting {other}"

    @property
    def subtitle(self) -> str:
        """The day, what the brief is made from, and what it leaves out."""
        brief = self.brief
        met = _counted(brief.meetings, "meeting or call", "meetings and calls")
        left = f"; {_counted(brief.unsure, 'unsure finding', 'unsure findings')} left out" if brief.unsure else ""
        vague = (
            f"; {_counted(brief.umbrellas, 'undertaking that only points', 'undertakings that only point')} to others"
            if brief.umbrellas
            else ""
        )
        two = " of the two" if brief.own else ""
        over = f"; {_counted(brief.over, 'visit or meeting', 'visits and meetings')} held or past" if brief.over else ""
        return f"As of {whole_day(brief.as_of)}. From the reports dated by then: {met}{two}{self._since}{left}{vague}{over}."

    @property
    def _since(self) -> str:
        """From which day on it looks, where that leaves out anything older; of two countries all meetings count."""
        if not self.brief.since:
            return ""
        day = whole_day(self.brief.since)
        if self.brief.own and is_country(self.brief.other):
            return f"; of undertakings what was told or due since {day}"
        return f" since {day}; of undertakings what was told or due since then"

    def refer(self, told: Iterable[Told]) -> tuple[int, ...]:
        """The numbers of reports, each number given when its report is first named."""
        return tuple(dict.fromkeys(self.numbers.setdefault(t.report, len(self.numbers) + 1) for t in told))


def _parts(view: View) -> Iterator[Part]:
    brief = view.brief
    own, other = with_article(brief.own) if brief.own else "others", with_article(brief.other)
    yield Part(
        "Whom you may meet",
        tuple(_person(view, p) for p in brief.people),
        empty="No report of the last two years names an office of theirs.",
    )
    last = (_meeting(view, brief.last),) if brief.last else ()
    since = f" since {whole_day(brief.since)}" if brief.since else ""
    yield Part("The last meeting", last, empty=f"No report tells of a meeting{since}.")
    if brief.last:
        yield _listed(
            view,
            "Agreed and undertaken there",
            brief.agreed,
            empty="Its reports tell of no undertaking or document for sure.",
        )
    yield Part(
        "Other meetings",
        tuple(_meeting(view, one) for one in brief.others.lines),
        _rest(view, brief.others, "meetings"),
    )
    nothing = "Nothing that is not told above." if brief.agreed.lines else "No report tells of any for sure."
    yield _listed(view, f"Open: what {other} undertook", brief.theirs, empty=nothing)
    for each in brief.led:
        name, head = with_article(each.lead.name), each.lead.head
        yield _listed(view, f"Open: what {name} undertook under {head}", each.found)
    yield _listed(view, f"Open: what {own} undertook", brief.ours, empty=nothing)
    yield _listed(view, "Open: what both undertook", brief.joint)
    yield _listed(
        view, "What came of others, and who says so", brief.delivered, empty="No report tells of a delivery or an end."
    )
    yield from _raised(view, own, other)


def _raised(view: View, own: str, other: str) -> Iterator[Part]:
    brief = view.brief
    yield _listed(view, f"Likely to raise: what {other} asked of {own}", brief.asked_of_us)
    items = tuple(_topic(view, t.words, t.days, t.lines[0]) for t in brief.topics)
    yield Part(
        "Likely to raise: what they came back to", items, note="Words that their statements of several days share."
    )
    yield _listed(view, f"What {own} asked of {other}", brief.asked_of_them)
    yield Part(
        "What they said last",
        tuple(_said(view, one) for one in brief.said.lines),
        _rest(view, brief.said, "statements"),
    )


def _listed(view: View, heading: str, section: Section, empty: str = "") -> Part:
    items = tuple(_undertaking(view, one) for one in section.lines)
    return Part(heading, items, _rest(view, section, "commitments"), empty)


def _rest(view: View, section: Section, kind: str) -> str:
    """How many more there are, with the command that shows them as they stood: statements stand in no timeline."""
    if not section.more:
        return ""
    brief = view.brief
    whose = (
        f'--pair "{brief.own},{brief.other}"' if brief.own and is_country(brief.other) else f'--actor "{brief.other}"'
    )
    lists = f"list {kind} {whose} --until" if kind == "statements" else f"timeline {whose} --as-of"
    return f"and {section.more} more: readout {lists} {brief.as_of} --limit 0"


def _undertaking(view: View, one: Line) -> Item:
    marks = [one.form or ""]
    if one.due:
        moved = f" (moved from {day(one.moved_from)})" if one.moved_from else ""
        marks.append(
            f"due {day(one.due)}{moved}"
            + (f", {one.time}" if one.time in ("past due", "due soon", "unanswered") else "")
        )
    if one.outcome:
        marks.append(f"{one.outcome}{_says(one)}, {day(one.since)}" if one.since else one.outcome)
    marks.append(_told(one))
    return Item(_who(one), _words(one), tuple(mark for mark in marks if mark), view.refer(one.told))


def _says(one: Line) -> str:
    """Who tells of the outcome: "confirmed by" somebody, or "in progress, says" somebody."""
    if not one.says:
        return ""
    return f" by {one_line(one.says)}" if (one.outcome or "").endswith(SAID_BY) else f", says {one_line(one.says)}"


def _told(one: Line) -> str:
    """When it was first told, and how long ago that was."""
    if not one.date:
        return ""
    return f"told {day(one.date)}" + (f", {age(one.days)} ago" if one.days else "")


def age(days: int) -> str:
    """A number of days in the largest unit of which there are two."""
    if days < 60:
        return _counted(days, "day", "days")
    return f"{days // 30} months" if days < 730 else f"{days // 365} years"


def _meeting(view: View, one: Line) -> Item:
    marks = (one.form or "", one.place or "", day(one.date or ""))
    return Item(_who(one), "", tuple(mark for mark in marks if mark), view.refer(one.told))


def _person(view: View, one: Person) -> Item:
    said = f"reported {day(one.said)}" if one.said else ""
    marks = (said, f"met {day(one.met)}" if one.met else "")
    return Item(one_line(one.name), one.title or "", tuple(mark for mark in marks if mark), view.refer(one.told))


def _topic(view: View, words: str, days: int, one: Line) -> Item:
    marks = (f"on {_counted(days, 'day', 'days')}", f"last {day(one.date or '')}", ", ".join(one.who))
    return Item(one_line(words), _words(one), tuple(mark for mark in marks if mark), view.refer(one.told))


def _said(view: View, one: Line) -> Item:
    return Item(_who(one), _words(one), (day(one.date or ""),), view.refer(one.told))


def _who(one: Line) -> str:
    by, to = (", ".join(one_line(name) for name in names) for names in (one.who, one.to))
    if one.form == "proposed" and by:
        return shortened(f"Asked of {by}", 90)
    return shortened(f"{by} → {to}" if to else by, 90)


def _words(one: Line) -> str:
    return quoted(shortened(one_line(one.words), LONGEST))


def _reference(number: int, report: Byline) -> Reference:
    url = report.url if report.url and report.url.startswith(("http://", "https://")) else None
    untitled = quoted(shortened(one_line(report.opening), TITLE)) if report.opening.strip() else ""
    title = shortened(one_line(report.title), TITLE) if report.title else untitled
    return Reference(
        number,
        one_line(report.outlet or report.file or "no outlet"),
        day(report.date or "no date"),
        title,
        report.id[:ID],
        url,
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
