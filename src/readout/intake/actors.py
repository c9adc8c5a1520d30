"""Tables of actors made elsewhere: CSV with a row an office, and Wikidata's JSON, one entity or many."""

from __future__ import annotations

import csv
import json
import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from readout.model import MissingInput, UnreadableInput

log = logging.getLogger(__name__)

COLUMNS = frozenset(
    ("name", "person", "kind", "aliases", "title", "office", "of", "country", "start", "end", "wikidata")
)
"""The columns of a table that are read."""

POSITION, START, END, INSTANCE = "P39", "P580", "P582", "P31"
"""Wikidata's properties: position held, its start and its end; what something is."""

OFFICES = frozenset(("Q4164871", "Q294414"))
"""Wikidata's items for position and public office: what is one of these is no person."""
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def actor_entries(path: str) -> list[dict[str, Any]]:
    """The entries of a file: `name`, and where known `kind`, `aliases`, `offices` (title, of, start, end), `wikidata`.

    CSV has a header with `name` (or `person`) and any of `aliases` (with | between), `title` (or `office`), `of` (or
    `country`), `start`, `end`, `wikidata`, `kind`; other columns are left out and told of once, in the log. Raises MissingInput or UnreadableInput.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableInput(f"{path}: not UTF-8. Convert it first, for example with iconv.") from None
    except OSError as problem:
        raise MissingInput(f"{path}: cannot be opened ({(problem.strerror or str(problem)).lower()}).") from None
    return list(_wikidata(text, path) if text.lstrip()[:1] in ("{", "[") else _table(text, path))


def _table(text: str, path: str) -> Iterator[dict[str, Any]]:
    """One entry a name, its rows' offices gathered."""
    found: dict[str, dict[str, Any]] = {}
    table = csv.DictReader(text.splitlines())
    if strange := [column for column in table.fieldnames or () if column not in COLUMNS]:
        log.warning("%s: columns that are not read: %s", path, ", ".join(map(repr, strange)))
    for number, row in enumerate(table, 2):
        name = (row.get("name") or row.get("person") or "").strip()
        if not name:
            raise UnreadableInput(f"{path}: line {number}: no name. The header needs a column `name` or `person`.")
        entry = found.setdefault(name, {"name": name, "aliases": [], "offices": []})
        aliases = (row.get("aliases") or "").split("|")
        entry["aliases"] = sorted({*entry["aliases"], *(alias.strip() for alias in aliases if alias.strip())})
        entry.update({key: row[key] for key in ("kind", "wikidata") if row.get(key)})
        if title := row.get("title") or row.get("office"):
            office = {
                "title": title,
                "of": row.get("of") or row.get("country"),
                "start": row.get("start"),
                "end": row.get("end"),
            }
            entry["offices"].append({key: value for key, value in office.items() if value})
            _check_dates(office, f"{path}: line {number}")
    yield from found.values()


def _check_dates(office: dict[str, str | None], where: str) -> None:
    """Raises UnreadableInput for a start or an end that is no year, month or day."""
    for key in ("start", "end"):
        if (said := office[key]) and not _DATE.fullmatch(said):
            raise UnreadableInput(f"{where}: {key} {said!r} is no ISO date. Write YYYY, YYYY-MM or YYYY-MM-DD.")


def _wikidata(text: str, path: str) -> Iterator[dict[str, Any]]:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as problem:
        raise UnreadableInput(f"{path}: no valid JSON ({problem.msg} in line {problem.lineno}).") from None
    found = list(said.get("entities", {}).values()) if isinstance(said, dict) and "entities" in said else said
    entities = [found] if isinstance(found, dict) and "id" in found else list(found)
    for entity in entities:
        if not isinstance(entity, dict) or "id" not in entity:
            raise UnreadableInput(f"{path}: not Wikidata's JSON of entities. Give what Special:EntityData answers.")
    labels = {entity["id"]: label for entity in entities if (label := _in_english(entity.get("labels", {})))}
    posts = {post for entity in entities for post, _ in _positions(entity)}
    for entity in entities:
        if name := labels.get(entity["id"]):
            is_office = entity["id"] in posts or not OFFICES.isdisjoint(_items(entity, INSTANCE))
            yield (
                {"name": name, "kind": "office", "wikidata": entity["id"]}
                if is_office
                else _entity(entity, name, labels)
            )


def _entity(entity: dict[str, Any], name: str, labels: Mapping[str, str]) -> dict[str, Any]:
    """A person and the offices held: by their names where the file has them, else by their Wikidata ids."""
    aliases = sorted({alias["value"] for alias in entity.get("aliases", {}).get("en", ())} - {name})
    offices = [{"title": labels.get(post, post), **when} for post, when in _positions(entity)]
    return {"name": name, "aliases": aliases, "offices": offices, "wikidata": entity["id"]}


def _positions(entity: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The ids of the positions that somebody held, each with its start and end where they are known; none that Wikidata holds for wrong."""
    for claim, post in zip(entity.get("claims", {}).get(POSITION, ()), _items(entity, POSITION), strict=True):
        if claim.get("rank") == "deprecated":
            continue
        when = {key: _day(claim, property) for key, property in (("start", START), ("end", END))}
        if post:
            yield post, {key: day for key, day in when.items() if day}


def _items(entity: dict[str, Any], property: str) -> list[str | None]:
    """The ids of what a property says of an entity; None where it says that there is none, or that nobody knows."""
    values = (
        claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        for claim in entity.get("claims", {}).get(property, ())
    )
    return [value.get("id") for value in values]


def _day(claim: dict[str, Any], property: str) -> str | None:
    for qualifier in claim.get("qualifiers", {}).get(property, ()):
        value = qualifier.get("datavalue", {}).get("value", {})
        if time := value.get("time"):
            return str(time).lstrip("+")[: {9: 4, 10: 7}.get(value.get("precision"), 10)]
    return None


def _in_english(labels: dict[str, Any]) -> str | None:
    label = labels.get("en") or labels.get("mul") or next(iter(labels.values()), None)
    return label["value"] if label else None
