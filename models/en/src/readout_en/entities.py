"""Entities by rule, beside the names of the network: DATE, MONEY, QUANTITY and NORP (as in OntoNotes).

Percentages are QUANTITY, which in OntoNotes have a type of their own. The words stand in entities.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from spacy.attrs import ENT_TYPE, ORTH, SPACY
from spacy.language import Language
from spacy.tokens import Doc, Span

WORD = re.compile(r"\w+")


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"


def _patterns(words: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    said = {name: _any(phrases) for name, phrases in words.items() if name != "groups"}
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
    }


class EntitiesByRule:
    """Adds the entities of the rules to a Doc where no name stands; earlier rules win over later ones."""

    def __init__(self) -> None:
        words = tomllib.loads(files("readout_en").joinpath("entities.toml").read_text("utf-8"))
        self._patterns = _patterns(words)
        self._groups: dict[str, list[str]] = {}
        for group in sorted(words["groups"], key=len, reverse=True):
            self._groups.setdefault(WORD.match(group).group(), []).append(group)  # type: ignore[union-attr]

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with more entities; the names that it had stay as they are."""
        text, first, behind = _laid_out(doc)
        free = [kind == 0 for kind in doc.to_array(ENT_TYPE).tolist()]
        found = []
        for label, start, end in self._places(text):
            low, high = first.get(start), behind.get(end)
            if low is not None and high is not None and all(free[low:high]):
                free[low:high] = [False] * (high - low)
                found.append(Span(doc, low, high, label=label))
        if found:
            doc.set_ents(found, default="unmodified")
        return doc

    def _places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """What the rules match: label, first code point, and the one behind the last."""
        for label, pattern in self._patterns.items():
            yield from ((label, *match.span()) for match in pattern.finditer(text))
        for match in WORD.finditer(text):
            start = match.start()
            for group in self._groups.get(match.group(), ()):
                if text.startswith(group, start):
                    yield "NORP", start, start + len(group)
                    break


def _laid_out(doc: Doc) -> tuple[str, dict[int, int], dict[int, int]]:
    """A Doc's text, its tokens by their first code point, and the tokens behind them by the one behind their last.

    spaCy's own `doc.text` and `doc.char_span` take several times as long.
    """
    strings, columns = doc.vocab.strings, doc.to_array([ORTH, SPACY]).astype("uint64").tolist()
    parts: list[str] = []
    first, behind, place = {}, {}, 0
    for token, (orth, spaced) in enumerate(columns):
        form = strings[orth]
        first[place], behind[place + len(form)] = token, token + 1
        parts.append(form + " " * spaced)
        place += len(parts[-1])
    return "".join(parts), first, behind


@Language.factory("readout_en_entities")
def create_entities(nlp: Language, name: str) -> EntitiesByRule:  # noqa: ARG001 (spaCy's signature)
    """The factory by which spaCy knows the component."""
    return EntitiesByRule()
