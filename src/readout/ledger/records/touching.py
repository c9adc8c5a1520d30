"""A report is added, read again, decided on or removed: the facts and records that this touches are made anew, no others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, islice

from sqlalchemy import bindparam, delete, insert, or_

from readout.ledger import counting
from readout.ledger.actors import one_names
from readout.ledger.carry import Decided
from readout.ledger.decisions import decisions_by_id, decisions_on, standing
from readout.ledger.opening import Transaction
from readout.ledger.records import copies, entries, following, grouping, heard, indexed, meetings_held, regrouping
from readout.ledger.records.columns import KINDS, day
from readout.ledger.records.derive import Fact, facts_of, keys_of, news_of
from readout.ledger.records.features import Feature, read, written
from readout.ledger.records.offices import hold, interned
from readout.ledger.records.pairing import BY_A_PERSON, strength
from readout.ledger.records.tables import evidence, facts, holdings, keys, links, news
from readout.matching.tellings import Telling
from readout.model import Decision, Reading, UnusableLedger

TOGETHER = 50
"""Reports after which the records that they touch are made anew."""


def touch(connection: Transaction, touched: Mapping[int, Reading | None]) -> None:
    """Brings everything that follows from some reports up to date, by their numbers; doing it again changes nothing.

    A report comes with its reading where it was kept in this very transaction: nothing of it is here to be forgotten.
    Records are made anew once for several reports, so that one that many tell of is not written for each of them.
    """
    rest = iter(touched.items())
    names = one_names(connection)
    while some := list(islice(rest, TOGETHER)):
        changed = regrouping.Changed()
        for report, first in some:
            # nobody can have decided on what was not here
            new = Decided(first, {}, {}) if first else None
            said = new or next((said for _, said in counting.decided(connection, [report])), None)
            if said:
                _take_in(connection, report, said, names, changed, new=new is not None)
        regrouping.regroup(connection, changed)


def _take_in(
    connection: Transaction,
    report: int,
    said: Decided,
    names: Mapping[str, str],
    changed: regrouping.Changed,
    *,
    new: bool,
) -> None:
    """Puts the facts and the news of a report in the place of what was here of it, and tells what that changed."""
    was = [] if new else indexed.before(connection, report)
    starved = set() if new else _forget(connection, report, changed)
    found = list(facts_of(said, names))
    known = indexed.places(connection, report)
    people = interned(connection, (name for fact in found for name in fact.people))
    of = _numbered(connection, report, found, known)
    _keep(connection, report, of, people)
    reprints = copies.NONE if said.removed else copies.note(connection, report, said.reading.report)
    again = copies.linked(connection, report, reprints.reports)
    told = news_of(said.reading)
    own = of
    if reprints.late:
        told, own = _unlike(connection, reprints, told), _unprinted(of, again)
    _block(connection, own)
    _link(connection, of, own, again)
    _remember(connection, report, said.reading, told)
    entries.keep(connection, report, said, was, indexed.now(of, known, people))
    changed.fresh.update(of)
    changed.heard.update(following.heard_of(connection, report, told), following.told_later(connection, report, own))
    changed.heard.update(_announcing(connection, ((n, fact.feature, fact.told) for n, fact in own.items())))
    if starved:
        changed.heard.update(following.gather_anew(connection, starved))


def _unprinted(of: Mapping[int, Fact], again: Iterable[Mapping[str, int]]) -> dict[int, Fact]:
    """The facts of a late reprint that no earlier print has: the others join what those joined, and tell nothing anew."""
    printed = {number for link in again for number in (link["one"], link["other"])}
    return {number: fact for number, fact in of.items() if number not in printed}


def _unlike(connection: Transaction, reprints: copies.Reprints, told: Iterable[Telling]) -> tuple[Telling, ...]:
    """The sentences of a late reprint that no earlier print has."""
    known = following.news_in(connection, reprints.reports).values()
    said = {telling.quote for some in known for telling in some}
    return tuple(telling for telling in told if telling.quote not in said)


def _numbered(
    connection: Transaction, report: int, found: Iterable[Fact], known: Mapping[str, indexed.Place]
) -> dict[int, Fact]:
    """The facts of a report by their numbers: that of the finding, or the report's below nothing where only its head tells.

    Raises UnusableLedger where a finding that the report's reading gives is not kept.
    """
    some = list(found)
    if lost := [fact.finding for fact in some if fact.finding and fact.finding not in known]:
        name = connection.scalar("SELECT id FROM reports WHERE number = :report", report=report)
        raise UnusableLedger(
            f"findings that are known of report {name} are not kept ({', '.join(lost[:3])}). `readout check` tells all that is wrong, "
            "and `readout check --rebuild` keeps them again"
        )
    return {known[fact.finding].number if fact.finding else -report: fact for fact in some}


def _forget(connection: Transaction, report: int, changed: regrouping.Changed) -> set[int]:
    """Takes the report's facts out, and tells what that changed; of which facts the news must be gathered anew."""
    old = connection.rows(f"SELECT * FROM facts WHERE {grouping.OF_REPORT}", report=report)
    told, starved = _unhear(connection, report)
    records = {row.record for row in old} | regrouping.records_of(connection, told)
    numbers = [row.number for row in old]
    copies.forget(connection, report)
    connection.execute(delete(holdings).where(holdings.c.report == report))
    if numbers:
        connection.execute(delete(evidence).where(evidence.c.fact.in_(numbers)))
        seen = [(row.number, read(row, ""), row.told) for row in old]
        records.update(regrouping.records_of(connection, _announcing(connection, seen)))
        blocked = [{"k": key, "f": number} for number, feature, _ in seen for key in _blocked(feature)]
        if blocked:
            connection.execute(_KEY, blocked)
        connection.execute(delete(links).where(or_(links.c.one.in_(numbers), links.c.other.in_(numbers))))
        connection.execute(delete(facts).where(facts.c.number.in_(numbers)))
    changed.components.update(row.component for row in old)
    changed.records.update(record for record in records if record is not None)
    return starved.difference(numbers)


