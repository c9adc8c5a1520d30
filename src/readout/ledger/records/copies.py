"""Reprints: which reports are the same text printed again, found as they come, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

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


MOST = 24
"""Reprints of which a report is known to be one: of what was printed more often, the first."""


@dataclass(frozen=True, slots=True)
class Reprints:
    """The reports of which one is a reprint; `late` says that very many are, and most of these came out before it."""

    reports: frozenset[int] = frozenset()
    late: bool = False


NONE = Reprints()


def note(connection: Transaction, number: int, report: Report) -> Reprints:
    """Keeps what a report is known again by, and of which it is a reprint: of the first `MOST`, if there are so many.

    So what is printed a thousand times is not held against a thousand others each time.
    """
    own = fingerprint(report)
    keys = sorted(keys_of(own.keys))
    here = (other for other in _alike(connection, keys, number) if are_reprints(own, other.fingerprint))
    found = list(islice(here, MOST))
    connection.execute(insert(bands), [{"key": key, "report": number} for key in keys])
    pairs = [{"one": min(number, one.number), "other": max(number, one.number)} for one in found]
    if pairs:
        connection.execute(insert(copies), sorted(pairs, key=lambda pair: (pair["one"], pair["other"])))
    before = sum(bool(one.published and report.date and one.published <= report.date) for one in found)
    late = len(found) == MOST and before > MOST // 2
    return Reprints(frozenset(one.number for one in found), late)


def forget(connection: Transaction, number: int) -> set[int]:
    """Takes out what `note` kept of a report; the numbers of its reprints until now."""
    text, published = _text(connection, number)
    keys = keys_of(fingerprint(_report(text, published)).keys)
    connection.execute(_BAND, [{"k": key, "r": number} for key in sorted(keys)])
    found = reprints_of(connection, [number]).get(number, ())
    connection.execute(delete(copies).where(or_(copies.c.one == number, copies.c.other == number)))
    return set(found)


class Print(NamedTuple):
    """Another report that shares a band, by the date that was read in it."""

    number: int
    published: str | None
    fingerprint: Fingerprint


def _alike(connection: Transaction, keys: list[int], number: int) -> Iterator[Print]:
    """Other reports that share a band, by date and id, with their fingerprints, made anew from their texts."""
    here = set(connection.scalars("SELECT DISTINCT report FROM bands WHERE key AMONG :some", some=keys)) - {number}
    for other in connection.scalars(IN_TIME, some=here) if here else ():
        text, published = _text(connection, other)
        yield Print(other, published, fingerprint(_report(text, published)))


IN_TIME = """
    SELECT reports.number FROM reports
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings WHERE report = reports.number)
    WHERE reports.number AMONG :some ORDER BY published IS NULL, published, reports.id
"""


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


def linked(connection: Transaction, report: int, others: Iterable[int]) -> list[dict[str, int]]:
    """Links between the facts of a report and those of its reprints that stand on the same words, or nearly the same."""
    own = _passages(connection, report) if others else {}
    return [
        {"one": min(one, copy), "other": max(one, copy), "strength": REPRINTED}
        for other in sorted(others)
        for one, copy in same_passages(own, _passages(connection, other))
    ]


def _passages(connection: Transaction, report: int) -> Mapping[int, tuple[str, str]]:
    """The facts of a report by number: their kind and words, none where its head tells."""
    members = grouping.load(connection, grouping.OF_REPORT, report=report)
    return {number: (KIND_NAMES[m.row.kind], m.said) for number, m in sorted(members.items())}
