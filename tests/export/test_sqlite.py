"""SQLite is opened by Datasette: its tables, references, search, facets and descriptions answer."""

import asyncio
import json
import re
import sqlite3
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape

import pytest
from datasette.app import Datasette

from readout.export.tables import tables
from readout.model import kinds


@pytest.fixture
def ask(exported):
    """Asks Datasette for a page of the exported file, as JSON or as HTML; no port is opened."""
    file = exported("sqlite", "record.sqlite")
    metadata = json.loads(file.with_name("record.metadata.json").read_text(encoding="utf-8"))

    def ask(path: str):
        async def answered():
            datasette = Datasette([str(file)], immutables=[], metadata=metadata)
            await datasette.invoke_startup()
            return await datasette.client.get(path, follow_redirects=True)

        with ThreadPoolExecutor(1) as elsewhere:  # a browser's tests leave a loop running in this thread
            answer = elsewhere.submit(asyncio.run, answered()).result()
        assert answer.status_code == 200, answer.text[:500]
        return answer.json() if ".json" in path else answer.text

    return ask


def test_datasette_knows_every_table_its_keys_its_references_and_a_view_a_kind(ask):
    told = ask("/record.json")
    found = {table["name"]: table for table in told["tables"]}
    for table in tables().values():
        assert found[table.name]["columns"] == [column.name for column in table.columns]
        assert tuple(found[table.name]["primary_keys"]) == table.key
        refers = {
            (key["column"], f"{key['other_table']}.{key['other_column']}")
            for key in found[table.name]["foreign_keys"]["outgoing"]
        }
        assert refers == {(column.name, column.to) for column in table.columns if column.to}
    assert {view["name"] for view in told["views"]} == {kind.plural for kind in kinds().values()}


def test_a_word_finds_the_records_that_say_it_in_any_of_its_forms(ask):
    assert ask("/record/records.json")["filtered_table_rows_count"] > 1
    found = ask("/record/records.json?_search=launcher&kind=commitment&_shape=objects")
    assert [row["words"] for row in found["rows"]] == ["hand over four HIMARS launchers"]


def test_facets_count_kinds_and_outcomes(ask):
    told = ask("/record/records.json?_facet=kind&_facet=outcome")["facet_results"]
    facets = told.get("results", told)
    outcomes = {result["value"]: result["count"] for result in facets["outcome"]["results"]}
    assert outcomes["delivered, confirmed"] == 1
    assert {result["value"] for result in facets["kind"]["results"]} >= {"meeting", "commitment"}


def test_a_source_links_to_its_record_by_its_words_and_columns_are_described(ask):
    page = ask("/record/sources")
    assert ">hand over four HIMARS launchers</a>" in page
    assert "Where the words begin in the report" in page


def test_a_view_has_the_columns_of_its_kind_alone(ask):
    columns = ask("/record/commitments.json")["columns"]
    assert {"outcome", "due", "slot_by", "slot_to"} <= set(columns)
    assert not {"place", "slot_cue", "kind"} & set(columns)


def test_the_page_of_the_file_leads_to_each_kind_with_a_page_for_every_record(ask):
    ways = re.findall(r'href="(record/records\?[^"]+)"', ask("/record"))
    assert len(ways) == len(kinds()) + 1
    for way in ways:
        path, query = unescape(way).split("?")
        told = ask(f"/{path}.json?{query}")
        assert {"id", "words", "date"} <= set(told["columns"]), way
    commitments = next(unescape(way) for way in ways if "kind=commitment" in way)
    assert "hand over four HIMARS launchers" in ask(f"/{commitments}")
    assert 'href="/record/records/' in ask(f"/{commitments}")


def test_a_view_leads_to_the_same_records_with_their_sources_newest_first(ask):
    page = ask("/record/meetings")
    assert 'href="records?kind=meeting' in page
    dates = [row["date"] for row in ask("/record/meetings.json?_shape=objects")["rows"] if row["date"]]
    assert dates == sorted(dates, reverse=True)


def test_a_report_without_a_title_is_called_by_its_outlet_and_date_not_none(ask):
    for table in ("sources", "news"):
        assert ">None</a>" not in ask(f"/record/{table}")


def test_descriptions_are_plain_words_and_the_look_comes_with_the_file(ask):
    page = ask("/record/records")
    described = page[page.index("<dl") : page.index("</dl>")]
    assert "`" not in described and "of a agreement" not in described
    style = re.search(r'href="data:text/css;base64,([^"]+)"', page)[1]
    assert "td.col-words" in b64decode(style).decode()


def test_references_hold_and_the_file_is_whole(exported):
    with closing(sqlite3.connect(exported("sqlite", "record.sqlite"))) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
