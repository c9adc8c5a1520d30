"""Whom a question is about, as people write it: a country by its name or code, or the name of an actor."""

from __future__ import annotations

from functools import cache

from readout.lang import load
from readout.model import NotInLedger


@cache
def _countries() -> dict[str, str]:
    """Names as the ledger writes them, by every form in lower case: name, codes, official names, variants."""
    found: dict[str, str] = {}
    for row in load("en").lexicon["countries"]:
        codes = (row.get("code"), row.get("iso3"))
        for form in (row["name"], *codes, *row.get("official", ()), *row.get("variants", ())):
            if form:
                found.setdefault(form.lower(), row["name"])
    return found


def side(written: str) -> str:
    """A country as the ledger writes it, from its name, another name or its code; anything else stays as it is."""
    return _countries().get(written.strip().lower(), written.strip())


def is_country(name: str | None) -> bool:
    """Whether the lexicon knows a country of that very name."""
    return name is not None and _countries().get(name.lower()) == name


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
