"""Two ledgers of the same reports answer alike, whichever came first into them."""

from itertools import product

import pytest
from tests.asking.test_as_of import PAIR, reports
from tests.asking.test_brief import everything
from tests.ledger.conftest import AT, Told

from readout import Asking
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.search import Where
from readout.asking.timeline import Course
from readout.export import FORMATS, Asked
from readout.ledger import Ledger
from readout.ledger.pursuing import Pursued
from readout.ledger.records.wanted import Wanted
from readout.model import KIND_NAMES

DAY = "2025-12-31"


WORKS = {
    "Sweden": "mend the Norwegian quay in Strömstad",
    "Denmark": "paint the Norwegian lighthouse",
    "Finland": "lend two Norwegian icebreakers",
    "Iceland": "count the Norwegian puffins of Heimaey",
    "Estonia": "print Norwegian schoolbooks in Tartu",
    "Latvia": "tune the Norwegian organ of Riga",
}


def of_one_day() -> list[Told]:
    """Several meetings and undertakings of one day, and several without any."""
    found = []
    for country, work in WORKS.items():
        for date in ("2025-06-06", None):
            told = Told(f"Norway and {country} met. Norway will {work}.", date=date).country("Norway", country)
            told.find("meeting", f"Norway and {country} met", participants=["Norway", country], kind="talks")
            words = {"by": "Norway", "to": country, "strength": "pledged", "specific": True, "due": "2026-02-01"}
            found.append(told.find("commitment", work, **words))
    return found


@pytest.fixture
def both(url, tmp_path):
    """A ledger of some reports, and one that they came into the other way round."""
    some = [*reports(), *everything(), *of_one_day()]
    with Ledger.open(url) as one, Ledger.open(tmp_path / "turned.db") as other:
        for ledger, order in ((one, some), (other, list(reversed(some)))):
            for told in order:
                ledger.keep(told.reading(), at=AT)
        yield one, other


def test_lists_are_the_same_whichever_report_came_first(both):
    for kind, limit in product(KIND_NAMES, (1, 3, 5, 8, 0)):
        one, other = (ledger.records(Wanted(kind, limit=limit)) for ledger in both)
        assert one == other, (kind, limit)
        assert [(r.date or "", r.id) for r in one] == sorted(((r.date or "", r.id) for r in one), reverse=True)


FILTERS = ({"due_before": "2027-01-01"}, {"text": "norwegian"}, {"pair": PAIR}, {"actor": "norw"})


def test_lists_with_a_filter_are_the_same_whichever_report_came_first(both):
    for filters, limit in product(FILTERS, (1, 3, 0)):
        one, other = (ledger.records(Wanted("commitment", limit=limit, **filters)) for ledger in both)
        assert one == other, (filters, limit)
        assert len(one) == limit or (not limit and one), filters


def test_every_answer_is_the_same_whichever_report_came_first(both):
    one, other = (answers(Asking(ledger)) for ledger in both)
    for name, said in one.items():
        assert said == other[name], name


def answers(asking: Asking) -> dict[str, object]:
    gazettes = sorted(report.id for report in asking.ledger.reports(0) if "Gazette of" in (report.source or ""))
    return {
        "brief": asking.brief(Briefed("Norway", DAY, own="Sweden")),
        "brief of all": asking.brief(Briefed("Norway", DAY)),
        "timeline": asking.timeline(Course(DAY, pair=PAIR)),
        "topic": asking.timeline(Course(DAY, topic="norwegian", limit=2)),
        "due": asking.due(DueAsked(Pursued(DAY), limit=3)),
        "deadlines": asking.deadlines(DueAsked(Pursued(DAY))),
        "search": asking.search("norwegian", Where(limit=4)),
        "stats": asking.stats(DAY),
        "actors": asking.ledger.actors(limit=3),
        "compare": asking.compare(*gazettes),
    }


def test_an_export_is_the_same_whichever_report_came_first(both, tmp_path):
    said = []
    for number, ledger in enumerate(both):
        FORMATS["csv"].write(ledger, tmp_path / f"{number}.csv", Asked(as_of=DAY))
        said.append([path.read_bytes() for path in sorted(tmp_path.glob(f"{number}*"))])
    assert said[0] == said[1]
