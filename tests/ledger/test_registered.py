"""Tables of actors that are imported one after the other add up, and names that are joined are borne by somebody."""

import json

import pytest
from tests.ledger.conftest import AT, Told, bridge

from readout.intake import actor_entries
from readout.ledger.deciding import Act
from readout.model import RefusedDecision

HELD = {"title": "Prime Minister", "of": "Sweden", "start": "2022-10-18"}


def offices(ledger, name):
    """The offices of the actor of that name: title, beginning and end."""
    (actor,) = [one for one in ledger.actors(name) if one.name == name]
    return [(tenure.title, tenure.first, tenure.last) for tenure in actor.offices]


def test_offices_of_later_tables_stand_beside_earlier_ones_each_once(ledger):
    ledger.register([{"name": "Ulf Berg", "aliases": ["U. Berg"], "offices": [HELD]}], at=AT)
    ledger.register(
        [{"name": "Ulf Berg", "offices": [{"title": "Member of Parliament", "start": "1991"}, HELD]}], at=AT
    )
    assert offices(ledger, "Ulf Berg") == [
        ("Member of Parliament", "1991", None),
        ("Prime Minister", "2022-10-18", None),
    ]
    ledger.register([{"name": "Ulf Berg", "offices": [{**HELD, "end": "2026-09-30"}], "wikidata": "Q5"}], at=AT)
    assert offices(ledger, "Ulf Berg")[1:] == [("Prime Minister", "2022-10-18", "2026-09-30")]
    (actor,) = ledger.actors("Ulf Berg")
    assert (actor.aliases, actor.wikidata) == (("U. Berg",), "Q5")
    assert [held.title for held in ledger.offices_of("Sweden", "2024-01-01")] == ["Prime Minister"]
    assert ledger.offices_of("Sweden", "2027-01-01") == []


def test_two_names_of_one_wikidata_id_are_one_actor_with_the_offices_of_both(ledger):
    ledger.register([{"name": "Ulf Berg", "offices": [HELD], "wikidata": "Q5"}], at=AT)
    ledger.register([{"name": "Ulf H. Berg", "offices": [{"title": "Speaker"}], "wikidata": "Q5"}], at=AT)
    (actor,) = ledger.actors("Berg")
    assert {tenure.title for tenure in actor.offices} == {"Prime Minister", "Speaker"}


def entity(id, label, *held, of=None):
    """An entity as Wikidata's JSON has it; `of` is what it is."""
    claims = {"P39": [{"mainsnak": {"datavalue": {"value": {"id": post}}}} for post in held]}
    if of:
        claims["P31"] = [{"mainsnak": {"datavalue": {"value": {"id": of}}}}]
    return {"id": id, "labels": {"en": {"value": label}}, "claims": claims}


def imported(ledger, tmp_path, *entities):
    """Imports a file of these entities; the offices in it that have no name."""
    file = tmp_path / "entities.json"
    file.write_text(json.dumps({"entities": {one["id"]: one for one in entities}}), encoding="utf-8")
    entries = actor_entries(str(file))
    ledger.register(entries, at=AT)
    return ledger.nameless(entries)


def test_an_office_without_a_name_says_so_until_a_file_names_it(ledger, tmp_path):
    assert imported(ledger, tmp_path, entity("Q5", "Ulf Berg", "Q77")) == ["Q77"]
    assert offices(ledger, "Ulf Berg") == [("office without a name (Wikidata Q77)", None, None)]
    assert imported(ledger, tmp_path, entity("Q77", "Prime Minister of Sweden", of="Q4164871")) == []
    assert offices(ledger, "Ulf Berg") == [("Prime Minister of Sweden", None, None)]
    assert [actor.name for actor in ledger.actors()] == ["Ulf Berg"]
    assert imported(ledger, tmp_path, entity("Q5", "Ulf Berg", "Q77")) == []


def test_an_office_that_the_same_file_names_has_that_name(ledger, tmp_path):
    assert imported(ledger, tmp_path, entity("Q5", "Ulf Berg", "Q77", "Q78"), entity("Q77", "Speaker")) == ["Q78"]
    assert offices(ledger, "Ulf Berg")[-1] == ("office without a name (Wikidata Q78)", None, None)
    assert offices(ledger, "Ulf Berg")[0] == ("Speaker", None, None)


def test_what_somebody_held_is_an_office_whatever_its_own_file_calls_it(ledger, tmp_path):
    imported(ledger, tmp_path, entity("Q77", "President of Sweden", of="Q30461"))
    imported(ledger, tmp_path, entity("Q5", "Ulf Berg", "Q77"))
    assert offices(ledger, "Ulf Berg") == [("President of Sweden", None, None)]
    assert [actor.name for actor in ledger.actors()] == ["Ulf Berg"]


def test_a_statement_that_wikidata_holds_for_wrong_is_left_out(ledger, tmp_path):
    berg = entity("Q5", "Ulf Berg", "Q77", "Q78")
    berg["claims"]["P39"][0]["rank"] = "deprecated"
    assert imported(ledger, tmp_path, berg) == ["Q78"]
    assert offices(ledger, "Ulf Berg") == [("office without a name (Wikidata Q78)", None, None)]


@pytest.mark.parametrize("verb", ["join", "part"])
def test_names_that_nobody_bears_are_not_joined_or_parted(ledger, verb):
    text = "Erik Berg met with Anna Holm in Oslo."
    told = Told(text).person("Erik Berg", "Prime Minister", "Norway").person("Anna Holm", "President", "Finland")
    told.find("meeting", text[:-1], participants=["Erik Berg", "Anna Holm"], kind="talks")
    ledger.keep(told.reading(), at=AT)
    ledger.register([{"name": "E. Berg", "aliases": ["Herr Berg"]}], at=AT)
    for one, other, unknown in (("Erik Berg", "Eric Berg", "Eric Berg"), ("erik berg", "E. Berg", "erik berg")):
        with pytest.raises(RefusedDecision, match=f"^{unknown}: nobody here is called so"):
            ledger.decide(Act(verb, one, "Ada", AT, other=other))
    assert ledger.decisions() == []
    for other in ("E. Berg", "Herr Berg", "Anna Holm"):
        ledger.decide(Act(verb, "Erik Berg", "Ada", AT, other=other))


def test_a_pair_of_countries_is_nobody(ledger):
    ledger.keep(bridge().reading(), at=AT)
    with pytest.raises(RefusedDecision, match="nobody here is called so"):
        ledger.decide(Act("join", "Norway", "Ada", AT, other="Norway|Sweden"))
