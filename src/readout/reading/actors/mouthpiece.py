"""For whom a spokesperson without a name speaks: "a spokesperson for the Ministry", "the Embassy's spokeswoman", "the spokesperson"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention, Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

BODIES = ("body", "organisation")
NEAR = 4
"""Words between the spokesperson and the body."""


def spoken_for(cast: Cast, i: int) -> tuple[Party, ...]:
    """The body for which the spokesperson at word `i` speaks: the one that the phrase names, else that of the last one of whom
    the text tells the same; nobody where the text has named no body or the word is no spokesperson."""
    if not _is_spokesperson(cast, i):
        return ()
    before = (k for k in range(i - 1, -1, -1) if cast.words.lower[k] == cast.words.lower[i])
    places = (i, *before) if cast.words.lower[max(i - 1, 0)] == "the" else (i,)
    return next((own for k in places if (own := _named_beside(cast, k))), ())


def _is_spokesperson(cast: Cast, i: int) -> bool:
    titles = cast.pack.lexicon["provenance"]["spokespersons"]
    return cast.words.form[i].title() in titles and cast.at[i] is None


def _named_beside(cast: Cast, i: int) -> tuple[Party, ...]:
    """The body before the word ("Foreign Ministry spokesperson") or behind it ("for the Foreign Ministry", "of the ministry")."""
    words, (low, end) = cast.words, cast.words.sentence_of[i]
    before = cast.at[i - 1 - (words.lower[i - 1] in ("'s", "’s"))] if i - 1 > low else None
    if before is not None and before.sort in BODIES:
        return before.parties
    if i + 1 >= end or words.lower[i + 1] not in cast.references["speaks_for"]:
        return ()
    for k in range(i + 2, min(i + 2 + NEAR, end)):
        mention = cast.at[k]
        if mention is not None and mention.sort in BODIES:
            return _by_name(cast, mention.last) or mention.parties
        if mention is None and (known := _told_before(cast, k)) is not None:
            return known.parties
    return ()


def _by_name(cast: Cast, last: int) -> tuple[Party, ...]:
    """The spokesperson's name behind the body's, which ends at word `last` ("a spokesman for the Treasury, A, said")."""
    ahead = range(last + 1, min(last + 3, len(cast.words)))
    return next((m.parties for k in ahead if (m := cast.at[k]) is not None and m.sort == "person"), ())


def _told_before(cast: Cast, i: int) -> Mention | None:
    """The last body before word `i` whose name has that word ("the ministry" behind "the Ministry of Commerce")."""
    word = cast.words.lower[i]
    if not cast.words.is_noun(i):
        return None
    mentions = (m for k in range(i - 1, -1, -1) if (m := cast.at[k]) is not None and m.sort in BODIES)
    return next((m for m in mentions if word in m.parties[0].name.lower().split()), None)
