"""A comparison as the page shows it: every value a string, every row with its cells and their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from readout.model import kinds
from readout.pages.compare.quotes import Piece, pieces
from readout.pages.compare.summary import listed
from readout.pages.phrasing import day, one_line, shortened
from readout.pages.reading.marks import Layer, paragraphs

if TYPE_CHECKING:
    from markupsafe import Markup

    from readout.asking.compare import Account, Comparison, Difference, Passage, Row, Subject, Telling

COLOURS = {"differently": 5, "both": 4, "one": 1, "other": 3}
"""The colour of the frame (k1 to k6) that each verdict has, in the order of the page."""
RANKS = {
    kind: place for place, kind in enumerate(("commitment", "agreement", "project", "progress", "statement", "meeting"))
}
"""In which order one account's own findings are told: what was undertaken first, other meetings that it mentions last."""
FIELDS = {
    "strength": "strength", "status": "status", "effect": "effect", "told as": "whether it is undertaken or said",
    "due": "deadline", "amount": "amount", "date": "date", "actors": "who acts", "participants": "who was there",
    "form": "form", "place": "place",
}  # fmt: skip
SHOWN = ("strength", "status", "effect", "kind", "date", "place", "due", "due_text", "amount")
ROLES = {"form": "kind"}
LABELS = {"due": "Deadline", "due_text": "Deadline", "strength": "Strength", "amount": "Amount", "kind": "Form"}
NEAREST = 260
NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class FactView:
    """A value of a telling; `sort` is that of the difference that it makes, if any."""

    label: str
    value: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class CellView:
    """How one account tells it; `again` are the sentences in which it does so again, each with its key."""

    key: str
    who: FactView | None
    quote: tuple[Piece, ...]
    facts: tuple[FactView, ...]
    sentence: int
    again: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: its number on the page, its kind, how the accounts differ, and a cell for each that tells it."""

    number: int
    kind: str
    ways: str
    cells: tuple[CellView | None, CellView | None]
    near: str
    near_key: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of one account with all that it alone tells in it: the rows, and the sentence quoted once."""

    rows: tuple[RowView, ...]
    quote: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account: its name in the comparison, where it comes from, and its text with the rows marked."""

    letter: str
    name: str
    title: str
    outlet: str
    date: str
    link: str | None
    language: str
    sentences: int
    paragraphs: tuple[Markup, ...]
    named: tuple[tuple[str, int], ...]


def row_views(found: Comparison) -> dict[str, list[RowView]]:
    """The rows by verdict, numbered through in the order of the page."""
    views: dict[str, list[RowView]] = {}
    for number, row in _numbered(found):
        views.setdefault(row.verdict, []).append(_row(found, row, number))
    return views


def sentence_views(found: Comparison) -> dict[str, list[SentenceView]]:
    """What only one account tells, by verdict ("one", "other"): rows of one sentence together."""
    views: dict[str, list[SentenceView]] = {}
    alone = ((number, row) for number, row in _numbered(found) if row.verdict in ("one", "other"))
    for _, some in groupby(alone, key=lambda each: (each[1].verdict, _own(each[1])[0].around.sentence)):
        numbered = list(some)
        rows = [row for _, row in numbered]
        account = found.one if rows[0].one else found.other
        quote = pieces(account.report.text, [_own(row)[0] for row in rows])
        view = SentenceView(tuple(_row(found, row, number) for number, row in numbered), quote)
        views.setdefault(rows[0].verdict, []).append(view)
    return views


def _numbered(found: Comparison) -> Iterator[tuple[int, Row]]:
    """All rows with their numbers, in the order of the page."""
    rows = (row for verdict in COLOURS for row in _in_order([row for row in found.rows if row.verdict == verdict]))
    yield from enumerate(rows, 1)


def _in_order(rows: list[Row]) -> list[Row]:
    """What only one account tells by sentences, those first in which something weighs most."""
    if not rows or (rows[0].one and rows[0].other):
        return rows
    first: dict[int, int] = {}
    for row in rows:
        sentence = _own(row)[0].around.sentence
        first[sentence] = min(RANKS[row.kind], first.get(sentence, len(RANKS)))

    def place(row: Row) -> tuple[int, int, int]:
        sentence = _own(row)[0].around.sentence
        return first[sentence], sentence, RANKS[row.kind]

    return sorted(rows, key=place)


def _own(row: Row) -> tuple[Telling, ...]:
    return row.one or row.other


def account_view(found: Comparison, which: int, name: str) -> AccountView:
    """The view of the first or second account (0 or 1), with its text."""
    account, letter = (found.one, "a") if which == 0 else (found.other, "b")
    report = account.report
    link = report.url if report.url and urlsplit(report.url).scheme in ("http", "https") else None
    return AccountView(
        letter=letter,
        name=name,
        title=one_line(report.title or ""),
        outlet=one_line(account.outlet or account.report.file or ""),
        date=day(report.date) if report.date else "",
        link=link,
        language=report.language,
        sentences=account.sentences,
        paragraphs=paragraphs(report.text, list(_layers(found, which))),
        named=tuple(_named((found.named_by_one, found.named_by_other)[which])),
    )


def _named(subjects: Sequence[Subject]) -> Iterator[tuple[str, int]]:
    yield from ((one_line(subject.name), subject.passage.sentence) for subject in subjects)


def _layers(found: Comparison, which: int) -> Iterator[Layer]:
    """The marks of an account's text: each telling with the number of its row, and the sentences that come near a row."""
    for number, row in _numbered(found):
        for place, telling in enumerate((row.one, row.other)[which]):
            key = _key(number, "ab"[which], place)
            for part, passage in enumerate(telling.parts):
                code = str(number) if part == 0 else ""
                yield Layer(passage.span, key, COLOURS[row.verdict], code=code, label=f"Row {number}")
        if row.near and row.verdict == ("other", "one")[which]:
            yield Layer(row.near.span, f"{number}-near", 2, code=f"≈{number}", label=f"Comes near row {number}")


