"""Titles behind a name, between commas ("Rufus Ombely, Minister of Energy and Water of Zambia, said")."""

from __future__ import annotations

from readout.reading.actors.surroundings import Surroundings

WIDEST = 24
"""Words of a title behind a name; a longer run is a list."""
OF_OWNERS = ("country", "adjective", "organisation", "body")


def title_behind(around: Surroundings, last: int, stop: int) -> tuple[int, int] | None:
    """First and last word of the title that a comma ties to the name that ends with word `last`; None where another sentence part
    begins there. `stop` is the first word of the next person's title or name."""
    words = around.words
    comma = _past_brackets(around, last + 1)
    end = min(stop, words.sentence_of[last][1], comma + WIDEST)
    if comma + 1 >= end or words.form[comma] != ",":
        return None
    first = comma + 1 + (words.lower[comma + 1] == "the")
    if first >= end or not _opens(around, first, end):
        return None
    closing = first
    while closing + 1 < end and _goes_on(around, closing + 1):
        closing += 1
    while closing > first and words.lower[closing] in around.lists["tying"]:
        closing -= 1
    return None if _acts(around, closing) else (first, closing)


def _past_brackets(around: Surroundings, i: int) -> int:
    """The word behind a bracket that opens at word `i` ("Anna Berg (on the left), Minister of")."""
    forms = around.words.form[i : i + 8]
    return i + forms.index(")") + 1 if forms[:1] == ["("] and ")" in forms else i


def _opens(around: Surroundings, first: int, end: int) -> bool:
    """Whether a title in capitals begins at a word, or a country or body with a title right behind it."""
    words, owner = around.words, around.name_at[first]
    if not words.form[first][:1].isupper():
        return False
    k = owner.last + 1 if owner and owner.sort in OF_OWNERS else first
    k += k < end and words.lower[k] in ("'s", "’s")
    title = around.title_at[k] if k < end else None
    return title is not None and title.first == k and words.form[k][:1].isupper()


def _goes_on(around: Surroundings, i: int) -> bool:
    words = around.words
    return (
        words.form[i][:1].isupper() or words.lower[i] in around.lists["tying"] or around.name_at[i] is not None
    ) and words.form[i] not in ("(", ")")


def _acts(around: Surroundings, closing: int) -> bool:
    """Whether what a title names acts by itself behind the comma ("According to Mr Ode, the President of Mali agreed")."""
    words, after = around.words, closing + 1
    inside = after < len(words) and words.sentence[after] == words.sentence[closing]
    return inside and words.pos[after] in ("VERB", "AUX", "ADV")