def _announcing(connection: Transaction, facts: Iterable[tuple[int, Feature, str | None]]) -> set[int]:
    """The commitments that announced a meeting of which one of some facts tells; with each fact its number and its date."""
    return meetings_held.announced_by(connection, meetings_held.told_in(facts))


def _blocked(feature: Feature) -> set[int]:
    """All keys of a fact: by which others are looked for that tell the same, and by which meetings are that were announced."""
    return keys_of(feature.keys) | meetings_held.keys_of(feature)


_KEY = delete(keys).where(keys.c.key == bindparam("k"), keys.c.fact == bindparam("f"))


def _unhear(connection: Transaction, report: int) -> tuple[set[int], set[int]]:
    """Forgets what news the report told: of which facts, and which of them want their news gathered anew."""
    was = following.news_in(connection, [report])
    if report not in was:
        return set(), set()
    found = following.unheard(connection, report, was[report])
    heard.remove(connection, report, heard.tokens_of(was[report]))
    connection.execute(delete(news).where(news.c.report == report))
    return found


def _keep(connection: Transaction, report: int, found: Mapping[int, Fact], people: Mapping[str, int]) -> None:
    """Adds the facts by their numbers, each a group of its own as yet; `people` are the numbers of all names in them."""
    if not found:
        return
    rows = [
        {
            "number": number, "report": report, "finding": number if fact.finding else None, "component": number,
            "kind": KINDS[fact.kind], "told": fact.told, "review": fact.review, "form": fact.form, "score": fact.score,
            "features": written(fact.feature, (people[name] for name in fact.people)),
        }
        for number, fact in found.items()
    ]  # fmt: skip
    connection.execute(insert(facts), rows)


def _block(connection: Transaction, found: Mapping[int, Fact]) -> None:
    """Keeps the keys by which facts are found that may tell the same."""
    blocked = [{"key": key, "fact": number} for number, fact in found.items() for key in sorted(_blocked(fact.feature))]
    if blocked:
        connection.execute(insert(keys), blocked)


