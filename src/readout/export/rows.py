"""A ledger as the rows of the tables, a record at a time: whatever writes them holds no more than it wants to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from readout.export.asked import Asked
from readout.export.tables import SLOT, Cell, Row, tables
from readout.ledger.records.record import Detail, Record, Source
from readout.ledger.snapshots import ReportHead, Snapshot
from readout.matching.undertakings import Drift
from readout.model import Span, kinds

FORMAT = 1
"""The edition of the tables; it rises when a column changes its name or meaning."""

Said = tuple[str, Mapping[str, Cell]]


def every_row(snapshot: Snapshot, asked: Asked) -> Iterator[tuple[str, Row]]:
    """Each row with the name of its table: records with what they stand on first, then reports, actors, columns."""
    every = tables()
    for table, said in _every(snapshot, asked):
        yield table, every[table].cells(said)


def _every(snapshot: Snapshot, asked: Asked) -> Iterator[Said]:
    seen = Seen()
    for wanted in asked.wanted():
        stood = snapshot.stood(wanted, asked.on) if asked.on else snapshot.details(wanted, asked.as_of)
        for detail in stood:
            for said in of_record(detail):
                seen.note(*said)
                yield said
    for head in snapshot.reports(asked.on):
        if asked.everything or head.id in seen.reports:
            seen.count(head)
            yield "reports", of_report(head)
    yield from seen.actors(snapshot)
    yield from _columns()
    yield from _about(snapshot, asked)


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose names and which reports the rows had: the names of actors, with how many reports have them as which kind."""

    names: dict[str, Counter[str]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)

    def note(self, table: str, said: Mapping[str, Cell]) -> None:
        """Keeps what a row of a record names."""
        if table == "roles":
            self.names.setdefault(str(said["actor"]), Counter())
        elif said.get("report"):
            self.reports.add(str(said["report"]))

    def count(self, head: ReportHead) -> None:
        """Counts those of the named whom a report mentions."""
        for kind, name in head.actors:
            if name in self.names:
                self.names[name][kind] += 1

    def actors(self, snapshot: Snapshot) -> Iterator[Said]:
        """A row a name."""
        also, wikidata = snapshot.other_names(), snapshot.wikidata()
        for name, counts in sorted(self.names.items()):
            kind = min(counts, key=lambda kind: (-counts[kind], kind), default=None)
            said = {"name": name, "kind": kind, "reports": counts.total()}
            yield "actors", {**said, "also": joined(also.get(name, ())), "wikidata": wikidata.get(name)}


def of_record(detail: Detail) -> Iterator[Said]:
    """A record, its sources, news and changes, its actors and pairs."""
    record = detail.record
    yield "records", {name: getattr(record, name) for name in _PLAIN} | dict(_slots(record))
    for number, source in enumerate(detail.sources, 1):
        yield "sources", {"record": record.id, "number": number, **_source(source)}
    for number, news in enumerate(detail.news, 1):
        said = {
            name: getattr(news, name)
            for name in ("report", "date", "effect", "standing", "who", "cue", "score", "sure")
        }
        yield "news", {"record": record.id, "number": number, **said, **_where(news.span), "quote": news.words}
    for number, change in enumerate(detail.changes, 1):
        said = {name: getattr(change, name) for name in ("field", "before", "after", "date", "who", "report", "quote")}
        yield "changes", {"record": record.id, "number": number, **said, **_where(change.span)}
    yield from _roles(record)
    yield from (("pairs", {"record": record.id, "one": one, "other": other}) for one, other in detail.pairs)


_PLAIN = tuple(each.name for each in fields(Record) if each.name != "slots")


def _slots(record: Record) -> Iterator[tuple[str, Cell]]:
    for role, values in record.slots.items():
        flag = len(values) == 1 and isinstance(values[0], bool)
        yield SLOT + role, values[0] if flag else joined(map(str, values))


def _roles(record: Record) -> Iterator[Said]:
    for slot in kinds()[record.kind].slots:
        if slot.type == "actor":
            for number, name in enumerate(record.slots.get(slot.role, ()), 1):
                yield "roles", {"record": record.id, "role": slot.role, "number": number, "actor": str(name)}


def _source(source: Source) -> dict[str, Cell]:
    said = {name: getattr(source, name) for name in ("report", "finding", "outlet", "date", "review", "reprint")}
    drift = differs(source.drift) if source.drift else None
    return {**said, **_where(source.span), "quote": source.words, "differs": drift}


def _where(span: Span | None) -> dict[str, Cell]:
    return {"start": span.start, "end": span.end} if span else {}


def differs(drift: Drift) -> str | None:
    """How strength, deadline and amount differ from the first telling; None where they do not."""
    pairs = {name: getattr(drift, name) for name in ("strength", "due", "amount")}
    return joined(f"{name}: {pair[0] or 'none'} -> {pair[1] or 'none'}" for name, pair in pairs.items() if pair)


def of_report(head: ReportHead) -> dict[str, Cell]:
    """A report's row."""
    plain = (column.name for column in tables()["reports"].columns if column.name != "called")
    return {name: getattr(head, name) for name in plain} | {"called": _called(head)}


def _called(head: ReportHead) -> str:
    by_outlet = head.outlet and ", ".join(filter(None, (head.outlet, head.date)))
    by_date = head.date and f"report of {head.date}"
    return head.title or by_outlet or head.file or head.given or by_date or head.id


def _columns() -> Iterator[Said]:
    for table in tables().values():
        for column in table.columns:
            said = {"name": column.name, "type": column.type, "says": column.says, "refers": column.to}
            yield "columns", {"in_table": table.name, **said, "kinds": joined(column.kinds)}


def _about(snapshot: Snapshot, asked: Asked) -> Iterator[Said]:
    known: dict[str, str | None] = {
        "format": str(FORMAT), "as_of": asked.as_of, "stood": "on as_of, from what was dated by then" if asked.stood else None,
        "kinds": joined(asked.kinds), "actor": asked.actor if isinstance(asked.actor, str) else joined(asked.actor or ()),
        "pair": joined(asked.pair or ()), "since": asked.since, "until": asked.until,
        "readers": joined(snapshot.readers()),
    }  # fmt: skip
    yield from (("about", {"name": name, "value": value}) for name, value in known.items() if value)


def joined(values: Iterator[str] | tuple[str, ...] | list[str]) -> str | None:
    """Several values in one cell; None where there are none."""
    return "; ".join(values) or None
