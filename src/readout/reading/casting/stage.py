"""A finding and all who may play its part: named or pointed to nearby, acting, or told of by the report as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from readout.model import Finding
from readout.reading.actors.party import Party
from readout.reading.casting.scenery import Scenery, Seen
from readout.reading.casting.speech import hints_of_speech
from readout.reading.finders.encounters.listing import states_of_people
from readout.reading.finders.phrases import action_root, root
from readout.reading.finders.statements.whose_words import who_or_unnamed
from readout.reading.proposals.weigh import ACTORS
from readout_en.spans import Asked

BEFORE, AFTER = 3, 1
"""Sentences before and after a finding's own in which whoever is mentioned may play a part in it."""
HIGHEST = 5
"""Heads that are climbed from a finding's words."""
ACTING = ("VERB", "AUX", "ADJ", "NOUN")
PARTNERS = ("by", "with", "between", "among", "from")
BODIES = ("organisation", "body")
PAIR = ("two", "both")
QUOTATION = "quotation"
"""A statement in general news, where other people speak than those who met."""
FARTHEST = 6
"""Distances are told by their powers of two, up to this one."""

Hint = tuple[Party, int | None, list[str]]
"""Somebody, the word that stands for them where one does, and the traits that this adds."""


@dataclass
class Standing:
    """One who may play the part: the traits that speak for and against it, and the words that stand for it nearby."""

    party: Party
    traits: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)


