"""Records follow from what is kept, whatever the order, and can be made anew at any time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.conftest import AT, Told
from tests.ledger.records.derived import derived_rows
from tests.ledger.records.story import later, story

from readout.ledger import Ledger
from readout.ledger.deciding import Act


def test_records_of_another_edition_are_made_anew_when_the_ledger_opens(told, url):
    before = derived_rows(told)
    with told.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE view SET edition = 'another'")
        connection.exec_driver_sql("DELETE FROM parties")
    with Ledger.open(url) as again:
        assert derived_rows(again) == before


def test_a_thing_that_is_named_by_its_capitals_alone_is_followed_whichever_report_comes_first(tmp_path):
    words = "establish the Labor Working Group with Sweden"
    first = Told(f"Norway will {words}.", date="2024-01-01").country("Norway", "Sweden")
    first.find("commitment", words, by="Norway", to="Sweden", strength="pledged", specific=True)
    news = later("2024-06-01", "Norway and Sweden established the Labor Working Group in May.")
    made = []
    for order in ((first, news), (news, first)):
        with Ledger.open(tmp_path / f"{len(made)}.db") as ledger:
            for each in order:
                ledger.keep(each.reading(), at=AT)
            made.append((derived_rows(ledger), ledger.records("commitment")[0].outcome))
    assert made[0] == made[1]
    assert made[0][1] == "delivered, claimed"


orders = st.permutations(range(8))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=orders, again=st.integers(0, 7), removed=st.integers(0, 7), data=st.data())
def test_whatever_the_order_the_records_are_those_of_a_making_anew(tmp_path_factory, order, again, removed, data):
    told = story()
    with Ledger.open(tmp_path_factory.mktemp("order") / "ledger.db") as ledger:
        names = [ledger.keep(told[place].reading(), at=AT).report for place in order]
        ledger.keep(told[again].reading("reader-2"), at=AT)
        ledger.decide(Act("remove", names[removed], "Ada", AT))
        if data.draw(st.booleans()):
            ledger.decide(Act("withdraw", ledger.decisions()[0].id, "Ada", AT))
        step_by_step = derived_rows(ledger)
        ledger.rebuild()
        assert derived_rows(ledger) == step_by_step


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=orders)
def test_neither_the_order_of_import_matters_nor_how_many_are_kept_at_once(tmp_path_factory, order):
    told = story()
    made = []
    for places, at_once in ((range(8), 1), (order, 1), (order, 3), (order, 8)):
        with Ledger.open(tmp_path_factory.mktemp("order") / "ledger.db") as ledger:
            readings = [told[place].reading() for place in places]
            for start in range(0, 8, at_once):
                ledger.keep_all(readings[start : start + at_once], at=AT)
            made.append(derived_rows(ledger))
    assert all(rows == made[0] for rows in made)
