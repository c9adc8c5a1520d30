"""Whether a person is a woman, where neither title nor given name tells: by "spokeswoman" and by the pronouns of the same sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from readout.reading.actors.party import Party

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast


def tell_genders(cast: Cast) -> None:
    """Writes down whether each person is a woman, where the text tells it and nothing else did."""
    people = cast.pack.lexicon["people"]
    for party in cast.persons.parties:
        if party.feminine is None:
            told = {woman for word in party.called if (woman := is_of_a_woman(word, people)) is not None}
            party.feminine = told.pop() if len(told) == 1 else _by_pronouns(cast, party)


def is_of_a_woman(noun: str, people: Mapping[str, Any]) -> bool | None:
    """Whether a noun in lower case is of a woman, by lexicon/people.yaml and its ending; None where it may be of either."""
    if noun in people["women"] or noun.endswith("woman"):
        return True
    of_a_man = noun in people["men"] or (noun.endswith("man") and noun not in people["no_men"])
    return False if of_a_man else None


def _by_pronouns(cast: Cast, party: Party) -> bool | None:
    """What the pronouns say that follow somebody who is named alone before them in a sentence, outside of quotations, with one voice."""
    words, votes = cast.words, Counter[bool]()
    woman, man = cast.references["last_woman"], cast.references["last_man"]
    for low, end in words.sentences:
        named = False
        for k in range(low, end):
            mention = cast.at[k] if cast.quoted[k] == 0 else None
            if mention is not None and mention.sort == "person":
                if party not in mention.parties:
                    break
                named = True
            elif named and cast.quoted[k] == 0 and words.lower[k] in woman | man:
                votes[words.lower[k] in woman] += 1
                break
    return next(iter(votes)) if len(votes) == 1 else None
