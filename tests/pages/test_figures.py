"""Counts as a graph, tables and pictures that other programs open."""

import csv
import io
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.asking.test_stats import met
from tests.ledger.conftest import AT
from tests.ledger.records.story import pledge
from tests.pages.test_compare_page import Tags

from readout import Asking
from readout.asking.sides import known_countries
from readout.ledger import Ledger
from readout.model import MissingInput
from readout.pages.stats.circle import circle
from readout.pages.stats.graph import gexf
from readout.pages.stats.grids import meetings, outcomes
from readout.pages.stats.page import page
from readout.pages.stats.pictures import meetings as meetings_picture
from readout.pages.stats.pictures import pictures
from readout.pages.stats.tables import csv_text, markdown, tables


@pytest.fixture
def stats(tmp_path):
    """Three meetings of two pairs and one commitment."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for report in (met("Norway", "Sweden", "Oslo", "2024-05-01"), met("Norway", "Sweden", "Bergen", "2024-06-02"),
                       met("Finland", "Norway", "Helsinki", "2024-06-03"), pledge("2024-05-01")):  # fmt: skip
            ledger.keep(report.reading(), at=AT)
        yield Asking(ledger).stats("2026-01-01")


def test_networkx_opens_the_graph_with_its_weights(stats, tmp_path):
    networkx = pytest.importorskip("networkx")
    file = tmp_path / "graph.gexf"
    file.write_text(gexf(stats), encoding="utf-8")
    graph = networkx.read_gexf(file)
    assert graph["Norway"]["Sweden"]["weight"] == 2
    assert graph.nodes["Norway"]["meetings"] == 3
    assert graph.nodes["Norway"]["country"] is True
    assert not graph.is_directed()


def test_the_graph_says_the_day_that_was_asked_for_and_not_that_of_the_clock(stats):
    assert 'lastmodifieddate="2026-01-01"' in gexf(stats)
    assert gexf(stats) == gexf(stats)


def test_every_table_comes_back_from_its_csv(stats):
    for table in tables(stats):
        heads, *rows = csv.reader(io.StringIO(csv_text(table)))
        assert tuple(heads) == table.heads
        assert rows == [list(map(str, row)) for row in table.rows]


def test_each_table_stands_beside_what_it_is_to_be_read_against(stats):
    text = markdown(stats, 10)
    assert "3 of 3 meetings name a place" in text
    assert "1 commitment, umbrellas left out; a later report tells of 0." in text
    assert "never how likely it is to be done" in text


def test_pictures_are_the_same_each_time_and_hold_no_date_of_the_clock(stats):
    pytest.importorskip("matplotlib")
    first, again = pictures(stats), pictures(stats)
    assert first == again
    assert set(first) == {"meetings", "outcomes", "telling", "graph", "map"}
    for content in first.values():
        assert ElementTree.fromstring(content).tag.endswith("svg")
        assert b"<dc:date>" not in content
    assert all(content.startswith(b"\x89PNG") for content in pictures(stats, "png").values())
    assert pictures(stats, "png") == pictures(stats, "png")


def test_an_empty_ledger_has_pictures_too(tmp_path):
    pytest.importorskip("matplotlib")
    with Ledger.open(tmp_path / "empty.db") as ledger:
        assert len(pictures(Asking(ledger).stats("2026-01-01"))) == 5


def test_without_matplotlib_it_says_what_to_install(stats, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingInput, match=r"pip install 'readout-ledger\[plots\]'"):
        pictures(stats)


def test_the_page_has_every_table_beside_what_it_is_to_be_read_against_and_the_map(stats):
    html = page(stats)
    assert Tags(html).open == []
    for said in ("3 of 3 meetings name a place", "Norway – Sweden", "A later report tells", "whoever reports much"):
        assert said.lower() in html.lower()
    assert html.count("<circle") == 3
    assert page(stats) == html


def test_an_empty_ledger_has_a_page_too(tmp_path):
    with Ledger.open(tmp_path / "empty.db") as ledger:
        html = page(Asking(ledger).stats("2026-01-01"))
    assert html.count("<p>None.</p>") == html.count("<h2>") - 1  # of places alone the counts say so
    assert "<thead>" not in html


def test_a_grid_has_every_month_between_the_first_and_the_last_and_darker_cells_for_more(stats):
    grid = meetings(stats)
    assert grid.heads == ("May 2024", "Jun 2024")
    assert [(row.name, [cell.count for cell in row.cells], row.total) for row in grid.rows] == [
        ("Norway – Sweden", [1, 1], 2), ("Finland – Norway", [0, 1], 1),
    ]  # fmt: skip
    assert [cell.shade for cell in grid.rows[1].cells] == [0, 1]
    assert [row.name for row in outcomes(stats).rows] == ["pledged"]


def test_meetings_of_many_months_stand_by_year(tmp_path):
    with Ledger.open(tmp_path / "years.db") as ledger:
        for date in ("2021-05-01", "2024-05-01"):
            ledger.keep(met("Norway", "Sweden", "Oslo", date).reading(), at=AT)
        grid = meetings(Asking(ledger).stats("2026-01-01"))
    assert grid.heads == ("2021", "2022", "2023", "2024")


def test_the_picture_of_meetings_leaves_out_years_without_one_and_says_so(stats):
    pytest.importorskip("matplotlib")
    from matplotlib.figure import Figure

    told = tuple(("Norway", "Sweden", month, 1) for month in ("2010-11", "2021-01", "2025-06"))
    figure = Figure()
    meetings_picture(figure, replace(stats, pairs=told))
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2011", "2020", "2021", "2022", "2024", "2025"]
    assert "; 2012 to 2019, when none of these met, left out (dotted)" in axes.get_xlabel()
    assert "; 2023, when none of these met, left out (dotted)" in axes.get_xlabel()
    assert [round(line.get_xdata()[0], 1) for line in axes.lines] == [13.5, 49.5]


def test_many_years_without_a_meeting_are_one_column_and_lose_none(stats):
    told = [("Norway", "Sweden", month, 1) for month in ("2010-11", "2012-03", "2021-01", "2024-06")]
    grid = meetings(replace(stats, pairs=tuple(told)))
    assert grid.heads == ("2010", "2011", "2012", "2013–2020", "2021", "2022", "2023", "2024")
    assert [cell.count for cell in grid.rows[0].cells] == [1, 0, 1, 0, 1, 0, 0, 1]


def test_names_around_the_circle_stay_in_the_picture_and_off_the_line_below(stats):
    pytest.importorskip("matplotlib")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    names = sorted(known_countries(), key=len)[-36:]
    figure = Figure()
    canvas = FigureCanvasAgg(figure)
    many = replace(
        stats, sides=tuple((name, 1234) for name in names), pairs=tuple((names[0], n, "2024-05", 1) for n in names[1:])
    )
    circle(figure, many)
    canvas.draw()
    (note,) = [text.get_window_extent() for text in figure.texts]
    labels = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(labels) == 36
    assert not any(note.overlaps(label) for label in labels)
    assert all(label.x0 >= 0 and label.x1 <= figure.bbox.x1 and label.y0 >= 0 for label in labels)
