"""Whom "we" undertakes for in the mouth of one who speaks for a country."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

TALKS = """Remarks by President Alar Karis of Estonia and President Edgars Rinkevics of Latvia before their bilateral meeting

PRESIDENT KARIS: Welcome to Tallinn, Mr. President. It is a pleasure to have you here. {words}

PRESIDENT RINKEVICS: Thank you, Mr. President. I am very glad to be back in Tallinn."""


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("We will send two rescue boats to the islands.", {"Estonia"}),
        ("Together, we will keep the strait open.", {"Estonia", "Latvia"}),
        ("We will build a joint ferry school on the coast.", {"Estonia", "Latvia"}),
        ("We will work together with our allies in the north.", {"Estonia"}),
    ],
)
def test_we_undertakes_for_both_only_where_the_words_tell_that_it_is_done_together(
    words: str, parties: set[str]
) -> None:
    found = READER.read(TALKS.format(words=words), date="2024-05-14").findings
    assert [set(f.values("by")) for f in found if f.kind == "commitment"] == [parties]


def test_in_a_country_a_delegation_is_not_that_country() -> None:
    text = (
        "Office of the Spokesperson\n\nDeputy Secretary of State Anna Lund will lead a delegation to Latvia from May 20 to 22. "
        "In Latvia, the delegation will meet with the mayors of the coast."
    )
    found = READER.read(text, date="2024-05-14", source="US Department of State").findings
    met = next(f for f in found if f.kind == "commitment" and "mayors" in f.span.of(text))
    assert "Latvia" not in met.values("by")
