"""Persons who are called by their given name alone ("Thank you, Justin") are those whose full name a report or the table knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.lang.offices import fold_name
from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast


def join_given_names(cast: Cast) -> None:
    """Gives the mentions of a given name to the one person who bears it; where two do, or nobody, it stays a name by itself."""
    persons = cast.persons.parties
    lone = [p for p in persons if len(p.words) == 1 and not _holds_office(cast, p)]
    bearers = [(p, _given(cast, p)) for p in persons if p not in lone] if lone else []
    for party in lone:
        name = cast.persons.plainly(party.words[0])
        fits = [bearer for bearer, given in bearers if name in given]
        if len(fits) == 1:
            _give(cast, party, fits[0])


def _holds_office(cast: Cast, party: Party) -> bool:
    """Whether the text calls somebody by an office, and not only by birth ("Sheikh Abdullah")."""
    birth = cast.around.lists["princes"]
    return any(span and title.split()[-1:] and title.split()[-1] not in birth for title, _, span, _ in party.titles)


def _given(cast: Cast, party: Party) -> set[str]:
    """The given names of a person, by the text, or of one who is named by surname and title by the table of offices."""
    plainly, names = cast.persons.plainly, set(party.words[:-1])
    for row in cast.around.offices.named(party.words[-1], cast.around.date or None) if party.words else ():
        if row.country == party.country and set(party.words) <= set(fold_name(row.person).split()):
            names.update(fold_name(row.person).split()[:-1])
    return {plainly(name) for name in names}


def _give(cast: Cast, party: Party, bearer: Party) -> None:
    """Makes one person of two."""
    bearer.spans.extend(party.spans)
    cast.persons.parties.remove(party)
    for k, mention in enumerate(cast.at):
        if mention is not None and party in mention.parties:
            cast.at[k] = replace(mention, parties=tuple(bearer if p is party else p for p in mention.parties))