def _link(
    connection: Transaction, found: dict[int, Fact], own: Mapping[int, Fact], reprinted: Iterable[dict[str, int]]
) -> None:
    """Links the new facts with each other and with those of reprints, and its `own` with those that share a blocking key."""
    by_key: dict[int, list[int]] = {}
    for number, fact in sorted(found.items()):
        for key in fact.keys:
            by_key.setdefault(key, []).append(number)
    inward = {pair for numbers in by_key.values() for pair in combinations(numbers, 2)}
    rows = [
        {"one": one, "other": other, "strength": sure}
        for one, other in sorted(inward)
        if found[one].kind == found[other].kind and (sure := strength(found[one].feature, found[other].feature))
    ]
    rows.extend(_outward(connection, found, {key: some for key, all_ in by_key.items() if (some := own.keys() & all_)}))
    rows.extend(reprinted)
    rows.extend(_by_people(connection, found))
    if rows:
        best = {(row["one"], row["other"]): row for row in sorted(rows, key=lambda row: row["strength"])}
        connection.execute(insert(links), list(best.values()))


def _by_people(connection: Transaction, found: dict[int, Fact]) -> Iterable[dict[str, int]]:
    """Links between findings that a reviewer merged, where both count."""
    ids = {fact.finding: number for number, fact in found.items() if fact.finding}
    merged = [d for d in standing(decisions_on(connection, ids)) if d.verb == "merge"] if ids else []
    wanted = {id for decision in merged for id in (decision.target, decision.other or "")} - set(ids)
    numbers = dict(connection.rows(COUNTING, ids=wanted) if wanted else ()) | ids
    for decision in merged:
        pair = sorted(numbers[id] for id in (decision.target, decision.other or "") if id in numbers)
        if len(pair) == 2:
            yield {"one": pair[0], "other": pair[1], "strength": BY_A_PERSON}


COUNTING = "SELECT id, facts.number FROM findings JOIN facts ON facts.number = findings.number WHERE id AMONG :ids"


def _outward(
    connection: Transaction, some: dict[int, Fact], by_key: Mapping[int, Collection[int]]
) -> Iterable[dict[str, int]]:
    for row, shared in grouping.sharing_keys(connection, by_key):
        if row.number in some:
            continue
        same = {number for key in shared for number in by_key[key] if KINDS[some[number].kind] == row.kind}
        feature = read(row, grouping.id_of(row)) if same else None
        for number in sorted(same):
            if feature and (sure := strength(some[number].feature, feature)):
                yield {"one": min(number, row.number), "other": max(number, row.number), "strength": sure}


def _remember(connection: Transaction, report: int, reading: Reading, told: Sequence[Telling]) -> None:
    """The report's news, and the offices that it gives people."""
    date = reading.report.date
    if told and date:
        connection.execute(insert(news), {"report": report, "told": day(date), "tellings": heard.written(told)})
        heard.add(connection, report, heard.tokens_of(told))
    hold(connection, report, reading)


def reports_of(connection: Transaction, taken: Iterable[Decision]) -> list[int]:
    """The numbers of the reports that decisions bear on: of their findings, or of what they withdraw."""
    decided = list(taken)
    while any(decision.verb == "withdraw" for decision in decided):
        ids = [decision.target for decision in decided if decision.verb == "withdraw"]
        rest = [decision for decision in decided if decision.verb != "withdraw"]
        decided = [*rest, *decisions_by_id(connection, ids)]
    ids = [id for decision in decided for id in (decision.target, decision.other) if id]
    found = set(connection.scalars("SELECT report FROM findings WHERE id AMONG :ids", ids=ids))
    found.update(connection.scalars("SELECT number FROM reports WHERE id AMONG :ids", ids=ids))
    found.update(_met(connection, [d for d in decided if d.verb in ("join", "part")]))
    return sorted(found)


def _met(connection: Transaction, said: list[Decision]) -> Iterable[int]:
    """The reports of meetings of persons whose names were joined or parted."""
    both = {name for decision in said for name in (decision.target, decision.other or "")}
    if not both:
        return ()
    ones = one_names(connection)
    same = {name for name, one in ones.items() if one in {ones.get(each, each) for each in both}} | both
    return connection.scalars(MET, names=same, meeting=KINDS["meeting"])


MET = """
    SELECT DISTINCT report FROM facts WHERE record IN (
        SELECT record FROM parties WHERE kind = :meeting AND party IN (SELECT number FROM names WHERE name AMONG :names)
    )
"""
