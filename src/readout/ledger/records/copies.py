"""Reprints: which reports are the same text printed again, found as they come, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import bindparam, delete, insert, or_

from readout.ledger.opening import Transaction
from readout.ledger.records import grouping
from readout.ledger.records.derive import keys_of
from readout.ledger.records.originals import reprints_of
from readout.ledger.records.pairing import REPRINTED
from readout.ledger.records.tables import bands, copies
from readout.matching.reprints import Fingerprint, are_reprints, fingerprint, same_passages
from readout.model import KIND_NAMES, Report, Stated

_BAND = delete(bands).where(bands.c.key == bindparam("k"), bands.c.report == bindparam("r"))


def note(connection: Transaction, number: int, report: Report) -> set[int]:
    """Keeps what a report is known again by, and of which it is a reprint; the numbers of these."""
    own = fingerprint(report)
    keys = sorted(keys_of(own.keys))
    found = {other for other, print_ in _alike(connection, keys, number) if are_reprints(own, print_)}
    connection.execute(insert(bands), [{"key": key, "report": number} for key in keys])
    pairs = [{"one": min(number, other), "other": max(number, other)} for other in sorted(found)]
    if pairs:
        connection.execute(insert(copies), pairs)
    return found


def forget(connection: Transaction, number: int) -> set[int]:
    """Takes out what `note` kept of a report; the numbers of its reprints until now."""
    text, published = _text(connection, number)
    keys = keys_of(fingerprint(_report(text, published)).keys)
    connection.execute(_BAND, [{"k": key, "r": number} for key in sorted(keys)])
    found = reprints_of(connection, [number]).get(number, ())
    connection.execute(delete(copies).where(or_(copies.c.one == number, copies.c.other == number)))
    return set(found)


def _alike(connection: Transaction, keys: list[int], number: int) -> Iterator[tuple[int, Fingerprint]]:
    """Other reports that share a band, with their fingerprints, made anew from their texts."""
    here = connection.scalars("SELECT DISTINCT report FROM bands WHERE key AMONG :some", some=keys)
    for other in sorted(set(here) - {number}):
        yield other, fingerprint(_report(*_text(connection, other)))


def _text(connection: Transaction, number: int) -> tuple[str, str | None]:
    """The text of a report and the date that its newest reading found."""
    text, published = connection.rows(TEXT, number=number)[0]
    return text, published


TEXT = """
    SELECT text, published FROM reports
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings WHERE report = reports.number)
    WHERE reports.number = :number
"""


def _report(text: str, published: str | None) -> Report:
    return Report("", text, published=Stated(published) if published else None)


def linked(connection: Transaction, report: int, others: Iterable[int]) -> Iterator[dict[str, int]]:
    """Links between the facts of a report and those of its reprints that stand on the same words, or nearly the same."""
    own = _passages(connection, report) if others else {}
    for other in sorted(others):
        theirs = _passages(connection, other)
        for one, copy in same_passages(own, theirs):
            yield {"one": min(one, copy), "other": max(one, copy), "strength": REPRINTED}


def _passages(connection: Transaction, report: int) -> Mapping[int, tuple[str, str]]:
    """The facts of a report by number: their kind and words, none where its head tells."""
    members = grouping.load(connection, grouping.OF_REPORT, report=report)
    return {number: (KIND_NAMES[m.row.kind], m.said) for number, m in sorted(members.items())}
