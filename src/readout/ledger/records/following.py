"""Later sentences meet earlier undertakings, whichever of the two came first into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readout.ledger.opening import Transaction
from readout.ledger.plain import Row
from readout.ledger.records import grouping, heaping, heard
from readout.ledger.records.columns import day
from readout.ledger.records.derive import Fact, hashed
from readout.ledger.records.features import read
from readout.matching.evidence import Evidence, may_be_of, weighed
from readout.matching.likeness import anchors, foremost
from readout.matching.tellings import Telling
from readout.matching.undertakings import Undertaking, key_of

CHUNK = 400


def heard_of(connection: Transaction, report: int, told: Sequence[Telling]) -> set[int]:
    """Keeps which earlier undertakings the sentences of a report are news of; their facts."""
    by_key = _by_key(telling for telling in told if telling.told)
    if not by_key:
        return set()
    found: list[tuple[int, int, Evidence]] = []
    for number, (undertaking, shared) in _earlier(connection, list(by_key), told[0].told or "").items():
        if not may_be_of(undertaking, told[0].about):
            continue
        for telling in {id(t): t for key in shared for t in by_key[key]}.values():
            if evidence := weighed(undertaking, telling):
                found.append((number, report, evidence))
    return heaping.add(connection, found)


def unheard(connection: Transaction, report: int, told: Sequence[Telling]) -> tuple[set[int], set[int]]:
    """Forgets what the sentences of a report told of earlier undertakings: their facts, and those to be gathered anew."""
    by_key = _by_key(telling for telling in told if telling.told)
    if not by_key:
        return set(), set()
    return heaping.forget(connection, report, grouping.numbers_sharing_keys(connection, by_key, told[0].told or ""))


def _by_key(told: Iterable[Telling]) -> dict[int, list[Telling]]:
    """Sentences by their blocking keys, hashed; words that many of them have are looked at once."""
    by_word: dict[tuple[frozenset[str], str], list[Telling]] = {}
    for telling in told:
        for word in anchors(telling.words):
            by_word.setdefault((telling.about, word), []).append(telling)
    return {hashed(key_of(side, word)): some for (about, word), some in by_word.items() for side in about}


def _earlier(connection: Transaction, wanted: list[int], told: str) -> dict[int, tuple[Undertaking, list[int]]]:
    """The undertakings told before a date that share blocking keys, with these."""
    found = grouping.sharing_keys(connection, wanted, before=told)
    return {row.number: (_undertaking(row), shared) for row, shared in found}


def _undertaking(row: Row) -> Undertaking:
    feature = read(row, grouping.id_of(row))
    assert isinstance(feature, Undertaking)
    return feature


def told_later(connection: Transaction, report: int, found: dict[int, Fact]) -> set[int]:
    """Keeps which later sentences, in reports that are here already, are news of a report's undertakings; their facts."""
    new = {n: f.feature for n, f in found.items() if isinstance(f.feature, Undertaking) and f.told}
    return _gather(connection, new, report)


def gather_anew(connection: Transaction, numbers: Iterable[int]) -> set[int]:
    """Keeps all news of some undertakings again, since some was forgotten and other may take its place; their facts."""
    members = grouping.load(connection, "facts.number AMONG :some", some=sorted(numbers)).items()
    return _gather(connection, {n: m.feature for n, m in members if isinstance(m.feature, Undertaking)}, None)


def _gather(connection: Transaction, new: dict[int, Undertaking], without: int | None) -> set[int]:
    some = [undertaking for undertaking in new.values() if heard.may_be_told_of(undertaking)]
    if not some:
        return set()
    later = heard.later(connection, some, min(day(undertaking.told) for undertaking in some))
    found: list[tuple[int, int, Evidence]] = []
    for other, told in news_in(connection, set(later) - {without}).items():
        news_of = ((number, weighed(new[number], telling)) for telling, number in _sharing(told, new))
        found.extend((number, other, evidence) for number, evidence in news_of if evidence)
    return heaping.add(connection, found)


def _sharing(told: Sequence[Telling], new: Mapping[int, Undertaking]) -> Iterator[tuple[Telling, int]]:
    """The sentences of a report with the undertakings of its sides that have a telling word of theirs.

    Of others, or without such a word, `weighed` says no, but slowly.
    """
    own: dict[str, list[int]] = {}
    for number, undertaking in new.items():
        if told and may_be_of(undertaking, told[0].about):
            for word in foremost(undertaking.words):
                own.setdefault(word, []).append(number)
    for telling in told:
        shared = own.keys() & anchors(telling.words)
        yield from ((telling, number) for number in {number for word in shared for number in own[word]})


def news_in(connection: Transaction, numbers: Iterable[int]) -> dict[int, list[Telling]]:
    """The news that some reports tell, by report."""
    wanted, found = sorted(numbers), {}
    for start in range(0, len(wanted), CHUNK):
        for row in connection.rows(NEWS, some=wanted[start : start + CHUNK]):
            found[row.report] = heard.read(row.tellings, row.sha256, row.told, row.text)
    return found


NEWS = """
    SELECT news.report, told, tellings, sha256, text FROM news
    JOIN reports ON reports.number = news.report WHERE news.report AMONG :some
"""
