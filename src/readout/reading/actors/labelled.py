"""Bodies and companies that the model saw and no lexicon knows, by their names in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention, Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

EVENT = re.compile(r"COP-?\d+")
"""Conferences that are called by a number."""
HYPHENS = ("-", "–", "/")
NATIONS = ("adjective", "country", "people")
OWNED = ("'s", "’s", "’")
NO_ENDS = ("CCONJ", "PUNCT", "ADP", "DET")


def add_labelled(cast: Cast) -> None:
    """Adds an organisation for each run of words that the model calls one, but for those that a lexicon knows."""
    for begin, last in list(_runs(cast)):
        begin += cast.words.lower[begin] in OWNED and last > begin
        first = begin + 1 if cast.words.lower[begin] in cast.references["openers"] and last > begin else begin
        if not _is_name(cast, first, last):
            continue
        party = _party(cast, first, last)
        party.spans.append(cast.words.span(begin, last))
        cast.at[begin : last + 1] = [Mention(begin, last, (begin, last), (party,), "organisation")] * (last + 1 - begin)


def _runs(cast: Cast) -> Iterator[tuple[int, int]]:
    """First and last word of each run labelled an organisation where nobody is mentioned yet."""
    words, i = cast.words, 0
    while i < len(words):
        last = i
        if words.name[i][2:] == "ORG" and cast.at[i] is None:
            while last + 1 < len(words) and words.name[last + 1] == "I-ORG" and _may_go_on(cast, last + 1):
                last += 1
            end = last
            while last > i and words.pos[last] in NO_ENDS:
                last -= 1
            yield i, last
            last = end
        i = last + 1


def _may_go_on(cast: Cast, k: int) -> bool:
    """Whether a name may go on with word `k`: nobody is mentioned there, or the country whose it is ("the Ministry of Roads of Kenya")."""
    mention = cast.at[k]
    of = cast.words.lower[k - 1 if cast.words.lower[k - 1] != "the" else k - 2] == "of"
    return mention is None or (mention.sort == "country" and (of or mention.first < k))


def _is_name(cast: Cast, first: int, last: int) -> bool:
    """Whether a run is somebody's name: capitalised, no title, and no word that points to actors named elsewhere."""
    words = cast.words
    proper = any(words.pos[k] == "PROPN" for k in range(first, last + 1))
    return words.form[first][:1].isupper() and proper and not _refers(cast, last) and not _is_title(cast, first, last)


def _refers(cast: Cast, last: int) -> bool:
    """Whether a run points to actors named elsewhere ("National Security Advisors", "Foreign Ministers", "the Ohio Republican")."""
    lower, references = cast.words.lower[last], cast.references
    if lower in cast.pack.lexicon["people"]["parties"] or _is_event(cast, last):
        return True
    return lower in references["persons"] | references["countries"] or cast.around.title_at[last] is not None


def _is_event(cast: Cast, last: int) -> bool:
    """Whether a name that ends with word `last` is that of a gathering or a paper, and of nobody ("COP29", "the Strategic Dialogue")."""
    events = cast.pack.lexicon["meetings"]["events"]
    return cast.words.lower[last] in events or EVENT.fullmatch(cast.words.form[last]) is not None


def _is_title(cast: Cast, first: int, last: int) -> bool:
    """Whether a run is a title or a word of one ("Special Envoy", "National"); a body's name may begin with such a word and go on
    ("National Park Service")."""
    begins = cast.words.form[first] in cast.around.title_words
    return begins and (first == last or cast.around.title_at[first] is not None)


def _party(cast: Cast, first: int, last: int) -> Party:
    """The one of that name; where the model takes a nation before it for a part of it, that belongs to the name ("the Brazilian
    Space Agency"), and of two of one name each has its country's behind it."""
    whose = _nation_before(cast, first)
    within = whose is not None and whose.last == first - 1 and cast.words.name[first] == "I-ORG"
    said = cast.words.said(whose.first if within and whose is not None else first, last).strip(" ,.’'")
    behind = cast.at[last]  # "of Kenya"
    whose = behind if behind is not None else whose
    country = whose.parties[0].name if whose is not None else None
    name = " ".join(said.split())
    other = cast.others.get(("organisation", name))
    if other is not None and country and other.country not in (None, country):
        name = f"{name} of {country}"
    party = cast.party(name, "organisation", country)
    party.country = party.country or country
    return party


def _nation_before(cast: Cast, first: int) -> Mention | None:
    """The one nation right before a name ("the Slovak", "India's"); of a bare country only where the model takes it for a part of the name."""
    k = first - 1
    owned = k > 0 and cast.words.lower[k] in OWNED
    mention = cast.at[k - owned] if k >= owned else None
    if mention is None or mention.sort not in NATIONS or len(mention.parties) != 1:
        return None
    if mention.first and cast.words.form[mention.first - 1] in HYPHENS:
        return None  # "the U.S.-Japan Committee" is no country's alone
    bare = mention.sort == "country" and not owned and cast.words.name[first] != "I-ORG"
    return None if bare else mention
