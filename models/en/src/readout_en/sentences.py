"""Where sentences begin, by rule: the text has often lost its paragraph breaks, and half its quote marks."""

from __future__ import annotations

import re

from spacy.tokens import Doc

ENDS = frozenset((".", "!", "?", "…", "..."))
CLOSERS = frozenset(('"', "”", "’", "''", ")", "]", "»", "'"))
ABBREVIATION = re.compile(
    r"^(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]?|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Lt|Col|Maj|Capt|Adm|Amb|Hon|Rep|Sen|Gov|No|Nos|Inc|Co|Corp|Ltd|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
OPENERS = frozenset(
    [
        "The",
        "This",
        "These",
        "That",
        "Those",
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "You",
        "There",
        "In",
        "On",
        "At",
        "During",
        "As",
        "For",
        "From",
        "After",
        "Before",
        "Both",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "President",
        "Secretary",
        "Prime",
        "Minister",
        "Ambassador",
        "Under",
        "Deputy",
        "Assistant",
        "Special",
        "And",
        "But",
        "According",
        "If",
        "When",
        "While",
        "To",
    ]
)


def sentence_starts(doc: Doc) -> list[bool]:
    """For each token, whether a sentence begins with it.

    A sentence ends with a line, and with a full stop, question or exclamation mark (and the marks that close it) where a
    capital, a digit or an opening mark follows; an abbreviation ends one only before a word that rarely goes on a name.
    """
    starts = [False] * len(doc)
    if not starts:
        return starts
    starts[0] = True
    ended = False
    for i, token in enumerate(doc):
        text = token.text
        if text.isspace():
            if "\n" in text:
                ended = True
            continue
        if ended and not (text in CLOSERS and not doc[i - 1].whitespace_ and not doc[i - 1].is_space):
            if _may_open(text):
                starts[i] = True
            ended = False
        if ended:
            continue
        ended = _ends(doc, i, text)
    return starts


def _may_open(text: str) -> bool:
    return not text[:1].islower() and text not in {",", ";", ":", ")", "]", "–", "—"}


def _ends(doc: Doc, i: int, text: str) -> bool:
    if text in ENDS:
        if (
            i
            and text == "."
            and ABBREVIATION.match(doc[i - 1].text + ".")
            and not doc[i - 1].whitespace_
            and len(doc[i - 1].text) < 2
        ):
            return _opener_follows(doc, i)
        return True
    if len(text) > 1 and text[-1] == "." and ABBREVIATION.match(text):
        return _opener_follows(doc, i)
    return len(text) > 2 and text[-1] in ".!?" and text[-2].isalpha() and not ABBREVIATION.match(text)


def _opener_follows(doc: Doc, i: int) -> bool:
    rest = next((token.text for token in doc[i + 1 : i + 4] if not token.is_space), "")
    return rest in OPENERS and not doc[i].text.startswith(("Mr", "Mrs", "Ms", "Dr"))
