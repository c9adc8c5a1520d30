"""Sums of money, by their size alone (`lang/*/matching/sums.yaml`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from readout.lang.pack import read_yaml

SIGNS = "[$€£¥]"
FIGURE = r"(?P<figure>\d[\d,]*(?:\.\d+)?)"


def sums_in(text: str, language: str = "en") -> frozenset[int]:
    """Sums of money, in whole units of their currency; the currency itself is not compared."""
    before, behind, noughts = _ways(language)
    found = set()
    for match in (*before.finditer(text), *behind.finditer(text)):
        figure = float(match["figure"].replace(",", ""))
        found.add(round(figure * 10 ** noughts.get((match["scale"] or "").lower(), 0)))
    return frozenset(found)


@cache
def _ways(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """A sum with its currency before it, a sum with its currency behind it, and the noughts of each scale."""
    said: dict[str, Any] = read_yaml(language, "matching", "sums.yaml")
    codes, scales, glued, currencies = (_any_of(said[name]) for name in ("codes", "scales", "glued", "currencies"))
    before = rf"(?:{SIGNS}|{codes})\s?{FIGURE}[\s-]?(?P<scale>{scales}|(?:{glued})\b)?"
    behind = rf"{FIGURE}\s(?P<scale>{scales})\s(?:{said['owners']} )?(?:{currencies})s?\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE), said["scales"] | said["glued"]


def _any_of(words: list[str] | dict[str, int]) -> str:
    return "|".join(map(re.escape, words))
