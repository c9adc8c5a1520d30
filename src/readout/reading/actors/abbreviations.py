"""A body or organisation that the text names in full and by an abbreviation is one actor, by its full name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention, Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

SORTS = ("body", "organisation")


def join_abbreviations(cast: Cast) -> None:
    """Gives the mentions of an abbreviation to the one that it stands for: told in brackets behind the full name, or by the lexicon."""
    full = {**_of_one_entry(cast), **dict(_in_brackets(cast))}
    for short, whole in full.items():
        whole.spans.extend(short.spans)
        whole.spans.sort()
        short.spans.clear()
    for i, mention in enumerate(cast.at):
        if mention is not None and any(party in full for party in mention.parties):
            cast.at[i] = replace(mention, parties=tuple(full.get(party, party) for party in mention.parties))


def _in_brackets(cast: Cast) -> Iterator[tuple[Party, Party]]:
    """Each abbreviation that stands in brackets right behind a longer name, with the bearer of that ("the Trade Agency (TA)")."""
    words = cast.words
    for k in range(1, len(words) - 2):
        before, inside = cast.at[k - 1], cast.at[k + 1]
        if words.form[k] != "(" or words.form[k + 2] != ")" or not _is_alone(before) or not _is_alone(inside):
            continue
        whole, short = before.parties[0], inside.parties[0]  # type: ignore[union-attr]
        if whole is not short and _abbreviates(short) and not _abbreviates(whole):
            yield short, whole


def _is_alone(mention: Mention | None) -> bool:
    """Whether a mention names one body or organisation."""
    return mention is not None and mention.sort in SORTS and len(mention.parties) == 1


def _of_one_entry(cast: Cast) -> dict[Party, Party]:
    """The abbreviations of bodies that the lexicon knows by a longer name which the text uses too."""
    known = {
        form: row["body"]
        for row in cast.pack.lexicon["bodies"]["bodies"]
        for form in (row["body"], *row.get("variants", ()))
    }
    own = [party for party in cast.others.values() if party.kind == "body" and party.name in known]
    whole = {known[party.name]: party for party in own if not _abbreviates(party)}
    return {party: whole[known[party.name]] for party in own if _abbreviates(party) and known[party.name] in whole}


def _abbreviates(party: Party) -> bool:
    """Whether a name is an abbreviation ("USAID", "U.S. NSF" is none)."""
    return party.name.isupper() and " " not in party.name