@dataclass
class Stage:
    """A finding in its scenery; `spoken` are the ids of those who say the words in which it lies."""

    scenery: Scenery
    finding: Finding
    spoken: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[int, int]:
        """The finding's first and last word."""
        return self.scenery.scene.words_of(self.finding.span)

    @cached_property
    def chosen(self) -> list[Party]:
        """Those whom the rules chose."""
        return self.scenery.parties(s.actor for s in self.finding.all(ACTORS[self.finding.kind]) if s.actor)

    @cached_property
    def climb(self) -> list[int]:
        """The word on which the finding hangs, and its heads."""
        scene = self.scenery.scene
        chain = [(action_root if self.finding.kind == "commitment" else root)(scene, *self.words)]
        while len(chain) <= HIGHEST and scene.words.head[chain[-1]] != chain[-1]:
            chain.append(scene.words.head[chain[-1]])
        return chain

    @cached_property
    def subjects(self) -> list[tuple[int, int, int]]:
        """For each word of the climb with a subject of its own: the steps to it, the word and the subject."""
        scene = self.scenery.scene
        found: dict[int, tuple[int, int, int]] = {}
        for step, here in enumerate(self.climb):
            subject = scene.subject(here) if scene.words.pos[here] in ACTING else None
            if subject is not None:
                found.setdefault(subject, (step, here, subject))
        return list(found.values())

    @cached_property
    def part(self) -> str:
        """What is cast: the finding's kind; a statement that no official outlet reports is a `QUOTATION`."""
        elsewhere = self.finding.kind == "statement" and not self.scenery.is_official
        return QUOTATION if elsewhere else self.finding.kind

    @cached_property
    def subject_beside(self) -> int | None:
        """The nearest subject beside the finding's words."""
        first, last = self.words
        return next((subject for _, _, subject in self.subjects if not first <= subject <= last), None)

    @cached_property
    def is_of_two(self) -> bool:
        """Whether the subject beside the finding's words says that it means two ("the two leaders", "both ministers")."""
        words, at = self.scenery.scene.words, self.subject_beside
        return at is not None and any(words.lower[k] in PAIR for k in (at, *words.children[at]))

    @cached_property
    def is_shared(self) -> bool:
        """Whether the words right before the finding's call it one of several ("their shared commitment to")."""
        scene, noun = self.scenery.scene, self.words[0] - 2
        shared = scene.pack.lexicon["undertakings"]["shared"]
        return noun >= 0 and any(scene.words.lower[k] in shared for k in scene.words.kin(noun, "amod"))

    @cached_property
    def is_of_several(self) -> bool:
        """Whether the subject beside the finding's words says that it means more than one ("the leaders", "they", "A and B")."""
        words, at = self.scenery.scene.words, self.subject_beside
        if at is None:
            return False
        return words.tag[at] == "NNS" or words.lower[at] == "they" or words.child(at, "conj") is not None

    def acting(self, subject: int, here: int) -> tuple[Party, ...]:
        """Who is meant by the subject of word `here`; of a statement those too who have no name, unless it is what is said."""
        speaks = self.finding.kind == "statement" and self.scenery.scene.words.dep[subject] != "nsubj:pass"
        return who_or_unnamed(self.scenery.scene, subject, here) if speaks else self.scenery.who(subject, here)

    def odds(self, party: Party) -> float | None:
        """The log odds by which the network of spans links one with the finding; None where it sees no word that means them."""
        scores = self.scenery.scene.scores
        if scores is None or self.asked is None:
            return None
        told = scores.links(self.asked, self.scenery.seen_together.get((party, self.asked.window), ()))
        return float(told.max()) if len(told) else None

    @cached_property
    def asked(self) -> Asked | None:
        """What the finding asks of its actors; None where the network of spans was not asked."""
        scores = self.scenery.scene.scores
        return None if scores is None else scores.asked(self.finding.kind, *self.words)

    @cached_property
    def standings(self) -> list[Standing]:
        """All who may play the part, in the order in which they are met; their traits are those that they have alone."""
        found: dict[Party, Standing] = {}
        hinted = (self._mentioned(), self._acting(), self._told_of(), self._heard(), self._chosen())
        for hints in (*hinted, hints_of_speech(self)):
            for party, place, traits in hints:
                own = found.get(party)
                if own is None:
                    own = found[party] = Standing(party)
                own.traits.update(traits)
                if place is not None and place not in own.places:
                    own.places.append(place)
        return list(found.values())

    def _mentioned(self) -> Iterator[Hint]:
        """Everyone who is named or pointed to near the finding."""
        words, (first, last) = self.scenery.scene.words, self.words
        low = max(words.sentence[first] - BEFORE, 0)
        high = min(words.sentence[last] + AFTER, len(words.sentences) - 1)
        for seen in self.scenery.between(words.sentences[low][0], words.sentences[high][1]):
            where = self._where(seen.at)
            traits = self._standing_traits(seen, where)
            if where in ("ahead", "behind", "inside"):
                traits += self._near_traits(seen, where)
            for party in seen.mention.parties:
                yield party, seen.head, traits

    def _where(self, k: int) -> str:
        sentence, (first, last) = self.scenery.scene.words.sentence, self.words
        if k < first:
            return f"back{sentence[first] - sentence[k]}" if sentence[first] > sentence[k] else "ahead"
        if k <= last:
            return "inside"
        return "behind" if sentence[k] == sentence[last] else "next"

    def _standing_traits(self, seen: Seen, where: str) -> list[str]:
        """Where a mention stands, with its relation, sort and case."""
        words, mention = self.scenery.scene.words, seen.mention
        many = min(len(mention.parties), 3)
        traits = [where, f"{where} {words.dep[seen.head]}", f"{where} {mention.sort}"]
        traits += [f"{where} case {seen.case}", f"{where} of {many}"]
        if mention.how:
            traits += [f"{where} how {mention.how}", f"{where} word {words.lower[mention.last]}"]
        return traits

    def _near_traits(self, seen: Seen, where: str) -> list[str]:
        """How a mention of the finding's own sentence stands to the finding's words."""
        words, (first, last), mention = self.scenery.scene.words, self.words, seen.mention
        dep, governor = words.dep[seen.head], words.head[seen.head]
        near, verb = max(first - mention.last, mention.first - last, 0), words.lower[governor]
        traits = [f"{where} far {min(near.bit_length(), FARTHEST)}", f"{where} {dep} of {words.pos[governor]}"]
        traits += [f"{where} {dep} of {verb}", f"{where} {seen.case} of {verb}"]
        if governor in self.climb:
            traits.append(f"hangs {self.climb.index(governor)} {dep}")
        if where == "inside":
            after = words.lower[mention.last + 1] if mention.last + 1 < len(words) else "-"
            traits += [f"inside start {min(mention.first - first, 4)}", f"inside end {min(last - mention.last, 4)}"]
            traits.append(f"inside then {after}")
        if where == "behind":
            traits.append(f"behind after {words.lower[mention.first - 1]}")
        return traits

    def _acting(self) -> Iterator[Hint]:
        """The subjects of the words on which the finding hangs, and those beside them "by" or "with" whom it is done."""
        words, scenery = self.scenery.scene.words, self.scenery
        for number, (step, here, subject) in enumerate(self.subjects):
            parties = self.acting(subject, here)
            voice = "acts passive" if words.dep[subject] == "nsubj:pass" else "acts"
            traits = ["acts", f"{voice} {step}", f"{voice} {words.lower[here]}", f"acts of {min(len(parties), 3)}"]
            traits += [] if number else ["acts nearest"]
            yield from ((party, subject, traits) for party in parties)
            for k in words.kin(here, "obl", "obl:agent"):
                case = scenery.case(k)
                if case in PARTNERS:
                    yield from ((party, k, [f"{case} {step}"]) for party in scenery.who(k))

    def is_office(self, party: Party) -> bool:
        """Whether the finding's words name a party only by an office in it, whose holder has no name, or in a list with such."""
        scene, (first, last) = self.scenery.scene, self.words
        at = {m.first: m for k in range(first, last + 1) if (m := scene.cast.at[k]) and m.sort in BODIES}
        mine = False
        for k, mention in sorted(at.items()):
            before = k - 2 if scene.words.lower[k - 1] == "the" else k - 1
            listed = mine and scene.words.lower[before] == "and"
            title = scene.cast.around.title_at[before - 1] if scene.words.lower[before] == "of" else None
            mine = listed or (title is not None and self._begins_part(title.first))
            if mine and party in mention.parties:
                return True
        return False

    def is_of_people(self, party: Party) -> bool:
        """Whether the finding's words name a country as that of people without names ("officials from Norway and Latvia")."""
        scene, (first, last) = self.scenery.scene, self.words
        of_people = (m for k in range(first + 1, last) for m in states_of_people(scene, k, last + 1))
        return any(party in mention.parties for mention in of_people)

    def is_counterpart(self, party: Party) -> bool:
        """Whether the finding's words name a country by its side ("their Norwegian counterparts", "with a Latvian delegation")."""
        scene, (first, last) = self.scenery.scene, self.words
        side = ("counterpart", *scene.cast.references["side"])
        places = (k for k in range(first + 1, last + 1) if scene.words.lower[k] in side)
        before = (scene.cast.at[k - 1] for k in places)
        return any(mention is not None and party in mention.parties for mention in before)

    def _begins_part(self, k: int) -> bool:
        """Whether a title at word `k` is one more of those who took part, and not that of somebody named before it."""
        lower = self.scenery.scene.words.lower
        return lower[k - 2 if lower[k - 1] == "the" else k - 1] in ("and", "with", "including")

    def _told_of(self) -> Iterator[Hint]:
        """Those of whom the report as a whole tells: who met before (or later), who wrote it, whose side its outlet takes."""
        scene, last = self.scenery.scene, self.words[1]
        before = [(parties, states) for at, parties, states in reversed(self.scenery.met) if at <= last]
        later = [(parties, states) for at, parties, states in self.scenery.met if at > last][:1]
        for number, (parties, states) in enumerate(before or later):
            trait = f"met last {min(number, 2)}" if before else "met later"
            yield from ((party, None, [trait]) for party in parties)
            yield from ((party, None, ["country met"]) for party in (states if number == 0 else ()))
        yield from ((party, None, ["author"]) for party in scene.resolver.authors)
        if scene.cast.around.home:
            yield scene.cast.country(scene.cast.around.home), None, ["home"]

    def voices(self) -> Iterator[tuple[Party, ...]]:
        """Whose words the finding lies in."""
        voices, first = self.scenery.scene.resolver.voices, self.words[0]
        return (voice.parties for voice in voices if voice.first <= first <= voice.last)

    def _heard(self) -> Iterator[Hint]:
        """Who speaks there, and for which country."""
        cast = self.scenery.scene.cast
        for parties in self.voices():
            for party in parties:
                yield party, None, ["speaks", f"speaks of {min(len(parties), 3)}"]
                if party.country:
                    yield cast.country(party.country), None, ["speaks for"]
        for party in (p for p in self.scenery.parties(self.spoken) if p.spans):
            yield party, None, ["said around"]
            if party.country and party.kind == "person":
                yield cast.country(party.country), None, ["said around for"]

    def _chosen(self) -> Iterator[Hint]:
        trait = f"chosen of {min(len(self.chosen), 4)}"
        return ((party, None, [trait]) for party in self.chosen)
