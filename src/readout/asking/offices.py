"""Which words name an office, and of what rank it is."""

from __future__ import annotations

import re
from functools import cache

LEVELS = {"principal": 0, "minister": 1, "official": 2}
OTHER = 3
"""The level of an office outside of the executive: its holder is named only where they met."""
LONGEST = 60
"""Characters of the longest office that is one: what is longer is a sentence."""
WORD = re.compile(r"[^\W\d_]+")


def is_office(title: str) -> bool:
    """Whether the words name an office that the lexicon knows the last word of, and are no sentence."""
    words = [word.lower() for word in WORD.findall(title)]
    said = f" {' '.join(words)} "
    elsewhere = any(f" {some.lower()} " in said for some in ways("in_no_office"))
    return len(title) <= LONGEST and not _heads().isdisjoint(words) and not elsewhere


@cache
def ways(sort: str) -> frozenset[str]:
    """Words of a sort that stand in titles and are no part of an office (people.yaml)."""
    from readout.lang.pack import read_yaml  # many a question names nobody

    return frozenset(read_yaml("en", "asking", "people.yaml")[sort])


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    from readout.lang import load

    rows = load("en").lexicon["titles"]["titles"]
    named = [(form, row.get("level", "other")) for row in rows for form in (row["title"], *row.get("variants", ()))]
    return tuple(sorted(named, key=lambda item: (-len(item[0]), item[0])))


@cache
def rank(title: str) -> str | None:
    """What an office is (`titles.yaml`: "head of state", "foreign minister"), by the longest title in it; None of a deputy and of what is none."""
    own = title.split(" to the ")[0]
    form = next((form for form, _ in _titles() if "{" not in form and form in own), None)
    before = own.split(form)[0].split() if form else []
    said = [word.lower() for word in WORD.findall(title)]
    if not ways("subordinate").isdisjoint(before) or not ways("former").isdisjoint(said):
        return None
    return _ranks().get(form or "", "minister" if "Minister" in own else None)


@cache
def _ranks() -> dict[str, str]:
    from readout.lang import load

    rows = load("en").lexicon["titles"]["titles"]
    return {form: row["rank"] for row in rows for form in (row["title"], *row.get("variants", ()))}


@cache
def _heads() -> frozenset[str]:
    last = (WORD.findall(form.split("{")[0] or form) for form, _ in _titles())
    return frozenset(words[-1].lower() for words in last if words)


def level(title: str) -> int:
    """The rank of an office: 0 head of state or government, 1 minister, 2 official, 3 other; an adviser to a president is none."""
    own = title.split(" to the ")[0]
    form, found = next(((form, level) for form, level in _titles() if "{" not in form and form in own), ("", ""))
    if not found and "Minister" in own:
        form, found = "Minister", "minister"
    below = not ways("subordinate").isdisjoint(own.split(form)[0].split()) if form else False
    return LEVELS["official"] if below and found in LEVELS else LEVELS.get(found, OTHER)
