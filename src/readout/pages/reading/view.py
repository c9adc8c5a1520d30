"""A reading as the page shows it: every value a string, every fact with its anchor and its code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from readout.model import kinds
from readout.pages.phrasing import actor_of, day, heading, offices, one_line, value
from readout.pages.reading.marks import Layer, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from readout.model import Finding, Kind, Reading, Report, Slot, SlotDefinition


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value of a slot, what is known of it beside, and the words it was worked out from where they differ."""

    text: str
    beside: str = ""
    words: str = ""
    actor: bool = False


@dataclass(frozen=True, slots=True)
class FactView:
    """A finding as a card: `code` (S3) stands beside its words too, `key` joins the two."""

    key: str
    code: str
    id: str
    label: str
    quote: str
    direct: bool
    rows: tuple[tuple[str, tuple[ValueView, ...]], ...]
    rule: str
    score: str


@dataclass(frozen=True, slots=True)
class KindView:
    """The facts of one kind; `number` picks its colour and its line."""

    number: int
    kind: Kind
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with all that the page says of it."""

    number: int
    heading: str
    language: str
    origin: tuple[tuple[str, str], ...]
    link: str | None
    has_meeting: bool
    paragraphs: tuple[Markup, ...]
    groups: tuple[KindView, ...]
    reader: str
    sha256: str


def report_view(reading: Reading, name: str, number: int) -> ReportView:
    """The view of one reading; `number` keeps anchors of several reports apart."""
    report, coded = reading.report, dict(_coded(reading, number))
    layers = [layer for finding in reading.findings for layer in _layers(finding, *coded[finding])]
    groups = [
        KindView(order, kind, tuple(_fact(reading, f, kind, *coded[f]) for f in reading.of_kind(kind.kind)))
        for order, kind in enumerate(kinds().values(), 1)
    ]
    return ReportView(
        number=number,
        heading=heading(reading),
        language=report.language,
        origin=tuple(_origin(report, name)),
        link=report.url if report.url and urlsplit(report.url).scheme in ("http", "https") else None,
        has_meeting=bool(reading.of_kind("meeting")),
        paragraphs=paragraphs(report.text, layers),
        groups=tuple(group for group in groups if group.facts),
        reader=reading.reader,
        sha256=report.sha256,
    )


def _coded(reading: Reading, number: int) -> Iterator[tuple[Finding, tuple[str, str]]]:
    """Each finding with its key on the page and its code: the kind's letter and its number in the report."""
    letters = code_letters()
    for kind in kinds():
        for place, finding in enumerate(reading.of_kind(kind), 1):
            yield finding, (f"{number}-{kind}-{place}", f"{letters[kind]}{place}")


def code_letters() -> dict[str, str]:
    """A letter for each kind: the first of its label that no kind before it has."""
    letters: dict[str, str] = {}
    for kind in kinds().values():
        letters[kind.kind] = next(letter for letter in kind.label.upper() if letter not in letters.values())
    return letters


def _layers(finding: Finding, key: str, code: str) -> Iterator[Layer]:
    number = list(kinds()).index(finding.kind) + 1
    label = kinds()[finding.kind].label
    labels = {slot.role: slot.label for slot in kinds()[finding.kind].slots}
    for place, part in enumerate(finding.spans or (finding.span,)):
        yield Layer(part, key, number, code=code if place == 0 else "", label=f"{label} {code[1:]}")
    for slot in finding.slots:
        if slot.span:
            yield Layer(slot.span, key, number, role=labels.get(slot.role, slot.role))


def _origin(report: Report, name: str) -> Iterator[tuple[str, str]]:
    outlet = report.outlet.value if report.outlet else report.source
    credited = report.credited.value if report.credited else None
    published = day(report.date) if report.date else None
    file = PurePath(name).name  # a page is passed on; where its file lay is nobody's business
    known = (("Outlet", outlet), ("Crediting", credited), ("Published", published), ("File", file))
    yield from ((label, one_line(said)) for label, said in known if said)


def _fact(reading: Reading, finding: Finding, kind: Kind, key: str, code: str) -> FactView:
    parts = finding.spans or (finding.span,)
    rows = ((_label(finding, slot), _values(reading, finding, slot)) for slot in kind.slots if finding.one(slot.role))
    form = finding.one("form")
    return FactView(
        key=key,
        code=code,
        id=finding.id,
        label=f"{kind.label} {code[1:]}",
        quote=" … ".join(one_line(part.of(reading.report.text)) for part in parts),
        direct=bool(form and form.value == "direct"),
        rows=tuple(rows),
        rule=finding.rule,
        score=f"{finding.score:.2f}",
    )


def _label(finding: Finding, slot: SlotDefinition) -> str:
    """What a slot is called: who is to act is asked to, where that was only proposed."""
    strength = finding.one("strength")
    return "Asked of" if slot.role == "by" and strength and strength.value == "proposed" else slot.label


def _values(reading: Reading, finding: Finding, definition: SlotDefinition) -> tuple[ValueView, ...]:
    return tuple(_value(reading, slot, definition.type) for slot in finding.all(definition.role))


def _value(reading: Reading, slot: Slot, type: str) -> ValueView:
    text = value(slot, type)
    words = one_line(slot.span.of(reading.report.text)) if slot.span else ""
    beside = offices(actor_of(reading, slot)) if type == "actor" else ""
    return ValueView(text, beside, words if words.lower() != text.lower() else "", actor=type == "actor")
