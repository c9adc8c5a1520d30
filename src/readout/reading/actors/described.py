"""What a report calls each person beside the name: titles, trades, parties and places, so that "the Ohio governor" is known again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.reading.actors.party import Mention

if TYPE_CHECKING:
    from readout.reading.actors.cast import Cast

PARTS = ("compound", "amod", "nmod:desc", "nmod", "flat", "nummod")
NOUNS = ("appos", "compound", "flat", "nmod:desc")
BEHIND = 4
"""Words behind a name among which its party and place stand ("Jane Roe, R-Iowa", "Jane Roe of Iowa")."""


def describe(cast: Cast) -> None:
    """Writes down for each person of the text the words that it is described with, in lower case."""
    for k, mention in enumerate(cast.at):
        if mention is not None and mention.sort == "person" and mention.first == k and len(mention.parties) == 1:
            about = (part for word in _words_about(cast, mention) for part in (word, *word.split("-")))
            mention.parties[0].called.update(about)


def _words_about(cast: Cast, mention: Mention) -> Iterator[str]:
    words, (first, last) = cast.words, mention.core
    yield from words.lower[mention.first : first]
    span = range(mention.first, mention.last + 1)
    head = next((k for k in span if words.head[k] not in span or words.head[k] == k), first)
    nouns = [*words.kin(head, *NOUNS)]
    over = words.head[head]
    if words.dep[head] in (*NOUNS, "nsubj") and words.pos[over] in ("NOUN", "PROPN"):
        nouns.append(over)
    for noun in nouns:
        yield from _of_noun(cast, noun)
    stops = next((k for k in range(last + 1, min(last + 1 + BEHIND, len(words))) if words.form[k] == "."), len(words))
    if words.form[last + 1 : last + 2] in ([","], ["("]) or words.lower[last + 1 : last + 2] in (["of"], ["from"]):
        yield from (words.lower[k] for k in range(last + 2, min(last + 1 + BEHIND, stops)) if words.pos[k] == "PROPN")


def _of_noun(cast: Cast, noun: int) -> Iterator[str]:
    """A noun by which somebody is called, with what stands before it and the place behind it."""
    words = cast.words
    if cast.is_person_at(noun):
        return
    yield words.lower[noun]
    for k in words.kin(noun, *PARTS):
        if not cast.is_person_at(k):
            yield words.lower[k]
            yield from (words.lower[m] for m in words.kin(k, "compound", "flat"))
