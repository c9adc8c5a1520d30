"""What matching sees of a finding or a sentence, as compact JSON and back, the same value for value."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from zlib import DEFLATED, compressobj, decompressobj

from readout.ledger.packing import compact
from readout.ledger.plain import Row
from readout.matching.account import Account
from readout.matching.parties import Party
from readout.matching.passages import Passage
from readout.matching.undertakings import Undertaking
from readout.matching.words import Words
from readout.model import KIND_NAMES, Span

Feature = Account | Undertaking | Passage


LEVEL, WINDOW, MEMORY = 6, 12, 4
"""Of the deflater: a small window for small values, without head and checksum (RFC 1951)."""


def written(feature: Feature, people: Iterable[int]) -> bytes:
    """A feature without what its row says beside (report, date, kind, words), and the numbers of those who act in it."""
    said = compact([sorted(set(people)), _WRITE[type(feature)](feature)])
    deflate = compressobj(LEVEL, DEFLATED, -WINDOW, MEMORY, zdict=_often_said())
    return deflate.compress(said.encode()) + deflate.flush()


def _said(data: bytes) -> Any:
    inflate = decompressobj(-WINDOW, zdict=_often_said())
    return json.loads(inflate.decompress(data))


@cache
def _often_said() -> bytes:
    """The dictionary of the deflater, what is said most at its end: stems that tell something, and sides."""
    table = files("readout.lang").joinpath("en", "matching", "rarity.csv").read_text(encoding="utf-8")
    stems = [(int(reports), stem) for stem, reports in list(csv.reader(table.splitlines()))[1:] if stem != "*"]
    common = [stem for _, stem in sorted(stems)[-STEMS:]]
    return (
        f'{json.dumps(common, separators=(",", ":"))}{SIDES}],[],[],null,null,1,0,"talks","signed","pledged",'.encode()
    )


STEMS = 300
SIDES = (
    '"Pakistan","Uzbekistan","Kazakhstan","Georgia","Armenia","Azerbaijan","Saudi Arabia","Turkey","Australia","Italy",'
    '"Canada","Poland","Philippines","India","South Korea","Iran","United Kingdom","Germany","France","Japan","G7",'
    '"United Nations","European Union","NATO","China","Israel","Russia","Ukraine",[["Ukraine","United States"],[["United States"],'
)


@lru_cache(maxsize=16_384)
def people(data: bytes) -> tuple[int, ...]:
    """The numbers of the names of those who act in a fact."""
    return tuple(_said(data)[0])


def read(row: Row, id: str, said: str = "") -> Feature:
    """What matching sees of a row of facts; `id` is what it calls the fact, `said` the words of an undertaking."""
    return _read(row.features, KIND_NAMES[row.kind], id, str(row.report), row.told, said)


@lru_cache(maxsize=16_384)
def _read(data: bytes, kind: str, id: str, report: str, told: str | None, said: str) -> Feature:
    """The same; one fact is looked at again and again while reports are added."""
    feature = _said(data)[1]
    if kind == "meeting":
        return _account(feature, id, report)
    if kind == "commitment":
        return _undertaking(feature, id, report, told, said)
    sides, when, *words = feature
    return Passage(id, kind, told, frozenset(sides), _words(*words) if words else Words(frozenset()), when)


def _write_account(a: Account) -> list[Any]:
    met = sorted([sorted(p.sides), p.person] for p in a.parties)
    flags = [int(a.main), int(a.dateless)]
    return [met, a.kind, a.place, a.day, int(a.stated), a.outlet, a.period, sorted(a.also), *flags, sorted(a.event)]


def _account(row: list[Any], id: str, report: str) -> Account:
    met, kind, place, day, stated, outlet, period, also, main, dateless, event = row
    parties = frozenset(Party(frozenset(sides), person) for sides, person in met)
    finding = None if id.startswith("report:") else id
    known = bool(stated), period, frozenset(also), bool(main), bool(dateless), frozenset(event)
    return Account(id, finding, report, outlet, parties, kind, place, day, *known)


def _write_undertaking(u: Undertaking) -> list[Any]:
    flags = [u.strength, u.due, u.precision, u.amount, int(u.umbrella), int(u.specific)]
    return [sorted(u.by), sorted(u.to), sorted(u.table), u.span.to_list(), *flags, *_write_words(u.words)]


def _undertaking(row: list[Any], id: str, report: str, told: str | None, said: str) -> Undertaking:
    by, to, table, span, strength, due, precision, amount, umbrella, specific, *words = row
    sides = frozenset(by), frozenset(to), frozenset(table)
    return Undertaking(
        id, report, Span(*span), told, *sides, said, _words(*words), strength, due, amount, bool(umbrella),
        specific=bool(specific), precision=precision,
    )  # fmt: skip


def _write_passage(p: Passage) -> list[Any]:
    return [sorted(p.sides), p.said, *(_write_words(p.words) if p.words.stems else [])]


_WRITE: dict[type, Any] = {Account: _write_account, Undertaking: _write_undertaking, Passage: _write_passage}


def _write_words(words: Words) -> list[list[Any]]:
    row = words.row or tuple(sorted(words.stems))
    return [list(row), sorted(words.named), sorted(words.sums)]


def _words(row: list[str], named: list[str], sums: list[int]) -> Words:
    return Words(frozenset(row), frozenset(named), frozenset(sums), tuple(row))
