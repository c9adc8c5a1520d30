"""What all findings of one report share: everyone in it, who is mentioned where, who met, and how the report names each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from readout.model import Finding
from readout.reading.actors.party import Mention, Party
from readout.reading.actors.references import countries_of
from readout.reading.scene import Scene

OPENING = 2
"""Sentences at the head of a report that tell what it is about."""
Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, by name or not: its first word, the word that it hangs by, and that word's case ("with", "of", "-")."""

    at: int
    mention: Mention
    head: int
    case: str


@dataclass(frozen=True)
class Scenery:
    """A scene whose findings are all known, and answers that are asked for more than once."""

    scene: Scene
    findings: Sequence[Finding] = ()
    _who: dict[tuple[int, int | None], Parties] = field(default_factory=dict)
    _named: dict[Party, tuple[str, ...]] = field(default_factory=dict)

    def who(self, i: int, until: int | None = None) -> Parties:
        """See `Scene.who`."""
        key = (i, until)
        if key not in self._who:
            self._who[key] = self.scene.who(i, until)
        return self._who[key]

    @cached_property
    def everyone(self) -> dict[str, Party]:
        """All parties by the id of their actor."""
        cast = self.scene.cast
        return {party.id: party for party in (*cast.others.values(), *cast.persons.parties)}

    def parties(self, ids: Iterable[str]) -> list[Party]:
        """The parties of some actors."""
        return [self.everyone[id] for id in ids if id in self.everyone]

    @property
    def is_official(self) -> bool:
        """Whether a state's own outlet reports, where those speak who met."""
        return self.scene.cast.around.official

    @cached_property
    def spoke(self) -> list[tuple[int, Parties]]:
        """For each statement its first word and those whom the rules chose as its speakers, in the order of the text."""
        own = (f for f in self.findings if f.kind == "statement")
        told = ((f, tuple(self.parties(s.actor for s in f.all("speaker") if s.actor))) for f in own)
        first = ((self.scene.words_of(f.span)[0], parties) for f, parties in told if parties)
        return sorted(first, key=lambda spoken: spoken[0])

    @cached_property
    def subjects(self) -> list[tuple[int, Party]]:
        """For each subject of a verb that is one person, in the order of the text, its word and the person."""
        words = self.scene.words
        acting = (k for k, dep in enumerate(words.dep) if dep == "nsubj" and self.scene.cast.is_person_at(k))
        found = ((k, self.who(k, words.head[k])) for k in acting)
        return [(k, parties[0]) for k, parties in found if len(parties) == 1]

    @cached_property
    def met(self) -> list[tuple[int, Parties, Parties]]:
        """For each encounter the word that tells it, who met, and their countries."""
        resolver = self.scene.resolver
        return [(e.at, e.parties, countries_of(resolver, e.parties)) for e in resolver.encounters]

    @cached_property
    def companies(self) -> list[Parties]:
        """All who met together, and their countries, each company once, in the order of the text."""
        return list(dict.fromkeys(company for _, parties, states in self.met for company in (parties, states)))

    @cached_property
    def mentions(self) -> list[Seen]:
        """All mentions of the text, in order."""
        words, cast, found, k = self.scene.words, self.scene.cast, [], 0
        while k < len(words):
            mention = cast.at[k]
            if mention is None and (words.is_noun(k) or words.lower[k] == "both"):
                mention = self.scene.resolver.pointing(k)
            if mention is not None:
                found.append(self._seen(mention, k))
                k = max(mention.last, k)
            k += 1
        return found

    @cached_property
    def places(self) -> dict[Party, list[int]]:
        """The words that name or mean each one, anywhere in the text."""
        found: dict[Party, list[int]] = {}
        for seen in self.mentions:
            for party in seen.mention.parties:
                found.setdefault(party, []).append(seen.head)
        return found

    @cached_property
    def seen_together(self) -> dict[tuple[Party, int], list[int]]:
        """The words that name or mean each one in each window of the network of spans, once that was asked."""
        found: dict[tuple[Party, int], list[int]] = {}
        if self.scene.scores is None:
            return found
        window = self.scene.scores.window.tolist()
        for party, places in self.places.items():
            for place in places:
                found.setdefault((party, window[place]), []).append(place)
        return found

    def _seen(self, mention: Mention, k: int) -> Seen:
        words, span = self.scene.words, range(mention.first, mention.last + 1)
        head = next((j for j in reversed(span) if words.head[j] not in span or words.head[j] == j), k)
        return Seen(k, mention, head, self.case(head))

    def case(self, i: int) -> str:
        """The word that marks the case of a word ("with", "of"); a dash where none does."""
        return next((self.scene.words.lower[c] for c in self.scene.words.kin(i, "case")), "-")

    def between(self, low: int, end: int) -> Sequence[Seen]:
        """The mentions that begin from word `low` to the one before `end`."""
        first, stop = (bisect_left(self.mentions, k, key=lambda seen: seen.at) for k in (low, end))
        return self.mentions[first:stop]

    def named(self, party: Party) -> tuple[str, ...]:
        """How the report as a whole names one, as traits."""
        if party not in self._named:
            self._named[party] = tuple(self._told_of(party))
        return self._named[party]

    @cached_property
    def _headline(self) -> frozenset[str]:
        return frozenset(self.scene.cast.headline.folded)

    @cached_property
    def _joint(self) -> bool:
        return self.scene.is_joint_document

    def _told_of(self, party: Party) -> Iterable[str]:
        words, home = self.scene.words, self.scene.cast.around.home
        yield f"named {min(len(party.spans).bit_length(), 4)}"
        opening = words.sentences[min(OPENING, len(words.sentences)) - 1][1] - 1
        if party.spans and party.spans[0].start < words.end[opening]:
            yield "opening"
        if self._headline and party.words and party.words[-1] in self._headline:
            yield "headline"
        if party.country == home and party.kind != "country":
            yield "of the outlet's side"
        if self._joint:
            yield from ("joint document", f"joint document {party.kind}")
