"""Names as they are shown: press services print surnames, or whole names, in capitals ("António COSTA", "ISHIBA Shigeru")."""

from __future__ import annotations

import re

ROMAN = re.compile(r"[IVX]+")
INITIALS = 2
"""Letters that may be initials ("JD")."""


def in_small_letters(name: str) -> str:
    """A name with capitals at the beginnings of its words alone; initials and Roman figures stay, and a name of one short word."""
    parts = name.split()
    if len(parts) == 1:
        return name.title() if name.isupper() else name
    return " ".join(_small(part) for part in parts)


def _small(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    shout = word.isupper() and len(letters) > INITIALS and "." not in word and not ROMAN.fullmatch("".join(letters))
    return word.title() if shout else word
