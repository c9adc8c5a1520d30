"""Spellings of one name: Zelenskyy, Zelensky and Zelenskiy; Tokayev and Tokaev; Dmytro and Dmitry.

Names from other scripts reach English in several transliterations (BGN/PCGN, ISO 9, national systems, habit). The key of a
word leaves out what these systems differ in; words of one key are spellings of one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

SAME = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dzh", "j"), ("ck", "k"), ("ph", "f"),
    ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("tz", "z"), ("ts", "z"), ("x", "ks"), ("w", "v"), ("q", "k"),
)  # fmt: skip
"""Letters that transliterate the same sound, in the order in which they are replaced."""
LONG = 6
"""Letters from which two spellings may differ in two places."""
VERY_LONG = 8
"""Letters from which two names of one text that differ in two places are one, misspelt."""


@lru_cache(maxsize=4096)
def spelling_key(word: str) -> str:
    """What all spellings of a folded word share."""
    if len(word) < 4:
        return word
    key = re.sub(r"(?<=[aeiou])[yij](?=e)", "", word)
    for said, sound in SAME:
        key = key.replace(said, sound)
    key = re.sub(r"[yij]e", "e", key).replace("y", "i")
    key = re.sub(r"(.)\1+", r"\1", key)
    key = re.sub(r"enk[ao]$", "enko", key)
    return key.rstrip("i") or word


def near(a: str, b: str) -> bool:
    """Whether two given names, as keys, may be one: nearly the same letters, or one within the other (Tony, Antony)."""
    if a == b or (min(len(a), len(b)) >= 3 and (a.endswith(b) or b.endswith(a))):
        return True
    limit = 2 if min(len(a), len(b)) >= LONG else 1
    return min(len(a), len(b)) >= LONG - 1 and a[0] == b[0] and _distance(a, b) <= limit


def misspelt_word(a: str, b: str) -> bool:
    """Whether two words begin alike and differ in one letter, or in two that changed places; short ones in one letter that is left out,
    very long ones in any two, where neither is the beginning of the other (Roberts is no Robertson)."""
    short, distance = min(len(a), len(b)), _distance(a, b)
    if a[0] != b[0] or short < LONG - 1:
        return False
    if short < LONG:
        return distance == 1 and len(a) != len(b) and not a.startswith(b) and not b.startswith(a)
    two = short >= VERY_LONG and not a.startswith(b) and not b.startswith(a)
    return distance == 1 or (distance == 2 and (two or sorted(a) == sorted(b)))


def _distance(a: str, b: str) -> int:
    """Letters to put in, leave out or change (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