def _key(number: int, letter: str, place: int) -> str:
    return f"{number}-{letter}" if place == 0 else f"{number}-{letter}-{place + 1}"


def _row(found: Comparison, row: Row, number: int) -> RowView:
    cells = (
        _cell(found.one, row.one, row, number, 0) if row.one else None,
        _cell(found.other, row.other, row, number, 1) if row.other else None,
    )
    return RowView(
        number=number,
        kind=kinds()[row.kind].label if row.kind != "commitment" else "Undertaking",
        ways=listed(list(dict.fromkeys(_way(difference.field, row.kind) for difference in row.differences))),
        cells=cells,
        near=_near(row.near),
        near_key=f"{number}-near" if row.near else "",
    )


def _way(field: str, kind: str) -> str:
    return "who speaks of it" if (field, kind) == ("actors", "statement") else FIELDS[field]


def _near(near: Passage | None) -> str:
    return shortened(one_line(near.words), NEAREST) if near else ""


def _cell(account: Account, tellings: tuple[Telling, ...], row: Row, number: int, which: int) -> CellView:
    first, letter = tellings[0], "ab"[which]
    differing = [(d, (d.where_one, d.where_other)[which]) for d in row.differences]
    return CellView(
        key=_key(number, letter, 0),
        who=_who(first, row),
        quote=pieces(account.report.text, [first], differing),
        facts=tuple(_facts(first, row, which)),
        sentence=first.around.sentence,
        again=tuple((_key(number, letter, n), each.around.sentence) for n, each in enumerate(tellings[1:], 1)),
    )


def _who(telling: Telling, row: Row) -> FactView | None:
    differs = any(d.field in ("actors", "participants") for d in row.differences)
    names = [one_line(name) for name in telling.who]
    return FactView("", listed(names), "actor" if differs else "") if names else None


def _facts(telling: Telling, row: Row, which: int) -> Iterator[FactView]:
    """What is to be known of a telling at a glance, and each difference whose value it has or lacks."""
    said = dict(telling.said)
    differing = {ROLES.get(d.field, d.field): d for d in row.differences if d.sort != "actor"}
    if "due" in said:
        said.pop("due_text", None)
    for role in SHOWN:
        difference = differing.get(role)
        if difference:
            yield FactView(_label(role), _said(difference, which), difference.sort)
        elif role in said and (role != "kind" or telling.kind == "meeting"):
            yield FactView(_label(role), day(said[role]) if role in ("due", "date") else one_line(said[role]))
    if "told as" in differing:
        yield FactView("Told as", {"commitment": "an undertaking"}.get(telling.kind, "a statement"), "strength")


def _label(role: str) -> str:
    return LABELS.get(role, role.capitalize())


def _said(difference: Difference, which: int) -> str:
    values = (difference.one, difference.other)[which]
    return (
        listed([day(value) if difference.field in ("due", "date") else one_line(value) for value in values])
        or NOT_GIVEN
    )
