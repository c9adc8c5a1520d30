"""A reading shows itself in a notebook."""

from tests.ledger.conftest import Told


def test_a_notebook_shows_the_text_with_its_findings_marked_and_nothing_of_it_as_markup():
    told = Told("Norway & Sweden met <today>. It rained.")
    told.find("meeting", "Norway & Sweden met", kind="talks", participants=["Norway"])
    told.find("statement", "Sweden met", speaker="Sweden")
    shown = told.reading()._repr_html_()
    assert 'background:#cfe8ff" title="meeting: kind talks; participants Norway">Norway &amp; </mark>' in shown
    assert shown.count("<mark") == 2
    assert "met</mark> &lt;today&gt;. It rained.</div>" in shown


def test_above_the_text_stand_the_colours_of_the_kinds_that_it_has_and_no_others():
    told = Told("Norway and Sweden met. It rained.").find("meeting", "Norway and Sweden met", kind="talks")
    shown = told.reading()._repr_html_()
    assert 'background:#cfe8ff">meeting</span>' in shown
    assert "commitment" not in shown
