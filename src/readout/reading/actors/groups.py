"""The states of a small group that a text calls its partners, and an alliance that it calls the Allies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

ORGANISATION = "organisation"
TOLD_APART = ("DET", "PRON", "ADJ", "CCONJ", "NUM")
"""Words before "Allies" that make them some of them, or somebody's."""


def name_members(cast: Cast) -> None:
    """Tells whom "Quad partners" means: the states that the lexicon names; and "Allies", where the headline names their alliance."""
    for k, mention in list(_of_small_groups(cast)):
        states = tuple(cast.country(name) for name in cast.pack.members_of[mention.parties[0].name])
        span = cast.words.span(mention.first, k)
        for state in states:
            state.spans.append(span)
        new = Mention(mention.first, k, (mention.first, k), states, ORGANISATION)
        for i in range(mention.first, k + 1):
            cast.at[i] = new
    for k, alliance in list(_allies(cast)):
        party = cast.party(alliance, ORGANISATION)
        party.spans.append(cast.words.span(k, k))
        cast.cover(Mention(k, k, (k, k), (party,), ORGANISATION))


def _of_small_groups(cast: Cast) -> Iterator[tuple[int, Mention]]:
    """Each noun for members right behind the name of a small group, with the group's mention."""
    members = cast.pack.members_of
    for k in range(1, len(cast.words)):
        mention = cast.at[k - 1] if cast.words.lower[k] in cast.references["of_members"] else None
        if mention is not None and mention.sort == ORGANISATION and mention.parties[0].name in members:
            yield k, mention


def _allies(cast: Cast) -> Iterator[tuple[int, str]]:
    """Each "Allies" that means all of the alliance which the headline names."""
    words, named = cast.words, {phrase.value for phrase in cast.headline.phrases}
    told = {form: name for form, name in cast.pack.lexicon["references"]["allies"].items() if name in named}
    for k in range(len(words)) if told else ():
        apart = k and words.pos[k - 1] in TOLD_APART
        others = words.lower[k + 1 : k + 2] == ["and"]
        if words.form[k] in told and cast.at[k] is None and not apart and not others:
            yield k, told[words.form[k]]
