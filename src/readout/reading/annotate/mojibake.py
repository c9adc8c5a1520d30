"""Letters that were written in UTF-8 and read in Windows-1252 ("Indiaâ€™s" for "India’s"), read as they were meant."""

from __future__ import annotations

import re
from functools import lru_cache

HIGH = "".join(chr(code) for code in range(0x80, 0xC0))
LOST = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + HIGH
SPOILT = re.compile(f"[\u00c2-\u00f4][{re.escape(LOST)}]{{1,3}}")
CUT = {"\u00e2\u20ac": "”"}
"""What is left of a closing mark, whose last letter no page could show."""


@lru_cache(maxsize=1024)
def meant(spoilt: str) -> str | None:
    """What some letters were meant to be; None where they are themselves, as in a French word before a mark."""
    codes = bytearray()
    for letter in spoilt:
        try:
            codes += letter.encode("cp1252")
        except UnicodeEncodeError:
            codes.append(ord(letter))
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return CUT.get(spoilt)


def in_place(text: str) -> str:
    """The text with spoilt marks as they were meant, at its own length: blanks stand before an opening mark and behind another."""

    def blank(match: re.Match[str]) -> str:
        mark = meant(match[0])
        if mark is None or len(mark) > 1:
            return match[0]
        rest = " " * (len(match[0]) - 1)
        return rest + mark if mark in "“«„‘" else mark + rest

    return SPOILT.sub(blank, text) if "\u00e2" in text else text
