"""What the database itself refuses: to alter or delete a kept row, and a decision of whoever is no active reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.ledger.plain import Connection

APPEND_ONLY = "kept rows are never altered or deleted"
NO_REVIEWER = "decisions are those of active reviewers"
UNIQUE = {"readers": "fingerprint", "reports": "id", "findings": "id", "decisions": "id", "registered": "id"}
"""What names a row beside its number, by the table."""

_LAST = 'SELECT active FROM reviewers WHERE name = NEW."by" AND at <= NEW.at ORDER BY number DESC LIMIT 1'


def guards(dialect: str, names: tuple[str, ...]) -> Iterator[str]:
    """The statements that make the triggers for the tables of those names, in the words of the dialect."""
    yield from _sqlite(names) if dialect == "sqlite" else _postgresql(names)


def _sqlite(names: tuple[str, ...]) -> Iterator[str]:
    """REPLACE deletes without asking the trigger of deletions, so that a number or name that is taken is refused as well."""
    for name in names:
        if name != "sightings":
            column = UNIQUE.get(name)
            taken = f"number = NEW.number OR {column} = NEW.{column}" if column else "number = NEW.number"
            yield (
                f"CREATE TRIGGER {name}_no_replace BEFORE INSERT ON {name} "
                f"WHEN EXISTS (SELECT 1 FROM {name} WHERE {taken}) "
                f"BEGIN SELECT RAISE(ABORT, '{name}: {APPEND_ONLY}'); END"
            )
        for act in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {name}_no_{act.lower()} BEFORE {act} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, '{name}: {APPEND_ONLY}'); END"
            )
    yield (
        f"CREATE TRIGGER decisions_by_reviewers BEFORE INSERT ON decisions WHEN COALESCE(({_LAST}), 0) <> 1 "
        f"BEGIN SELECT RAISE(ABORT, '{NO_REVIEWER}'); END"
    )


def _postgresql(names: tuple[str, ...]) -> Iterator[str]:
    yield (
        "CREATE FUNCTION readout_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '%: {APPEND_ONLY}', TG_TABLE_NAME; END $$"
    )
    for name in names:
        yield (
            f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION readout_append_only()"
        )
    yield (
        "CREATE FUNCTION readout_active_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN IF COALESCE(({_LAST}), 0) <> 1 THEN RAISE EXCEPTION '{NO_REVIEWER}'; END IF; RETURN NEW; END $$"
    )
    yield (
        "CREATE TRIGGER decisions_by_reviewers BEFORE INSERT ON decisions "
        "FOR EACH ROW EXECUTE FUNCTION readout_active_reviewer()"
    )


def unguarded(dialect: str, names: tuple[str, ...]) -> Iterator[str]:
    """The statements that take those triggers away, for a migration that moves what is kept into another form."""
    if dialect != "sqlite":
        yield "DROP FUNCTION readout_append_only() CASCADE"
        yield "DROP FUNCTION readout_active_reviewer() CASCADE"
        return
    for name in names:
        for act in ("replace", "update", "delete"):
            yield f"DROP TRIGGER IF EXISTS {name}_no_{act}"
    yield "DROP TRIGGER decisions_by_reviewers"


def missing(connection: Connection, names: tuple[str, ...]) -> list[str]:
    """The names of the triggers that those tables should have and have not, or not with these words (PostgreSQL: by name alone), or asleep."""
    wanted = {found[1]: said for said in guards(connection.dialect, names) if (found := TRIGGER.match(said))}
    here = dict(connection.rows(HERE[connection.dialect]))
    return sorted(name for name, said in wanted.items() if here.get(name) != ANY and here.get(name) != said)


TRIGGER = re.compile(r"CREATE TRIGGER (\w+)")
ANY = "*"
HERE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": f"SELECT tgname, '{ANY}' AS said FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal AND tgenabled <> 'D'",
}
