"""A ledger as the first schema (0001) held it: rows written as they were written then, for tests of migrations."""

import json
from zlib import compress

import sqlalchemy as sa

from readout.ledger import schema
from readout.ledger.database import Database
from readout.ledger.keeping import given_date, named
from readout.ledger.packing import compact
from readout.ledger.plain.address import address
from readout.ledger.rows import head

TABLES = {
    "readers": "number fingerprint",
    "reports": "number id sha256 given title source url date at text",
    "readings": "number report reader at published language head actors",
    "findings": "number id report kind start end slots",
    "sightings": "reading finding rule score more",
    "reviewers": "number name at active",
    "decisions": "number id verb target other by at words note given",
    "registered": "number id name entry at",
}


class FirstForm:
    """Fills the tables of 0001; readings and decisions are kept in the order of the calls."""

    def __init__(self):
        self.rows = {name: [] for name in TABLES}

    def keep(self, reading, at):
        """A reading as 0001 kept it: a row a finding, with its slots, and a row a sighting, with all the rest."""
        reading, given = named(reading)
        report = self._once("reports", "id", self._report(reading.report, given, at))
        reader = self._once("readers", "fingerprint", {"fingerprint": reading.reader})
        actors = [
            [a.kind, a.name, [[o.title, o.of, o.source, *flat(o.span)] for o in a.offices], list(a.stands_for),
             [offset for span in a.mentions for offset in flat(span)]]
            for a in reading.actors
        ]  # fmt: skip
        said = {"report": report, "reader": reader, "at": at, "published": reading.report.date, "language": "en"}
        said |= {"head": head(reading.report), "actors": compress(compact(actors).encode(), 9)}
        self.rows["readings"].append(said | {"number": len(self.rows["readings"]) + 1})
        for finding in reading.findings:
            self._finding(finding, report, reading)

    def _finding(self, finding, report, reading):
        slots = compact([[s.role, s.value, *flat(s.span)] for s in finding.slots])
        row = {"id": finding.id, "report": report, "kind": finding.kind, "slots": slots}
        number = self._once("findings", "id", row | {"start": finding.span.start, "end": finding.span.end})
        places = {actor.id: place for place, actor in enumerate(reading.actors)}
        more = {
            "path": list(finding.path),
            "parts": [offset for span in finding.spans for offset in flat(span)],
            "actor": [places.get(s.actor, s.actor) for s in finding.slots],
            "precision": [s.precision for s in finding.slots],
            "how": [s.how for s in finding.slots],
        }
        told = {name: values for name, values in more.items() if any(value is not None for value in values)}
        sighting = {"reading": len(self.rows["readings"]), "finding": number, "rule": finding.rule}
        self.rows["sightings"].append(sighting | {"score": finding.score, "more": compact(told)})

    @staticmethod
    def _report(report, given, at):
        return {
            "id": report.id, "sha256": report.sha256, "given": given, "title": report.title, "source": report.source,
            "url": report.url, "date": given_date(report), "at": at, "text": report.text,
        }  # fmt: skip

    def _once(self, table, name, row):
        known = next((r for r in self.rows[table] if r[name] == row[name]), None)
        if known is None:
            known = row | {"number": len(self.rows[table]) + 1}
            self.rows[table].append(known)
        return known["number"]

    def take(self, lines, findings):
        """Reviewers, decisions and registered actors of exported lines; `findings` are those that were added by hand."""
        for line in map(json.loads, lines):
            if line["line"] == "decision":
                given = compact(line["values"])
                row = {name: line[name] for name in ("id", "verb", "target", "other", "by", "at", "words", "note")}
                self._once("decisions", "id", row | {"given": given})
                if line["verb"] == "add":
                    self._by_hand(findings[line["target"]])
            elif line["line"] == "reviewer":
                row = {"name": line["name"], "at": line["at"], "active": int(line["active"])}
                self.rows["reviewers"].append(row | {"number": len(self.rows["reviewers"]) + 1})
            elif line["line"] == "actor":
                row = {"id": line["id"], "name": line["name"], "at": line["at"], "entry": compact(line["entry"])}
                self._once("registered", "id", row)

    def _by_hand(self, finding):
        report = next(row["number"] for row in self.rows["reports"] if row["id"] == finding.report)
        slots = compact([[s.role, s.value, *flat(s.span)] for s in finding.slots])
        row = {"id": finding.id, "report": report, "kind": finding.kind, "slots": slots}
        self._once("findings", "id", row | {"start": finding.span.start, "end": finding.span.end})

    def write(self, url):
        """Makes the ledger at an address, in the first form and no newer one."""
        database = Database(address(url))
        with database.writing() as connection:
            schema.upgrade(connection, "0001")
            for table, columns in TABLES.items():
                names = columns.split()
                said = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
                if self.rows[table]:
                    connection.execute(sa.text(f"INSERT INTO {table} ({said[0]}) VALUES ({said[1]})"), self.rows[table])
                if (
                    names[0] == "number" and connection.dialect == "postgresql"
                ):  # numbers that were given count for nothing
                    after = f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), {len(self.rows[table]) + 1})"
                    connection.run(after)
        database.close()


def flat(span):
    """A span as the first form wrote it."""
    return [span.start, span.end] if span else []


class SecondForm(FirstForm):
    """The same ledger in the second form: what readings saw packed, texts as they are."""

    def write(self, url):
        """Makes the ledger at an address, in the second form and no newer one."""
        super().write(url)
        database = Database(address(url))
        with database.writing() as connection:
            schema.upgrade(connection, "0002")
        database.close()


class ThirdForm(FirstForm):
    """The same ledger in the third form: texts deflated, and in SQLite triggers that heed the numbers of rows alone."""

    def write(self, url):
        """Makes the ledger at an address, in the third form and no newer one."""
        super().write(url)
        database = Database(address(url))
        with database.writing() as connection:
            schema.upgrade(connection, "0003")
            for table in TABLES if connection.dialect == "sqlite" else ():
                if table != "sightings":
                    connection.run(f"DROP TRIGGER {table}_no_replace")
                    connection.run(
                        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
                        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number) "
                        f"BEGIN SELECT RAISE(ABORT, '{table}: kept rows are never altered or deleted'); END"
                    )
        database.close()


class FourthForm(FirstForm):
    """The same ledger in the fourth form: reports without the names of their files."""

    def write(self, url):
        """Makes the ledger at an address, in the fourth form and no newer one."""
        super().write(url)
        database = Database(address(url))
        with database.writing() as connection:
            schema.upgrade(connection, "0004")
        database.close()
