"""Documents whose signatories a report lists in a sentence of their own ("The other signatories of the Accords are ...")."""

from __future__ import annotations

from readout.model import Span
from readout.reading.actors.party import Party
from readout.reading.finders.documents.known_documents import bound_by
from readout.reading.scene import Scene

JOINED = frozenset(("-", "–", "/"))
FEWEST = 4
"""States behind the word that tells a list at the least."""


def parties_told(scene: Scene, title: Span, status: str) -> tuple[list[Party], int] | None:
    """The parties of a document that the lexicon or a list of the report tells, and the word that they were worked out from; None where
    its own words are to tell them."""
    told = bound_by(scene, title, status) or (_enrolled(scene, title) if status == "signed" else None)
    return told or _of_group(scene, title)


def _of_group(scene: Scene, title: Span) -> tuple[list[Party], int] | None:
    """The group of states whose own document it is, where its name opens the title and no state stands beside it ("the G7 Action Plan";
    not "the EU-Norway agreement"): so in 18 of 20 annotated ones."""
    words, (first, last) = scene.words, scene.words_of(title)
    rule = scene.rules("agreement")[-1]
    noun = next((k for k in range(first, last + 1) if words.lower[k] in rule.fields["nouns"]), first)
    named = [m for k in range(first, noun) if (m := scene.cast.at[k]) is not None and m.first == k]
    shared = any(words.lower[k] in rule.words("partnered") for k in range(noun, last + 1))
    if shared or len(named) != 1 or named[0].sort != "organisation" or named[0].last >= noun:
        return None
    groups, behind = scene.pack.gathering, words.form[named[0].last + 1]
    if behind in JOINED or not all(party.name in groups for party in named[0].parties):
        return None
    return list(named[0].parties), named[0].first


def _enrolled(scene: Scene, title: Span) -> tuple[list[Party], int] | None:
    """The states that a sentence lists as signatories of a document which it calls by the last word of its title, with all whom the
    sentence names; where it lists "the other signatories", with the subject of the title's own sentence."""
    words, last = scene.words, scene.words_of(title)[1]
    rule = scene.rules("agreement")[-1]
    if not words.form[last][:1].isupper():
        return None
    for low, end in words.sentences:
        said = words.form[low:end]
        cue = next((k for k in range(low, end) if words.lower[k] in rule.words("roll")), None)
        if cue is None or words.form[last] not in said or len(_states(scene, cue, end)) < FEWEST:
            continue
        others = rule.words("others") & set(words.lower[max(cue - 2, low) : cue])
        joining = _states(scene, words.sentence_of[last][0], last) if others else []
        return list(dict.fromkeys([*joining, *_states(scene, low, end)])), cue
    return None


def _states(scene: Scene, low: int, end: int) -> list[Party]:
    """The countries that words name, each once."""
    named = (m for k in range(low, end) if (m := scene.cast.at[k]) is not None and m.sort == "country")
    return list(dict.fromkeys(party for mention in named for party in mention.parties))
