"""The scored word of a finding where the network of spans tells it better than the rules."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.proposals.labels import labelled
from readout.reading.proposals.propose import Proposal

TEXT = "President of Latvia Edgars Rinkēvičs met with guests. A ferry line will be built."
SCENE = READER.scene(TEXT)
LINE = Span(TEXT.index("A ferry"), TEXT.index(" will"))
FIRST, LAST = SCENE.words_of(LINE)


def treaty(told: Span, kind: str = "agreement") -> Finding:
    return Finding(kind, "r", LINE, (Slot("status", "in force", told),), f"en.{kind}.named", 0.9)


def proposal(kind: str, label: str, sure: float) -> Proposal:
    return Proposal(kind, FIRST, LAST, label, sure, 0.9)


def status(finding: Finding, proposed: Proposal) -> Slot | None:
    roles = {"agreement": "status", "project": "status", "meeting": "kind"}
    return labelled(SCENE, [finding], [proposed], roles)[0].slots[0]


@pytest.mark.parametrize("kind", ["agreement", "project"])
def test_a_status_that_no_word_tells_is_the_networks_and_says_so(kind: str) -> None:
    slot = status(treaty(LINE, kind), proposal(kind, "planned", 0.61))
    assert slot is not None and slot.value == "planned" and slot.how == "network, 0.61" and slot.span == LINE


def test_a_status_that_a_word_tells_stays() -> None:
    slot = status(treaty(Span(0, 9)), proposal("agreement", "planned", 0.99))
    assert slot is not None and slot.value == "in force"


def met(kind: str) -> Finding:
    return Finding("meeting", "r", LINE, (Slot("kind", kind, Span(0, 9)),), "en.meeting.verb", 0.9)


def test_talks_become_another_kind_of_meeting_only_where_the_network_is_sure() -> None:
    told = [status(met("talks"), proposal("meeting", "visit", sure)) for sure in (0.6, 0.9)]
    assert [slot.value if slot else None for slot in told] == ["talks", "visit"]


def test_a_kind_of_meeting_that_words_tell_stays() -> None:
    slot = status(met("summit"), proposal("meeting", "talks", 0.99))
    assert slot is not None and slot.value == "summit"


def test_two_who_met_alone_held_no_summit_whatever_the_network_says() -> None:
    text = "Foreign Minister of Norway Anniken Huitfeldt met with President of Latvia Egils Levits."
    scene = READER.scene(text)
    span = Span(0, len(text) - 1)
    first, last = scene.words_of(span)
    met = [Slot("participants", p.name, p.spans[0], p.id) for p in scene.cast.persons.parties]
    told = Slot("kind", "talks", Span(text.index("met"), text.index("met") + 3))
    gathering = Proposal("meeting", first, last, "summit", 0.9, 0.9)
    for slots, kind in ((met, "talks"), (met[:1], "summit")):
        finding = Finding("meeting", "r", span, (*slots, told), "en.meeting.verb", 0.9)
        assert labelled(scene, [finding], [gathering], {"meeting": "kind"})[0].values("kind") == (kind,)


def test_whoever_met_in_a_place_had_no_call() -> None:
    text = "The minister praised the talks in Riga on Tuesday."
    scene = READER.scene(text)
    at = Span(text.index("the talks"), text.index(" on"))
    place = Slot("place", "Riga", Span(text.index("Riga"), text.index(" on")))
    first, last = scene.words_of(at)
    slots = (Slot("kind", "talks", Span(text.index("talks"), text.index(" in"))), place)
    told = Finding("meeting", "r", at, slots, "en.meeting.noun", 0.9)
    (kept,) = labelled(scene, [told], [Proposal("meeting", first, last, "call", 0.9, 0.9)], {"meeting": "kind"})
    assert kept.values("kind") == ("talks",)
