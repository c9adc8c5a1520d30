"""Names that a text writes out before it shortens them, where only the short form was seen as somebody's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention, Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

SORTS = ("organisation", "body")
LONGEST = 12
"""Words of a full name at the most."""


def write_out(cast: Cast) -> None:
    """Names whoever the text knows by an abbreviation alone by the words before the brackets that it shortens ("Harbour Police Agency
    (HPA)"); a law or document that is shortened so ("Memorandum of Understanding (MOU)") is nobody."""
    for first, last, party in list(_shortened(cast)):
        if _noun(cast, first, last) in cast.references["instruments"]:
            _forget(cast, party)
            continue
        for i in (*range(first, last + 1), last + 2):
            _uncover(cast, i)
        party.name = " ".join(cast.words.said(first, last).split())
        for low, high in ((first, last), (last + 2, last + 2)):
            party.spans.append(cast.words.span(low, high))
            cast.cover(Mention(low, high, (low, high), (party,), party.kind))
        party.spans.sort()


def _shortened(cast: Cast) -> Iterator[tuple[int, int, Party]]:
    """Each name that an abbreviation in brackets shortens, by its first and last word, with the one who is known by that."""
    words = cast.words
    for k in range(1, len(words) - 2):
        known = cast.around.name_at[k + 1]
        if words.form[k] != "(" or words.form[k + 2] != ")" or (known is not None and known.sort != "body"):
            continue
        short = words.form[k + 1]
        party = next((cast.others[sort, short] for sort in SORTS if (sort, short) in cast.others), None)
        if party is not None and party.spans and party.name == short and short.isupper():
            first = _first(cast, k - 1, short)
            if first is not None and not _is_cut(cast, first, k - 1):
                yield first, k - 1, party


def _first(cast: Cast, last: int, short: str) -> int | None:
    """The word where a name that ends with word `last` begins, if an abbreviation shortens it.

    The letters are looked for from the last to the first, each anywhere in the words, the first at the beginning of one (Schwartz and
    Hearst, 2003); capitalised words and small ones before them belong to the name too.
    """
    words, low = cast.words, max(cast.words.sentence_of[last][0], last - LONGEST + 1)
    name = " ".join(words.form[low : last + 1])
    letters, at = [c.lower() for c in short if c.isalnum()], len(name)
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and (name[at].lower() != letter or (number == 0 and at > 0 and name[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    first = low + name[:at].count(" ")
    if first == last or not all(_is_of_a_name(cast, k) for k in range(first, last + 1)):
        return None
    return _further(cast, first, low) if words.form[first][0].isupper() else None


def _further(cast: Cast, first: int, low: int) -> int:
    """The first word of a name that begins before the letters of its abbreviation ("Bureau of Harbour Police Agencies (HPA)")."""
    words, noun = cast.words, first - 2
    goes_on = noun >= low and words.lower[first - 1] == "of" and words.pos[noun] == "PROPN" and cast.at[noun] is None
    return noun if goes_on and words.form[noun][0].isupper() else first


def _is_of_a_name(cast: Cast, k: int) -> bool:
    return cast.words.form[k][0].isupper() or cast.words.lower[k] in cast.references["within_names"]


def _noun(cast: Cast, first: int, last: int) -> str:
    """The noun of a name: the word before the first small one, else its last ("Memorandum" of "Memorandum of Understanding")."""
    lower, small = cast.words.lower, cast.references["within_names"] - {"and", "&", "-", ","}
    return lower[next((k - 1 for k in range(first + 1, last + 1) if lower[k] in small), last)]


def _is_cut(cast: Cast, first: int, last: int) -> bool:
    """Whether a mention reaches out of some words, or is somebody's of the same sort."""
    own = (cast.at[k] for k in range(first, last + 1))
    return any(m is not None and (m.first < first or m.last > last or m.sort == "person") for m in own)


def _uncover(cast: Cast, i: int) -> None:
    """Takes back the mention that stands at word `i`: it is part of a longer name."""
    mention = cast.at[i]
    if mention is None:
        return
    told = cast.words.span(mention.first, mention.last)
    for party in mention.parties:
        party.spans = [span for span in party.spans if not told.covers(span)]
    for k in range(mention.first, mention.last + 1):
        cast.at[k] = None


def _forget(cast: Cast, party: Party) -> None:
    """Takes back all mentions of a party that is no actor."""
    party.spans.clear()
    cast.at[:] = [None if m is not None and m.parties == (party,) else m for m in cast.at]
