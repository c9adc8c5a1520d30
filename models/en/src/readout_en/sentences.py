"""Where sentences begin, by rule: the text has often lost its paragraph breaks, and half its quote marks.

The words that the rules turn on stand in sentences.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

_WORDS = tomllib.loads(files("readout_en").joinpath("sentences.toml").read_text("utf-8"))
ENDS = frozenset((".", "!", "?", "…", "..."))
CLOSERS = frozenset(('"', "”", "’", "''", ")", "]", "»", "'"))
NO_OPENERS = frozenset((",", ";", ":", ")", "]", "–", "—"))
ABBREVIATION = re.compile(
    rf"^(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]?|{'|'.join(map(re.escape, _WORDS['abbreviations']))})\.$"
)
BEFORE_NAMES = tuple(_WORDS["before_names"])
PARTED = frozenset(_WORDS["parted"])
BEFORE_TITLES = frozenset(_WORDS["before_titles"])
TITLES = frozenset(_WORDS["titles"])
OPENERS = frozenset(_WORDS["openers"])


def sentence_starts(texts: Sequence[str], spaced: Sequence[bool]) -> list[bool]:
    """For each token, whether a sentence begins with it; `spaced` says whether a space follows the token.

    A sentence ends with a line, and with a full stop, question or exclamation mark (and the marks that close it) where a
    capital, a digit or an opening mark follows; an abbreviation ends one only before a word that rarely goes on a name.
    """
    starts = [False] * len(texts)
    if not starts:
        return starts
    starts[0] = True
    ended = False
    for i, text in enumerate(texts):
        if text.isspace():
            ended = ended or "\n" in text
            continue
        if ended and not (text in CLOSERS and not spaced[i - 1] and not texts[i - 1].isspace()):
            starts[i] = starts[i] or _may_open(text)
            ended = False
        if not ended:
            ended = _ends(texts, spaced, i)
    return starts


def _may_open(text: str) -> bool:
    return not text[:1].islower() and text not in NO_OPENERS


def _ends(texts: Sequence[str], spaced: Sequence[bool], i: int) -> bool:
    text = texts[i]
    if text in ENDS:
        if text == "." and i > 0 and texts[i - 1] in PARTED and not spaced[i - 1]:
            return False
        initial = i > 0 and text == "." and len(texts[i - 1]) < 2 and not spaced[i - 1]
        return not (initial and ABBREVIATION.match(texts[i - 1] + ".")) or _opener_follows(texts, i)
    if len(text) < 2 or text[-1] not in ".!?":
        return False
    if ABBREVIATION.match(text):
        return _opener_follows(texts, i)
    return len(text) > 2 and text[-2].isalpha()


def _opener_follows(texts: Sequence[str], i: int) -> bool:
    rest = next((text for text in texts[i + 1 : i + 4] if not text.isspace()), "")
    opens = rest in OPENERS or (rest in TITLES and texts[i] not in BEFORE_TITLES)
    return opens and not texts[i].startswith(BEFORE_NAMES)
