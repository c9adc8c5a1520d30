"""What the lexicons know of the words of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readout.lang import Offices, Pack
from readout.reading.actors.gazetteer import Hit
from readout.reading.annotate.words import Words


@dataclass(frozen=True, slots=True)
class Side:
    """Whether an official outlet reports (there those speak who met), and the country whose side it takes, where that is known."""

    official: bool = False
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lexicons know of a text: hits by word, words that open titles, and the language's connectors."""

    words: Words
    name_at: list[Hit | None]
    title_at: list[Hit | None]
    title_words: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    patronymics: tuple[str, ...]
    addresses: frozenset[str]
    courtesies: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    feminine: Mapping[str, bool]
    short_names: Mapping[str, str]
    women: frozenset[str]
    men: frozenset[str]
    offices: Offices
    date: str
    side: Side
    foreign: Mapping[str, tuple[str, ...]]
    """What the names of bodies begin with that a country does not have."""
    shared: frozenset[str]
    """Bodies that are several countries'."""

    @property
    def home(self) -> str | None:
        """The country whose side the outlet takes."""
        return self.side.home

    @property
    def official(self) -> bool:
        """Whether a state's own outlet reports, and not the news."""
        return self.side.official

    @classmethod
    def of(cls, words: Words, hits: dict[str, list[Hit]], pack: Pack, date: str, side: Side) -> Surroundings:
        """Lays the hits out by word."""
        references = pack.lexicon["references"]
        return cls(
            words,
            _laid_out(hits["name"], len(words)),
            _laid_out(hits["title"], len(words)),
            pack.title_words,
            frozenset(references["connectors"]),
            frozenset(references["particles"]),
            tuple(references["patronymics"]),
            pack.forms_of_address,
            pack.courtesies,
            {name: frozenset(words) for name, words in references.items() if name not in ("persons", "short_names")},
            pack.lexicon["titles"]["feminine"],
            references["short_names"],
            frozenset(pack.lexicon["given_names"]["feminine"]),
            frozenset(pack.lexicon["given_names"]["masculine"]),
            pack.offices,
            date,
            side,
            {country: tuple(names) for country, names in pack.lexicon["bodies"]["foreign"].items()},
            frozenset(pack.lexicon["bodies"]["shared"]),
        )


def _laid_out(hits: list[Hit], size: int) -> list[Hit | None]:
    row: list[Hit | None] = [None] * size
    for hit in hits:
        for i in range(hit.first, hit.last + 1):
            row[i] = hit
    return row
