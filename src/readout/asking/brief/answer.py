"""What a brief says, as frozen values: each line names the reports that it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from readout.asking.leading import Under
from readout.ledger.kept import Byline
from readout.model import Span


@dataclass(frozen=True, slots=True)
class Told:
    """Where something is told: the report's id and ISO date, and the span of the words in its text."""

    report: str
    date: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief. `id` is the record's, `who` acts (`to` whom), `words` are the report's own.

    `date` is when it was first told (for a meeting, its day). `form` is the kind of meeting, the strength of an undertaking,
    the status of a document; `outcome`, `due` (ISO, as exact as it was said) and `time` are an undertaking's, as of the day;
    `moved_from` is the deadline before where a later report moved it.
    `became` is the sentence that the outcome rests on and `says` who tells it; `late` where the line stands on a later report.
    """

    id: str
    kind: str
    who: tuple[str, ...]
    to: tuple[str, ...]
    words: str
    date: str | None
    form: str | None
    told: tuple[Told, ...]
    place: str | None = None
    due: str | None = None
    time: str | None = None
    outcome: str | None = None
    became: str | None = None
    says: str | None = None
    since: str | None = None
    days: int | None = None
    moved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the other side whom the reader of the brief may meet.

    `title` is the office that reports gave last by the day, `told` where; None where none gives one. `met` is when reports
    last put this person at a meeting of the two, and where that is told.
    """

    name: str
    title: str | None
    said: str | None
    reports: int
    told: tuple[Told, ...]
    met: str | None


@dataclass(frozen=True, slots=True)
class Topic:
    """What the other side came back to: words that its statements share, and these, the newest first."""

    words: str
    days: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind, the most important first, and how many more there are."""

    lines: tuple[Line, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """All of a brief. `own` is who reads it (None: anybody who meets `other`); nothing in it is dated after `as_of`.

    Where `since` is a day, undertakings are those told since then, due since then, or told at the last meeting, and
    meetings those held since then, but of two countries all.

    `agreed` is what was undertaken and signed at the last meeting, `others` are further meetings, `theirs`, `ours` and `joint` are open undertakings,
    `led` is what the states and bodies that a person headed undertook meanwhile without that person and is open,
    `asked_of_us` and `asked_of_them` what one side asked the other to do. `unsure` counts findings that are left out for a
    low score, `umbrellas` undertakings that only point to others, `over` those to meet or to visit whose time has passed, or
    after which those who were to met. `reports` are those that the lines name.
    """

    own: str | None
    other: str
    as_of: str
    since: str | None
    people: tuple[Person, ...]
    last: Line | None
    agreed: Section
    others: Section
    theirs: Section
    ours: Section
    joint: Section
    delivered: Section
    asked_of_us: Section
    asked_of_them: Section
    topics: tuple[Topic, ...]
    said: Section
    meetings: int
    unsure: int
    umbrellas: int
    over: int
    reports: tuple[Byline, ...]
    led: tuple[Under[Section], ...] = ()
