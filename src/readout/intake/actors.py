"""Tables of actors made elsewhere: CSV with a row an office, and Wikidata's JSON, one entity or many."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.model import MissingInput, UnreadableInput

POSITION, START, END = "P39", "P580", "P582"
"""Wikidata's properties: position held, its start and its end."""
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def actor_entries(path: str) -> list[dict[str, Any]]:
    """The entries of a file: `name`, and where known `kind`, `aliases`, `offices` (title, of, start, end), `wikidata`.

    CSV has a header with `name` (or `person`) and any of `aliases` (with | between), `title` (or `office`), `of` (or
    `country`), `start`, `end`, `wikidata`, `kind`. Raises MissingInput or UnreadableInput.
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
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
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
    entities = said.get("entities", {}).values() if isinstance(said, dict) and "entities" in said else said
    for entity in [entities] if isinstance(entities, dict) and "id" in entities else entities:
        if not isinstance(entity, dict) or "id" not in entity:
            raise UnreadableInput(f"{path}: not Wikidata's JSON of entities. Give what Special:EntityData answers.")
        if name := _in_english(entity.get("labels", {})):
            yield _entity(entity, name)


def _entity(entity: dict[str, Any], name: str) -> dict[str, Any]:
    aliases = sorted({alias["value"] for alias in entity.get("aliases", {}).get("en", ())} - {name})
    offices = [office for claim in entity.get("claims", {}).get(POSITION, ()) if (office := _office(claim))]
    return {"name": name, "aliases": aliases, "offices": offices, "wikidata": entity["id"]}


def _office(claim: dict[str, Any]) -> dict[str, str]:
    """An office: by its label where the file has one, else by its Wikidata id."""
    value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
    title = value.get("label") or value.get("id")
    when = {key: _day(claim, property) for key, property in (("start", START), ("end", END))}
    return {"title": title, **{key: day for key, day in when.items() if day}} if title else {}


def _day(claim: dict[str, Any], property: str) -> str | None:
    for qualifier in claim.get("qualifiers", {}).get(property, ()):
        value = qualifier.get("datavalue", {}).get("value", {})
        if time := value.get("time"):
            return str(time).lstrip("+")[: {9: 4, 10: 7}.get(value.get("precision"), 10)]
    return None


def _in_english(labels: dict[str, Any]) -> str | None:
    label = labels.get("en") or labels.get("mul") or next(iter(labels.values()), None)
    return label["value"] if label else None
