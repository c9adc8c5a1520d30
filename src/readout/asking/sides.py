"""Whom a question is about, as people write it: a country by its name or code, or the name of an actor."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from readout.model import NotInLedger

if TYPE_CHECKING:
    from readout.lang import Pack

SPELT_OUT = 6
"""Letters from which on an organisation's name is no abbreviation that could be a surname."""


def _english() -> Pack:
    """What is known of names in English, loaded when somebody asks about one."""
    from readout.lang import load

    return load("en")


@cache
def _countries() -> dict[str, str]:
    """Names as the ledger writes them, by every form in lower case: name, codes, official names, variants."""
    found: dict[str, str] = {}
    for row in _english().lexicon["countries"]:
        codes = (row.get("code"), row.get("iso3"))
        for form in (row["name"], *codes, *row.get("official", ()), *row.get("variants", ())):
            if form:
                found.setdefault(form.lower(), row["name"])
    return found


@cache
def _organisations() -> dict[str, str]:
    """Organisations as the ledger writes them, by every form, long ones in lower case too."""
    found: dict[str, str] = {}
    for row in _english().lexicon["organisations"]:
        for form in (row["name"], row.get("full"), *row.get("variants", ())):
            if form:
                found.setdefault(form, row["name"])
                found.setdefault(form.lower() if len(form) >= SPELT_OUT else form, row["name"])
    return found


def side(written: str) -> str:
    """A country or organisation as the ledger writes it, from its name, another name or its code; anything else stays as it is.

    What is short is an organisation in its own letters only: "PACE" is one, "Pace" may be anybody.
    """
    name = written.strip()
    country = _countries().get(name.lower())
    return country or _organisations().get(name) or _organisations().get(name.lower(), name)


def is_country(name: str | None) -> bool:
    """Whether the lexicon knows a country of that very name."""
    return name is not None and _countries().get(name.lower()) == name


def is_organisation(name: str) -> bool:
    """Whether the lexicon knows an organisation of that very name."""
    return name in _organisations().values()


def is_body(name: str) -> bool:
    """Whether the lexicon knows a body of a country, such as its parliament, by that name."""
    rows = _english().lexicon["bodies"]["bodies"]
    return any(name.lower() == form.lower() for row in rows for form in (row["body"], *row.get("variants", ())))


def named_for() -> dict[str, str]:
    """Countries by all the words that stand for them, and organisations by their names, all in lower case."""
    words = {phrase.words.lower(): phrase.country for phrase in _english().country_phrases if phrase.country}
    return {form.lower(): name for form, name in _organisations().items()} | words | _countries()


def names_of_country(name: str) -> list[str]:
    """Every form of a country's name in lower case, the longest first; the name itself of what is no country."""
    forms = {form for form, country in _countries().items() if country == name} | {name.lower()}
    return sorted(forms, key=lambda form: (-len(form), form))


def known_countries() -> list[str]:
    """The names of all countries as the ledger writes them, by the alphabet."""
    return sorted(set(_countries().values()))


def two_sides(written: str) -> tuple[str, str]:
    """Two sides with a comma between, as in "India,JP". Raises NotInLedger for anything else."""
    names = [side(name) for name in written.split(",") if name.strip()]
    if len(names) != 2:
        raise NotInLedger(f"{written}: not two countries. Write them with a comma between, as in India,Japan.")
    return names[0], names[1]
