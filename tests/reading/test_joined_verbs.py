"""Who notes one thing and stresses another says both, wherever the parser hung the second verb."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

BERG = "Deputy Secretary Anna Berg met today with State Secretary for Foreign Affairs Karl Lund of Norway in Oslo. "


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "They reaffirmed their steadfast support for Latvia’s sovereignty and territorial integrity and condemned President Roe’s "
            "premeditated, unprovoked, and unjustified invasion of Latvia and its devastating toll.",
            [
                "their steadfast support for Latvia’s sovereignty and territorial integrity",
                "President Roe’s premeditated",
            ],
        ),
        (
            "They emphasized that the strikes are the direct result of a failed policy, and underscored that the talks must go on.",
            ["the strikes are the direct result of a failed policy", "the talks must go on"],
        ),
        (
            "They stressed that Norway has every right to guard its coast from smugglers and underscored the need to do so by law.",
            ["Norway has every right to guard its coast from smugglers", "the need to do so by law"],
        ),
    ],
)
def test_each_verb_of_saying_has_its_own_content(text: str, contents: list[str]) -> None:
    whole = BERG + text
    reading = READER.read(whole, date="2022-04-14", source="U.S. Department of State")
    told = [finding.span.of(whole) for finding in sorted(reading.of_kind("statement"), key=lambda f: f.span)]
    assert len(told) == len(contents)
    assert all(said.startswith(content) for said, content in zip(told, contents, strict=True))


def test_what_others_did_stays_in_what_is_said() -> None:
    whole = BERG + "They noted that Latvia had taken a clear position and welcomed the accord of May."
    reading = READER.read(whole, date="2022-04-14", source="U.S. Department of State")
    assert any("had taken a clear position and welcomed" in f.span.of(whole) for f in reading.of_kind("statement"))
