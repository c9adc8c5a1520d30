"""Everything that a ledger keeps as JSON lines, and back: exported, imported and exported again, the bytes are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import insert

from readout.ledger import keeping, kept, rows
from readout.ledger.carry import added
from readout.ledger.decisions import REVIEWER, all_decisions, keep_decision
from readout.ledger.finding import insert_by_hand
from readout.ledger.opening import Transaction
from readout.ledger.packing import compact
from readout.ledger.plain import Connection
from readout.ledger.records import touching
from readout.ledger.register import keep_entry
from readout.ledger.tables import reports
from readout.model import (
    Actor,
    Decision,
    Finding,
    Office,
    Reading,
    ReadoutError,
    Report,
    Slot,
    Span,
    Stated,
    UnreadableInput,
    report_name,
)  # fmt: skip

FORMAT = 1
HEADER = {"line": "ledger", "format": FORMAT}
CHUNK = 200
NEW = ("file",)
"""What lines of a report have where it is known, and had not in earlier releases."""


def export(connection: Connection) -> Iterator[str]:
    """The lines of a ledger: reports, readings, reviewers, decisions, registered actors, each in the order of keeping."""
    for line in _objects(connection):
        yield json.dumps(line, ensure_ascii=False, sort_keys=True)


def _objects(connection: Connection) -> Iterator[dict[str, Any]]:
    yield HEADER
    for row in each(connection, "reports"):
        said = {k: v for k, v in row._asdict().items() if k not in ("number", "sha256")}
        yield {"line": "report", **{k: v for k, v in said.items() if v is not None or k not in NEW}}
    yield from _reading_lines(connection)
    for row in each(connection, "reviewers"):
        yield {"line": "reviewer", "name": row.name, "at": row.at, "active": bool(row.active)}
    for decision in all_decisions(connection):
        yield {"line": "decision", **decision.to_dict()}
    for row in each(connection, "registered"):
        yield {"line": "actor", "id": row.id, "name": row.name, "at": row.at, "entry": json.loads(row.entry)}


def each(connection: Connection, table: str) -> Iterator[Any]:
    """The rows of a table in order, some at a time, so that a ledger of any size is never held whole."""
    yield from _in_order(connection, table, "number", 0)


def each_by_id(connection: Connection, table: str) -> Iterator[Any]:
    """The same by their ids, whatever the order of keeping."""
    yield from _in_order(connection, table, "id", "")


def _in_order(connection: Connection, table: str, by: str, last: int | str) -> Iterator[Any]:
    query = f"SELECT * FROM {table} WHERE {by} > :last ORDER BY {by} LIMIT {CHUNK}"
    while some := connection.rows(query, last=last):
        yield from some
        last = getattr(some[-1], by)


def _reading_lines(connection: Connection) -> Iterator[dict[str, Any]]:
    fingerprints = dict(connection.rows("SELECT number, fingerprint FROM readers"))
    names = {}
    for row in each(connection, "readings"):
        if row.report not in names:
            names = {row.report: kept.report_at(connection, row.report)}
        reading = rows.reading(names[row.report], row, fingerprints[row.reader])
        yield {"line": "reading", "at": row.at, **reading_object(reading)}


def reading_object(reading: Reading) -> dict[str, Any]:
    """A reading without its text, with all that `Reading.to_dict` leaves out."""
    report = reading.report
    heads = {name: value for name in rows.STATED if (value := getattr(report, name))}
    return {
        "report": report.id,
        "reader": reading.reader,
        "language": report.language,
        "head": {name: {"value": v.value, "span": v.span and v.span.to_list()} for name, v in heads.items()},
        "actors": [{k: v for k, v in actor.to_dict().items() if k != "id"} for actor in reading.actors],
        "findings": [_finding_object(finding) for finding in reading.findings],
    }


def _finding_object(finding: Finding) -> dict[str, Any]:
    row = {k: v for k, v in finding.to_dict().items() if k != "slots"}
    slots = [{"role": slot.role, **slot.to_dict()} for slot in finding.slots]
    parts = [span.to_list() for span in finding.spans]
    return {**row, "spans": parts, "score": finding.score, "path": list(finding.path), "slots": slots}


# --- back again


def take_in(connection: Transaction, lines: Iterable[tuple[int, str]], name: str) -> Iterator[int]:
    """Keeps what the lines say, where it is not kept already; yields the number of each report that it touched.

    Raises UnreadableInput, with the file's `name` and the line, for what is no line of a ledger or does not agree with
    its own ids; nothing of the call is kept then, as it is one transaction.
    """
    for number, line in lines:
        try:
            row = json.loads(line)
            yield from _KEEP[row["line"]](connection, row)
        except ReadoutError as problem:
            raise UnreadableInput(f"{name}: line {number}: {problem}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise UnreadableInput(
                f"{name}: line {number}: no line of an exported ledger. Give a file of `readout export` as it was written."
            ) from None


def check_header(line: str, name: str) -> None:
    """Raises UnreadableInput where the first line of a file is not that of an exported ledger."""
    if not line.strip():
        raise UnreadableInput(f"{name}: empty, so no exported ledger. Give a file of `readout export`.")
    try:
        row = json.loads(line)
        exported = isinstance(row, dict) and row.get("line") == "ledger"
    except ValueError:
        exported = False
    if not exported:
        raise UnreadableInput(
            f"{name}: no exported ledger. Give a file of `readout export`; `readout add` takes reports."
        )


def _header(_: Transaction, row: dict[str, Any]) -> Iterable[int]:
    if row["format"] != FORMAT:
        raise UnreadableInput(f"format {row['format']}; this Readout reads format {FORMAT}. Install the newer Readout.")
    return ()


def _report(connection: Transaction, row: dict[str, Any]) -> Iterable[int]:
    name = report_name(row["text"], row["title"], row["source"], row["url"], row["date"])
    if name != row["id"]:
        raise UnreadableInput(f"the report {row['id']} is not what its name says; its text or origin was altered.")
    if not connection.first("SELECT number FROM reports WHERE id = :id", id=name):
        kept_row = {k: row[k] for k in ("id", "given", "title", "source", "url", "date", "at", "text")}
        text = Report(name, row["text"])
        connection.execute(insert(reports), {**kept_row, "file": row.get("file"), "sha256": text.sha256})
    return ()


def _reading(connection: Transaction, row: dict[str, Any]) -> Iterable[int]:
    report = kept.report(connection, row["report"])
    if _is_kept(connection, report.number, row["reader"], row["at"]):
        return ()
    reading = reading_from(row, report)
    for told, finding in zip(row["findings"], reading.findings, strict=True):
        if told["id"] != finding.id:
            raise UnreadableInput(f"the finding {told['id']} is not what its id says; it was altered.")
    done = keeping.keep(connection, reading, None, row["at"])
    return (done.number,) if done.read else ()


def _is_kept(connection: Transaction, report: int, reader: str, at: str) -> bool:
    query = f"{kept.READINGS} WHERE report = :report AND fingerprint = :reader AND at = :at"
    return connection.first(query, report=report, reader=reader, at=at) is not None


def reading_from(row: dict[str, Any], report: kept.KeptReport) -> Reading:
    """The reading of an exported line, with its report."""
    outlet, credited, published = (
        Stated(said["value"], _span(said["span"])) if (said := row["head"].get(name)) else None for name in rows.STATED
    )
    text = Report(
        report.id, report.text, report.title, report.source, report.url, outlet, credited, published, row["language"], report.file,
    )  # fmt: skip
    actors = tuple(_actor(actor) for actor in row["actors"])
    return Reading(text, row["reader"], actors, tuple(_finding(finding, report.id) for finding in row["findings"]))


def _actor(row: dict[str, Any]) -> Actor:
    offices = tuple(Office(o["title"], o["of"], _span(o["span"]), o["source"]) for o in row["offices"])
    mentions = tuple(Span(*span) for span in row["mentions"])
    return Actor(row["name"], row["kind"], offices, mentions, tuple(row["stands_for"]))


def _finding(row: dict[str, Any], report: str) -> Finding:
    slots = tuple(
        Slot(s["role"], s["value"], _span(s.get("span")), s.get("actor"), s.get("precision"), s.get("how"))
        for s in row["slots"]
    )
    parts = tuple(Span(*span) for span in row["spans"])
    return Finding(row["kind"], report, Span(*row["span"]), slots, row["rule"], row["score"], parts, tuple(row["path"]))


def _span(span: list[int] | None) -> Span | None:
    return Span(*span) if span else None


def _reviewer(connection: Transaction, row: dict[str, Any]) -> Iterable[int]:
    said = {"name": row["name"], "at": row["at"], "active": int(row["active"])}
    query = "SELECT number FROM reviewers WHERE name = :name AND at = :at AND active = :active"
    if not connection.first(query, **said):
        connection.run(REVIEWER, **said)
    return ()


def _decision(connection: Transaction, row: dict[str, Any]) -> Iterable[int]:
    values = compact(row["values"])
    decision = Decision(
        row["verb"], row["target"], row["by"], row["at"], row["words"], row["other"], row["note"], values
    )
    if decision.id != row["id"]:
        raise UnreadableInput(f"the decision {row['id']} is not what its id says; it was altered.")
    if decision.verb == "add":
        report = kept.report(connection, decision.given["report"])
        insert_by_hand(connection, added(decision.given), report.number)
        keep_decision(connection, decision)
        return (report.number,)
    return touching.reports_of(connection, [decision]) if keep_decision(connection, decision) else ()


def _registered(connection: Transaction, row: dict[str, Any]) -> Iterable[int]:
    entry = compact(row["entry"])
    keep_entry(connection, {"id": row["id"], "name": row["name"], "at": row["at"], "entry": entry})
    return ()


_KEEP = {
    "ledger": _header, "report": _report, "reading": _reading, "reviewer": _reviewer, "decision": _decision,
    "actor": _registered,
}  # fmt: skip
