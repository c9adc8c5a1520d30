"""The page of a search: each match marked in its sentence, told once, with the report that it stands in."""

import pytest
from tests.ledger.conftest import AT, Told
from tests.pages.test_compare_page import Tags

from readout import Asking
from readout.asking.search import Where
from readout.ledger import Ledger
from readout.pages.search.cards import cards
from readout.pages.search.page import page

SAID = "Norway told Sweden that it would build a bridge <b>over</b> the Svinesund."


@pytest.fixture
def asking(tmp_path):
    """One sentence in which a statement and a commitment were found, and a report in which nothing was."""
    told = Told(SAID, title="Bridge & road", url="https://one.example/a").country("Norway", "Sweden")
    told.find("statement", "it would build a bridge <b>over</b> the Svinesund", speaker="Norway", form="indirect")
    told.find("commitment", "build a bridge <b>over</b> the Svinesund", by="Norway", strength="pledged")
    other = Told(
        "A bridge stands there.", date="2024-06-01", source="The Courier", url="javascript:alert(1)", title="T"
    )
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for each in (told, other):
            ledger.keep(each.reading(), at=AT)
        yield Asking(ledger)


def shown(asking, words="bridge", **where):
    asked = Where(**where)
    return page(asking.search(words, asked), asked)


def test_each_match_is_marked_in_its_sentence_and_nothing_of_a_report_is_markup(asking):
    html = shown(asking)
    assert "build a <mark>bridge</mark> &lt;b&gt;over&lt;/b&gt; the Svinesund." in html
    assert "<mark>Bridge</mark> &amp; road" in html
    assert Tags(html).open == []


def test_words_in_which_several_things_were_found_are_told_once_with_the_id_of_each(asking):
    found = asking.search("svinesund", Where())
    (card,) = cards(found)
    html = page(found, Where())
    assert html.count("would build a bridge") == 1
    assert {hit.kind for hit in card} == {"statement", "commitment"}
    assert all(hit.id[:8] in html for hit in card)


def test_a_title_leads_to_the_report_where_its_address_is_one_of_the_web(asking):
    html = shown(asking)
    assert 'href="https://one.example/a"' in html
    assert "javascript:" not in html


def test_the_page_says_where_was_looked_and_how_much_was_found(asking):
    html = shown(asking, kind="commitment", actor="Norway", since="2024-01-01", as_of="2025-01-01")
    assert "Found in 1 place in commitments of Norway since 1 January 2024 as of 1 January 2025." in html
    assert "Found nowhere" in shown(asking, "tunnel")
    assert "Found in more than 1 place." in shown(asking, limit=1)


def test_the_same_hits_give_the_same_page(asking):
    assert shown(asking) == shown(asking)
