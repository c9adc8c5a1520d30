"""What Datasette shall know of an exported SQLite file: descriptions, labels, facets, order, and ways into it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from readout.export.asked import Asked
from readout.export.tables import Column, Table, tables
from readout.model import Kind, kinds

SHOWN: dict[str, dict[str, Any]] = {
    "records": {"label_column": "words", "facets": ["kind", "form", "outcome"], "sort_desc": "date"},
    "sources": {"label_column": "quote", "facets": ["outlet"], "sort": "date"},
    "news": {"facets": ["effect", "standing"], "sort": "date"},
    "changes": {"facets": ["field", "after"], "sort": "date"},
    "roles": {"facets": ["role", "actor"]},
    "pairs": {"facets": ["one", "other"]},
    "reports": {"label_column": "called", "facets": ["outlet"], "sort_desc": "date"},
    "actors": {"facets": ["kind"], "sort_desc": "reports"},
}
"""How Datasette shows each table; the other tables are shown as they are."""
OPENED = ("words", "date", "form", "outcome", "sources")
"""The columns with which a kind is opened, those of its actors beside them."""


def metadata(name: str, asked: Asked) -> dict[str, Any]:
    """The content of metadata.json for a file of that name (without its ending)."""
    day = f", deadlines as of {asked.as_of}" if asked.as_of else ""
    shown = {table.name: _table(table) for table in tables().values()}
    shown |= {kind.plural: _view(kind) for kind in kinds().values()}
    about = "Every record stands on words of reports: its sources quote them, its news tell what came of it."
    database = {
        "description_html": f"<p>{about} A ledger of Readout{day}.</p>{_ways(name)}",
        "tables": shown,
    }
    style = files("readout.export").joinpath("datasette.css").read_bytes()
    return {
        "title": "The record of official meetings",
        "extra_css_urls": [f"data:text/css;base64,{b64encode(style).decode()}"],
        "databases": {name: database},
    }


def _ways(name: str) -> str:
    """Where to begin, as links from the page of the database: each kind, and what is past due."""
    ways = [(kind.plural.capitalize(), _opened(kind)) for kind in kinds().values()]
    ways.append(("Commitments past due", [*_opened(kinds()["commitment"]), ("time", "past due")]))
    links = ", ".join(f'<a href="{_records(quote(name) + "/", query)}">{said}</a>' for said, query in ways)
    return f"<p>Begin with: {links}. Each record leads to its sources, and each source to its report.</p>"


def _records(folder: str, query: Iterable[tuple[str, str]]) -> str:
    return escape(f"{folder}records?{urlencode([*query])}")


def _opened(kind: Kind) -> list[tuple[str, str]]:
    """The query of the table of records that shows one kind, with the columns that tell most of it."""
    actors = [column.name for column in _columns(kind) if column.of_slot and _of_actors(kind, column)]
    has = {column.name for column in _columns(kind)}
    shown = [*(name for name in OPENED if name in has), *actors]
    return [("kind", kind.kind), *(("_col", name) for name in shown)]


def _of_actors(kind: Kind, column: Column) -> bool:
    return any(column.name == f"slot_{slot.role}" and slot.type == "actor" for slot in kind.slots)


def _columns(kind: Kind) -> Iterator[Column]:
    yield from (c for c in tables()["records"].columns if c.name != "kind" and (not c.kinds or kind.kind in c.kinds))


def _table(table: Table) -> dict[str, Any]:
    shown = SHOWN.get(table.name, {})
    return {"description": f"A row is {table.row}.", **shown, "columns": _described(table.columns)}


def _view(kind: Kind) -> dict[str, Any]:
    """A view has no pages of its rows: its description leads to the records, which have."""
    link = f'<a href="{_records("", _opened(kind))}">records</a>'
    return {
        "description_html": f"{escape(kind.question)} A row is one record. With sources: {link}.",
        "facets": ["form"],
        "sort_desc": "date",
        "columns": _described(_columns(kind)),
    }


def _described(columns: Iterable[Column]) -> dict[str, str]:
    """What each column holds; Datasette knows no Markdown."""
    return {column.name: column.says.replace("`", "'") for column in columns}
