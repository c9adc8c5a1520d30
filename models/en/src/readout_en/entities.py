"""Entities by rule, beside the names of the network: DATE, MONEY, QUANTITY and NORP (as in OntoNotes).

Percentages are QUANTITY, which in OntoNotes have a type of their own. The words stand in entities.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"


def _patterns(words: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    said = {name: _any(phrases) for name, phrases in words.items()}
    month = rf"(?:{said['months']}|{said['short_months']}\.?)"
    year, day, dash = r"(?:19|20)\d\d", r"\d{1,2}(?:st|nd|rd|th)?", r"\s?[-–—]\s?"
    days = rf"{day}(?:{dash}{day})?"
    number = r"\d[\d,]*(?:\.\d+)?"
    figure = rf"(?:{number}(?:{dash}{number})?|{said['numerals']})"
    amount = rf"{figure}(?:[\s-]?{said['magnitudes']})?"
    date = (
        rf"\d{{4}}-\d{{2}}-\d{{2}}|{month}\s{days},?\s{year}|{month}\s{days}|{days}\s{month}(?:,?\s{year})?"
        rf"|(?:the\s)?{said['parts']}\s(?:{month}\s)?(?:{year}|(?:the|this|next|last)\syear)|{month}(?:\sof)?,?\s{year}"
        rf"|{year}(?:{dash}(?:{year}|\d\d)|s)?(?!,?\d|{dash}\d|\s?{said['units']})|{said['weekdays']}|{said['months']}(?<!May)"
        rf"|(?:the\s)?{said['which']}\s(?:{figure}\s)?(?:{said['periods']}s?|{said['seasons']}|{said['months']}|{said['weekdays']})"
        rf"|{figure}\s{said['periods']}s?(?:\sago)?"
    )
    money = (
        rf"{said['before_signs']}?{said['signs']}\s?{number}(?:{dash}{number})?(?:[\s-]?{said['magnitudes']})?"
        rf"|{said['codes']}\s?{number}(?:\s?{said['magnitudes']})?"
        rf"|{amount}\s(?:{said['of_currencies']}\s)?(?:{said['currencies']}|{said['codes']})"
    )
    return {
        "MONEY": re.compile(rf"(?<![\w.,]){said['before_signs']}?(?:{money})(?!\w)"),
        "DATE": re.compile(rf"(?<![\w.,$€£-])(?:{date}|(?i:{said['days']}))(?!\w)"),
        "QUANTITY": re.compile(rf"(?<![\w.,$€£-]){amount}[\s-]?{said['units']}(?!\w)"),
        "NORP": re.compile(rf"(?<![\w-]){said['groups']}(?!\w)"),
    }


class EntitiesByRule:
    """Adds the entities of the rules to a Doc where no name stands; earlier rules win over later ones."""

    def __init__(self) -> None:
        words = tomllib.loads(files("readout_en").joinpath("entities.toml").read_text("utf-8"))
        self._patterns = _patterns(words)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with more entities; the names that it had stay as they are."""
        free = [not token.ent_type for token in doc]
        found = []
        for span in self._spans(doc):
            if all(free[span.start : span.end]):
                free[span.start : span.end] = [False] * len(span)
                found.append(span)
        if found:
            doc.set_ents(found, default="unmodified")
        return doc

    def _spans(self, doc: Doc) -> Iterator[Span]:
        """What the rules match, where it begins and ends with tokens."""
        text = doc.text
        for label, pattern in self._patterns.items():
            for match in pattern.finditer(text):
                span = doc.char_span(*match.span(), label=label)
                if span is not None:
                    yield span


@Language.factory("readout_en_entities")
def create_entities(nlp: Language, name: str) -> EntitiesByRule:  # noqa: ARG001 (spaCy's signature)
    """The factory by which spaCy knows the component."""
    return EntitiesByRule()
