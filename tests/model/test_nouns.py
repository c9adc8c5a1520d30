"""The nouns hold what they promise."""

from __future__ import annotations

import pytest

import readout
from readout.model import Finding, Slot, Span, kinds


def test_a_span_cannot_be_empty_or_turned_round() -> None:
    for start, end in ((3, 3), (4, 2), (-1, 2)):
        with pytest.raises(ValueError, match="0 <= start < end"):
            Span(start, end)


def test_the_id_of_a_finding_says_what_was_seen_and_not_who_saw_it() -> None:
    slots = (Slot("by", "Norway", Span(0, 6)),)
    one = Finding("commitment", "r", Span(7, 20), slots, "rule.one", 0.9)
    two = Finding("commitment", "r", Span(7, 20), slots, "rule.two", 0.4)
    assert one.id == two.id
    assert one.id != Finding("commitment", "r", Span(7, 21), slots, "rule.one", 0.9).id


def test_every_kind_defines_its_slots() -> None:
    assert list(kinds()) == ["meeting", "statement", "commitment", "agreement", "project", "progress"]
    for kind in kinds().values():
        for slot in kind.slots:
            assert slot.type in ("actor", "word", "date", "place", "text", "flag")
            assert bool(slot.values) == (slot.type == "word")


def test_the_public_names_are_these() -> None:
    assert readout.__all__ == [
        "Actor",
        "Asking",
        "Finding",
        "Ledger",
        "Reader",
        "Reading",
        "ReadoutError",
        "Report",
        "Slot",
        "Span",
        "read",
    ]
    assert all(hasattr(readout, name) for name in readout.__all__)
