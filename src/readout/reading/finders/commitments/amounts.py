"""Sums and quantities that measure an action, as written and in figures with their currency or unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from readout.lang import load
from readout.lang.patterns import any_of
from readout.model import Slot, Span

NUMBER = r"\d[\d,]*(?:\.\d+)?"

MODEL = re.compile(r"[\s(][A-Z][\w-]*\s$")
"""A name before a figure that is its own ("Leopard 2 tanks")."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A sum by its sign ($5 million), its code (UAH 5 million) or its word (5 million euros), and a number of things (200 jets)."""
    words = load(language).lexicon["amounts"]
    scale, glued = any_of(words["scales"]), any_of(words["glued"])
    return re.compile(
        rf"(?P<sign>{any_of(words['signs'])})\s?(?P<n1>{NUMBER})(?:\s?[-–]\s?(?P<to>{NUMBER}))?(?:\s?(?P<s1>{scale}|{glued}\b))?"
        rf"|\b(?P<code>{any_of(words['codes'])})\s?(?P<n2>{NUMBER})(?:\s(?P<s2>{scale}))?"
        rf"|\b(?P<n3>{NUMBER})(?:\s(?P<s3>{scale}))?\s(?P<currency>{any_of(words['currencies'])})s?\b"
        rf"|\b(?P<n5>{NUMBER})\s(?:[A-Z][\w-]*\s){{1,3}}(?:\d+\w*\s)?(?P<unit5>{any_of(words['units'])})(?![\w-])"
        rf"|\b(?P<n4>{NUMBER})(?:\s(?P<s4>{scale}))?\s?(?:{any_of(words['extra'])}\s)?(?P<unit>{any_of(words['units'])})(?![\w-])"
    )


def amount(text: str, span: Span, language: str = "en") -> list[Slot]:
    """The slots `amount` (the first sum or quantity within the action, as written) and `quantity` (in figures, with its unit)."""
    found_all = _pattern(language).finditer(text, span.start, span.end)
    match = next((m for m in found_all if not (m["n4"] and MODEL.search(text, span.start, m.start()))), None)
    if match is None:
        return []
    words = Span(match.start(), match.start() + len(match.group().rstrip(" ,.")))
    found = [Slot("amount", words.of(text), words)]
    figures = _in_figures(match.groupdict(), load(language).lexicon["amounts"])
    return [*found, Slot("quantity", figures, words, how="worked out")] if figures else found


def _in_figures(said: Mapping[str, str | None], words: Mapping[str, Mapping[str, str]]) -> str | None:
    """Such as "30000000000 USD" or "200 aircraft"; of a range the upper end."""
    number = said["to"] or said["n1"] or said["n2"] or said["n3"] or said["n4"] or said["n5"] or ""
    scale = said["s1"] or said["s2"] or said["s3"] or said["s4"] or ""
    times = float({**words["scales"], **words["glued"]}.get(scale, 1))
    sign, currency = words["signs"].get(said["sign"] or ""), words["currencies"].get(said["currency"] or "")
    unit = (
        sign
        or said["code"]
        or currency
        or {"%": "percent", "per cent": "percent"}.get(said["unit"] or "", said["unit"] or said["unit5"])
    )
    try:
        return f"{round(float(number.replace(',', '')) * times, 6):.15g} {unit}"
    except ValueError:
        return None
