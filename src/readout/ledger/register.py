"""Actors that come from tables made elsewhere: their names, aliases, offices and Wikidata ids."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readout.ledger.packing import compact
from readout.ledger.plain import Connection
from readout.model import text_hash

OFFICE = "office"
"""The kind of an entry that is no actor, but an office that others held."""

NUMBER = re.compile(r"Q\d+", re.ASCII)
"""Wikidata's number of an item, where a file has no better name for it."""


def register(connection: Connection, entries: Iterable[Mapping[str, Any]], at: str) -> int:
    """Keeps entries (`name`, and where known `kind`, `aliases`, `offices`, `wikidata`) once each; how many were new."""
    new = 0
    for entry in entries:
        said = compact({key: value for key, value in entry.items() if value})
        id = _id(said)
        new += keep_entry(connection, {"id": id, "name": entry["name"], "entry": said, "at": at})
    return new


def keep_entry(connection: Connection, row: Mapping[str, str]) -> bool:
    """Keeps an entry; False where it is kept already."""
    if connection.first("SELECT number FROM registered WHERE id = :id", id=row["id"]):
        return False
    connection.run("INSERT INTO registered (id, name, entry, at) VALUES (:id, :name, :entry, :at)", **row)
    return True


def is_named(id: str, name: str, said: str) -> bool:
    """Whether that is the id and the name of an entry as it is kept."""
    try:
        return id == _id(said) and name == json.loads(said)["name"]
    except (ValueError, LookupError):
        return False


def _id(said: str) -> str:
    return text_hash(said)[:16]


def entries(connection: Connection) -> dict[str, dict[str, Any]]:
    """What imported tables say of actors, by their names: later tables add to earlier ones and supersede them where both speak."""
    found: dict[str, dict[str, Any]] = {}
    every = list(_every(connection))
    held = _held(every)
    for entry in every:
        if not _is_office(entry, held):
            found[entry["name"]] = added_up([found.get(entry["name"], {}), entry])
    known = _names_of_offices(connection)
    return {
        name: {**one, "offices": [_with_name(post, known) for post in one["offices"]]} for name, one in found.items()
    }


def nameless(connection: Connection, entries: Iterable[Mapping[str, Any]]) -> list[str]:
    """The Wikidata numbers of offices in such entries that no imported table names."""
    titles = {post["title"] for entry in entries for post in entry.get("offices", ())}
    return sorted(title for title in titles - _names_of_offices(connection).keys() if NUMBER.fullmatch(title))


def _every(connection: Connection) -> Iterator[dict[str, Any]]:
    """All entries in the order in which they were imported."""
    yield from map(json.loads, connection.scalars("SELECT entry FROM registered ORDER BY number"))


def _names_of_offices(connection: Connection) -> dict[str, str]:
    """The names of offices by their Wikidata numbers, where a table gave them."""
    every = list(_every(connection))
    held = _held(every)
    return {one["wikidata"]: one["name"] for one in every if one.get("wikidata") and _is_office(one, held)}


def _held(some: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """What some entries say that somebody held: titles, or Wikidata's numbers of offices."""
    return frozenset(post["title"] for entry in some for post in entry.get("offices", ()))


def _is_office(entry: Mapping[str, Any], held: frozenset[str]) -> bool:
    """Whether an entry is of an office: it says so, or somebody held what has its number, in whatever file."""
    return entry.get("kind") == OFFICE or entry.get("wikidata") in held


def added_up(some: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Entries of one actor as one: all aliases and offices, each office once, as the last that has its title and start says."""
    whole: dict[str, Any] = {}
    aliases: set[str] = set()
    offices: dict[tuple[str | None, ...], dict[str, Any]] = {}
    for entry in some:
        whole.update(entry)
        aliases.update(entry.get("aliases", ()))
        for post in entry.get("offices", ()):
            key = tuple(post.get(part) for part in ("title", "of", "start"))
            offices[key] = {**offices.get(key, {}), **post}
    return {**whole, "aliases": sorted(aliases), "offices": list(offices.values())}


def _with_name(post: dict[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    """An office of which a file gave the number alone, by the name that another file gave, or said to have none."""
    number = post["title"]
    if not NUMBER.fullmatch(number):
        return post
    return {**post, "title": named.get(number, f"office without a name (Wikidata {number})")}
