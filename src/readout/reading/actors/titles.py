"""Titles before a name: where they begin, and for which country or body they are held."""

from __future__ import annotations

from readout.reading.actors.gazetteer import Hit
from readout.reading.actors.surroundings import Surroundings

WIDEST_TITLE = 32
"""Words of a title that are looked at before a name; the longest of 1,417 titles in 400 public reports has 22."""

LONGEST_COURTESY = 3
"""Words of the longest form of address ("His Royal Highness")."""


def title_before(around: Surroundings, first: int, stop: int) -> tuple[int, int] | None:
    """First and last word of the title run that ends before the name at `first`; `stop` is the first word free to take."""
    words = around.words
    low = first
    sentence = words.sentence_of[first][0]
    while low > max(stop, sentence) and first - low < WIDEST_TITLE and _may_be_title(around, low - 1, first):
        low -= 1
    if low == first:
        return None
    low = _without_other_parties(around, low, first)
    start = _title_start(around, low, first)
    return None if start is None else (start, first - 1)


def _may_be_title(around: Surroundings, i: int, name: int) -> bool:
    form = around.words.form[i]
    if form == ",":
        return all(_is_courtesy(around, k) for k in range(i + 1, name))
    return (
        form[:1].isupper()
        or form in around.connectors
        or (form in around.lists["title_endings"] and around.words.form[i - 1] == "-")
        or around.name_at[i] is not None
        or around.title_at[i] is not None
    )


def _is_courtesy(around: Surroundings, i: int) -> bool:
    """Whether a word between a title's comma and the name is but a form of address ("the Ambassador of Chile, H.E. Mr. Ode")."""
    form = around.words.form[i]
    return (
        form in around.courtesies
        or form in around.addresses
        or form == "."
        or any(form in around.lists[name] for name in ("honours", "princes"))
    )


def _without_other_parties(around: Surroundings, low: int, first: int) -> int:
    """Moves past an "and" that parts this person's title from another party before it."""
    words = around.words
    for i in range(first - 1, low, -1):
        if words.form[i] != "and":
            continue
        left = [k for k in range(low, i) if around.title_at[k]]
        opens = around.title_at[i + 1] or around.name_at[i + 1] if i + 1 < first else None
        alone = words.lower[low] == "the" and words.form[first - 1] != ","
        if not left or (opens and alone):
            return i + 1
    return low


def _title_start(around: Surroundings, low: int, first: int) -> int | None:
    """The first word of the title: its first known title word, with the country or body right before it."""
    words = around.words
    low = max([low, *(k + 1 for k in range(low, first) if _parts_titles(around, k, first))])
    start = next((i for i in range(low, first) if _is_of_title(around, i)), None)
    if start is None:
        return None
    hit = around.title_at[start]
    start = max(low, hit.first) if hit else start
    while start > low:
        before = around.name_at[start - 1]
        if before and before.first >= low and before.sort != "city":
            start = before.first
        elif words.form[start - 1] in ("'s", "’s", "(", ")") or (
            words.form[start - 1].isupper() and words.form[start - 2] == "("
        ):
            start -= 1
        else:
            break
    while start < first and (words.form[start] in ("(", ")", "'s", "’s") or words.form[start] == words.form[start + 1]):
        start += 1
    return start


def _is_of_title(around: Surroundings, i: int) -> bool:
    """Whether a word begins a title, or is one that titles have and no preposition ("Under President A")."""
    words = around.words
    return around.title_at[i] is not None or (words.form[i] in around.title_words and words.pos[i] != "ADP")


def _parts_titles(around: Surroundings, i: int, first: int) -> bool:
    """Whether a "with" stands between what somebody held and another's title ("the Dialogue with the Minister A"), in no title itself."""
    alone = around.words.lower[i] == "with" and around.title_at[i] is None
    return alone and any(around.title_at[k] for k in range(i + 1, first))


def without_courtesies(around: Surroundings, first: int, last: int) -> tuple[int, int] | None:
    """The words of a title without the forms of address at its ends; None where it is nothing else ("H.E. Mr.")."""
    words, polite = around.words, around.courtesies
    last = _before_birth(around, first, last)
    while first <= last:
        last -= words.form[last] == "." and words.form[last - 1] == "Rt"
        last -= words.form[last] == "Rt"
        ahead = [k for k in range(first, min(first + LONGEST_COURTESY, last + 1)) if words.said(first, k) in polite]
        behind = [k for k in range(last, max(last - LONGEST_COURTESY, first - 1), -1) if words.said(k, last) in polite]
        if not ahead and not behind:
            return first, last
        first, last = (ahead[-1] + 1, last) if ahead else (first, behind[-1] - 1)
        first += ahead != [] and first < last and words.lower[first] == "the"
    return None


def _before_birth(around: Surroundings, first: int, last: int) -> int:
    """The last word of an office before a comma and a title of birth ("Minister of Foreign Affairs, HH Prince")."""
    words, comma = around.words, last
    while comma > first and (_is_courtesy(around, comma) or words.form[comma].startswith(("H.", "HH", "HR"))):
        comma -= 1
    return comma - 1 if words.form[comma] == "," and comma > first else last


def country_of_title(around: Surroundings, first: int, last: int, name_last: int) -> str | None:
    """The country or body for which a title at words `first` to `last` is held; looks behind the name too."""
    words = around.words
    hits: list[Hit] = []
    for i in range(first, last + 1):
        hit = around.name_at[i]
        if hit and hit not in hits and hit.sort in ("country", "adjective", "organisation", "body", "capital"):
            hits.append(hit)
    owned = [
        h
        for h in hits
        if not (h.first and words.lower[h.first - 1] in ("to", "for") and h.first > first)
        and not (
            h.first > 1
            and words.lower[h.first - 1] == "the"
            and words.lower[h.first - 2] in ("to", "for")
            and h.first > first
        )
    ]
    for hit in owned:
        value = hit.phrase.country if hit.sort != "organisation" else hit.phrase.value
        if value:
            return value
    behind = name_last + 1
    if behind + 1 < len(words) and words.lower[behind] == "of":
        k = behind + 2 if words.lower[behind + 1] == "the" else behind + 1
        hit = around.name_at[k] if k < len(words) else None
        if hit and hit.sort == "country":
            return hit.phrase.country
    return None
