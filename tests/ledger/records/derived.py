"""All that is derived in a ledger, to compare two of them."""

import sqlalchemy as sa

from readout.ledger import Ledger
from readout.ledger.records.tables import bands, copies, evidence, facts, holdings, keys, links, news, parties, records


def derived_rows(ledger: Ledger) -> dict[str, list[str]]:
    """All that is derived, by ids in place of the numbers that depend on the order of keeping."""
    with ledger.database.engine.connect() as connection:
        ids = "COALESCE(f.id, 'report:' || p.id)"
        names = dict(
            connection.exec_driver_sql(
                f"SELECT c.number, {ids} FROM facts c LEFT JOIN findings f ON f.number = c.finding "
                "JOIN reports p ON p.number = c.report"
            ).all()
        )
        of = {row.number: names[row.anchor] for row in connection.execute(sa.select(records))}
        report = dict(connection.exec_driver_sql("SELECT number, id FROM reports").all())
        people = dict(connection.exec_driver_sql("SELECT number, name FROM names").all())
        told = {
            "records": [
                (of[r.number], r.kind, r.date, r.last, r.form, r.due, r.place, r.outcome, r.stage, r.review, r.counted,
                 r.sources, r.precision, r.heard, r.course, r.moved, sorted(people[int(n)] for n in r.parties.split()))
                for r in connection.execute(sa.select(records))
            ],
            "facts": [(names[r.number], of[r.record], r.told, r.form) for r in connection.execute(sa.select(facts))],
            "links": [
                (*sorted((names[r.one], names[r.other])), r.strength) for r in connection.execute(sa.select(links))
            ],
            "keys": [(r.key, names[r.fact]) for r in connection.execute(sa.select(keys))],
            "bands": [(r.key, report[r.report]) for r in connection.execute(sa.select(bands))],
            "copies": [sorted((report[r.one], report[r.other])) for r in connection.execute(sa.select(copies))],
            "news": [(r.tellings, r.told, report[r.report]) for r in connection.execute(sa.select(news))],
            "evidence": [
                (names[r.fact], report[r.report], r.start, r.score, r.sure) for r in connection.execute(sa.select(evidence))
            ],
            "parties": [(people[r.party], r.kind, r.date, of[r.record]) for r in connection.execute(sa.select(parties))],
            "holdings": [
                (people[r.holder], people[r.office], people[r.country], r.told, report[r.report])
                for r in connection.execute(sa.select(holdings))
            ],
        }  # fmt: skip
    return {name: sorted(map(repr, rows)) for name, rows in told.items()}
