"""The page of figures in a real browser, on a desk and on a phone."""

from dataclasses import replace

import pytest

from readout import Asking
from readout.asking.stats import Stats
from readout.ledger import Ledger
from readout.pages.stats.page import page

SEEN = """cell => {
    const box = cell.getBoundingClientRect(), scroller = cell.closest('.scroll').getBoundingClientRect();
    return box.left >= scroller.left - 1 && box.right <= scroller.right + 1;
}"""


@pytest.fixture
def stats(tmp_path) -> Stats:
    """Meetings of Norway and Sweden in each of some twenty years."""
    told = [("Norway", "Sweden", f"{year}-05", 1) for year in range(2004, 2027)]
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        return replace(Asking(ledger).stats("2026-12-31"), pairs=tuple(told))


@pytest.mark.parametrize("width", [390, 1280])
def test_the_newest_meetings_are_seen_first_beside_whose_they_are(chromium, stats, tmp_path, width):
    file = tmp_path / "figures.html"
    file.write_text(page(stats), encoding="utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900})
    opened = context.new_page()
    opened.goto(file.as_uri())
    heads, row = opened.locator(".newest thead th"), opened.locator(".newest tbody tr").first
    assert heads.nth(23).inner_text() == "2026"
    assert [each.evaluate(SEEN) for each in (heads.nth(1), heads.nth(23), heads.nth(24), heads.first)] == [
        False,
        True,
        True,
        True,
    ]
    assert row.locator("th").evaluate(SEEN) and row.locator("td").last.evaluate(SEEN)
    context.close()
