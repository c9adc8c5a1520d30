"""Filters of `readout list`."""

from __future__ import annotations

import pytest

from readout.asking.sides import is_country
from readout.cli.ledger.listing import Asked, _check
from readout.model import NotInLedger


def asked(**said: str) -> Asked:
    nothing = dict.fromkeys(("pair", "actor", "since", "until", "form", "outcome", "review", "due_before", "text"))
    return Asked("commitments", **{**nothing, **said}, limit=0)


@pytest.mark.parametrize("said", [{"form": "firm"}, {"outcome": "kept"}, {"review": "foo"}])
def test_a_word_that_no_record_can_have_is_refused_with_the_words_there_are(said: dict[str, str]) -> None:
    with pytest.raises(NotInLedger, match="Write one of: "):
        _check("commitment", asked(**said))


def test_the_words_that_records_have_pass() -> None:
    _check("commitment", asked(form="pledged", outcome="reaffirmed", review="confirmed"))


def test_a_country_is_asked_for_by_its_whole_name() -> None:
    assert is_country("Guinea") and not is_country("Biden")
