"""Which country's a body is: what stands around its name says so, else the side that the outlet takes, where that country has such a body."""

from __future__ import annotations

from readout.reading.actors.gazetteer import Hit
from readout.reading.actors.surroundings import Surroundings

NAMING = ("country", "adjective", "people")
BACK = 2
"""Sentences before a body's own in which a country is looked for whose it may be."""
HYPHENS = ("-", "–", "/")


def country_of_body(around: Surroundings, hit: Hit) -> tuple[str | None, int]:
    """The country of the body that a lexicon found, None where it is several countries' or nobody says, and the last word of its phrase."""
    words, last = around.words, hit.last
    k = last + 1
    if k + 1 < len(words) and words.lower[k] == "of":
        k += 2 if words.lower[k + 1] == "the" else 1
        following = around.name_at[k] if k < len(words) else None
        if following and following.sort == "country":
            return following.phrase.country, following.last
    if hit.phrase.country:
        return hit.phrase.country, last
    before = _right_before(around, hit.first)
    if before is not None:
        joint = around.words.form[before.first - 1] in HYPHENS and around.name_at[before.first - 2] is not None
        return (None if joint else before.phrase.country), last
    if hit.phrase.value in around.shared:
        return None, last
    return (_named_before(around, hit.first) if _is_anothers(around, hit) else around.home), last


def _right_before(around: Surroundings, first: int) -> Hit | None:
    """The country right before a body ("the Ukrainian", "Japan's", "the Philippine")."""
    k = first - 1
    k -= k > 0 and around.words.form[k] in ("'s", "’s", "’")
    hit = around.name_at[k] if k >= 0 else None
    return hit if hit is not None and hit.sort in NAMING and hit.phrase.country else None


def _is_anothers(around: Surroundings, hit: Hit) -> bool:
    """Whether the outlet's country has no such body, so that an outlet of it means another country's."""
    said = around.words.said(hit.first, hit.last)
    return any(said.startswith(name) for name in around.foreign.get(around.home or "", ()))


def _named_before(around: Surroundings, first: int) -> str | None:
    """The last country but the outlet's own that the text has named before a body, in its sentence or shortly before."""
    words = around.words
    for k in range(first - 1, -1, -1):
        if words.sentence[k] < words.sentence[first] - BACK:
            break
        hit = around.name_at[k]
        if hit is not None and hit.sort in (*NAMING, "capital") and hit.phrase.country not in (None, around.home):
            return hit.phrase.country
    return None
