"""Which two facts tell of one thing, kind by kind, as matching says."""

from __future__ import annotations

from readout.ledger.records.features import Feature
from readout.matching.account import Account
from readout.matching.meetings import may_stand_together as may_be_one_meeting
from readout.matching.meetings import meeting_links
from readout.matching.passages import Passage, may_be_one_thing, same_passage
from readout.matching.undertakings import Undertaking, may_be_one_record, same_undertaking

MILLION = 1_000_000
REPRINTED = 8 * MILLION
"""The strength of a link between the same words of two reprints: it joins before all that matching only thinks alike."""

BY_A_PERSON = 9 * MILLION
"""The strength of a link that a reviewer made: it joins before all others."""


def strength(one: Feature, other: Feature) -> int | None:
    """How surely two facts of one kind are the same, in millionths; None where they are not."""
    score: float | None = None
    if isinstance(one, Account) and isinstance(other, Account):
        score = next((link for link, _, _ in meeting_links((one, other))), None)
    elif isinstance(one, Undertaking) and isinstance(other, Undertaking):
        match = same_undertaking(one, other)
        score = match.score if match else None
    elif isinstance(one, Passage) and isinstance(other, Passage):
        score = same_passage(one, other)
    return None if score is None else round(score * MILLION)


def judged(feature: Feature) -> Feature:
    """What `may_stand_together` looks at of a fact: where the same was told again and again, all tellings are equal."""
    return feature if isinstance(feature, Account) else feature.judged


def may_stand_together(one: Feature, other: Feature) -> bool:
    """Whether nothing speaks against two facts standing in one record."""
    if isinstance(one, Account) and isinstance(other, Account):
        return may_be_one_meeting(one, other)
    if isinstance(one, Undertaking) and isinstance(other, Undertaking):
        return may_be_one_record(one, other)
    return isinstance(one, Passage) and isinstance(other, Passage) and may_be_one_thing(one, other)
