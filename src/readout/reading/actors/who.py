"""Who is meant: resolves noun phrases, titles and pronouns to parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from readout.reading.actors.cast import Cast
from readout.reading.actors.party import Mention, Party
from readout.reading.actors.references import resolve
from readout.reading.actors.voices import Voice

FINITE = ("VBD", "VBZ", "VBP")
NATIONS = ("adjective", "country", "people")
BODIES = ("body", "organisation")
DEEPEST = 40
"""References that may rest on one another; a longer chain answers nothing."""


@dataclass
class Encounter:
    """Those who met, from word `at` on: what "they" and "the sides" point to."""

    at: int
    parties: tuple[Party, ...]


@dataclass
class Resolver:
    """Answers who is meant by the noun phrase at a word; remembers encounters and subjects in the order of the text."""

    cast: Cast
    encounters: list[Encounter] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    authors: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    """Who "we" are in a fact sheet about what two sides do together."""
    _asking: set[int] = field(default_factory=set)
    _answers: dict[tuple[int, int], Mention | None] = field(default_factory=dict)

    def subject(self, verb: int) -> int | None:
        """The word that is the subject of a verb: its own, or that of the verb on which it hangs."""
        words, seen = self.cast.words, 0
        here = verb
        while seen < 8:
            own = self._last_subject(here)
            own = own if own is not None else self._named_before(here)
            own = own if own is not None else words.child(here, "nsubj", "nsubj:pass", "nsubj:outer")
            if own is not None and words.lower[own] not in self.cast.references["relative"]:
                return own
            if own is not None:
                return words.head[here] if words.dep[here] == "acl:relcl" else own
            if words.dep[here] not in (
                "conj",
                "xcomp",
                "advcl",
                "ccomp",
                "parataxis",
                "acl",
                "csubj",
                "advcl:relcl",
                "dep",
            ):
                return None
            if words.head[here] == here:
                return None
            if words.dep[here] == "acl" and not words.pos[words.head[here]].startswith("V"):
                here = words.head[here]
                while words.head[here] != here and words.pos[here] not in ("VERB", "AUX"):
                    here = words.head[here]
            else:
                here = words.head[here]
            seen += 1
        return None

    def _last_subject(self, verb: int) -> int | None:
        """The last subject before a verb, without a phrase between commas behind another ("The clerk, a Republican, says")."""
        words = self.cast.words
        own = [k for k in words.kin(verb, "nsubj", "nsubj:pass", "nsubj:outer") if k < verb]
        first = [words.edges[k][0] + (words.form[words.edges[k][0]] == ",") for k in own]
        put_in = [
            k
            for k, low in zip(own, first, strict=True)
            if low and words.form[low - 1] == "," and words.lower[low] in self.cast.references["put_in"]
        ]
        put_in = put_in if len(put_in) < len(own) else []
        return max((k for k in own if k not in put_in), default=None)

    def _named_before(self, verb: int) -> int | None:
        """The person whose name ends right before a verb and hangs on it, whatever the parser called that."""
        words, mention = self.cast.words, self.cast.at[verb - 1] if verb else None
        if mention is None or mention.sort != "person" or mention.last != verb - 1 or words.tag[verb] not in FINITE:
            return None
        hangs = any(words.head[k] == verb for k in range(mention.first, mention.last + 1))
        return mention.core[0] if hangs else None

    def who(self, i: int, until: int | None = None) -> tuple[Party, ...]:
        """The parties that the noun phrase around word `i` stands for, coordinated ones too; empty where none is known.

        `until` is a word (a verb, say) before which a coordination ends.
        """
        words = self.cast.words
        first = self._mention(i)
        if first is None:
            return ()
        found = list(first.parties)
        low, high = words.sentence_of[i]
        high = min(high, until) if until is not None and until > i else high
        low = max(low, until + 1) if until is not None and until < i else low
        self._extend(first, found, low, high)
        return tuple(dict.fromkeys(found))

    def pointing(self, i: int) -> Mention | None:
        """What a word without a name ("they", "the sides", "the President") points to; None where it points to no actor."""
        return self._reference(i)

    def forget(self) -> None:
        """Forgets what referring words pointed to: more has become known of those who met."""
        self._answers.clear()

    def _extend(self, start: Mention, found: list[Party], low: int, high: int) -> None:
        if start.sort in ("plural", "pronoun") and len(start.parties) > 1:
            return
        ahead, sure = self._chain(start, high, 1)
        behind, surer = self._chain(start, low, -1)
        ahead = ahead[:sure]
        behind = behind if sure or surer else []
        found.extend(party for mention in ahead for party in mention.parties)
        found[:0] = [party for mention in reversed(behind) for party in mention.parties]

    def _chain(self, start: Mention, edge: int, step: int) -> tuple[list[Mention], int]:
        """The mentions that are coordinated with one, in a direction, and how many of them more than a comma joins.

        Commas alone coordinate nothing: where no "and" stands on either side, nothing before or behind belongs to it.
        """
        chain: list[Mention] = []
        sure = 0
        here = start
        while (link := self._linked(here.last + 1 if step > 0 else self._before(here), edge, step)) is not None and (
            _alike(start, link[0]) and not (step < 0 and self._is_apart(start, *link))
        ):
            here = link[0]
            chain.append(here)
            if link[1]:
                sure = len(chain)
        return chain, max(sure, len(chain) if step > 0 and self._goes_on(here.last + 1, edge) else 0)

    def _linked(self, i: int, edge: int, step: int) -> tuple[Mention, bool] | None:
        """The next mention in a direction, where only linking words stand between, and whether more than a comma links it."""
        words, refs, seen = self.cast.words, self.cast.references, 0
        linked = joined = False
        i = self.past_country(i, edge) if step > 0 else i
        while (i < edge if step > 0 else i >= edge) and seen < 12:
            form = words.lower[i]
            if form == "(":
                pass
            elif (
                form in refs["links"]
                or form in ("(", ")")
                or (words.form[i].isupper() and 0 < i < len(words) - 1 and words.form[i - 1] == "(")
            ):
                joined = joined or form in refs["joining"]
                linked = linked or joined or form == ","
            else:
                mention = self._owner_of_country(i) if step < 0 else self.body_of(i)
                mention = mention or self.cast.at[i] or self._reference(i)
                return (mention, joined) if mention is not None and linked else None
            i += step
            seen += 1
        return None

    def body_of(self, i: int) -> Mention | None:
        """The body right behind its owner, where that stands at word `i` ("the Brazilian Space Agency", "the Ministry's Ferry Agency")."""
        whose = self.cast.at[i]
        if whose is None or whose.sort not in (*NATIONS, *BODIES):
            return None
        k = whose.last + 1
        owned = self.cast.words.lower[k : k + 1] in (["'s"], ["’s"])
        mention = self.cast.at[k + owned] if k + owned < len(self.cast.at) else None
        told = mention is not None and mention.sort in BODIES and (owned or whose.sort in NATIONS)
        return mention if told else None

    def _before(self, mention: Mention) -> int:
        """The word before a mention, and before the country whose body it names where "and" joins that to another."""
        words = self.cast.words
        k = mention.first - 1
        k -= k > 0 and words.lower[k] in ("'s", "’s")
        whose = self.cast.at[k] if k >= 0 else None
        if whose is None or whose.first < 2 or self.body_of(whose.first) is not mention:
            return mention.first - 1
        k = whose.first - 1
        return k if words.lower[k - (words.lower[k] == "the")] in ("and", "&") else mention.first - 1

    def _is_apart(self, start: Mention, before: Mention, joined: bool) -> bool:
        """Whether a comma ends a phrase of its own before a subject ("Ahead of the Summit for Democracy, A and B ...")."""
        words = range(start.first, start.last + 1)
        acts = any(self.cast.words.dep[k] in ("nsubj", "nsubj:pass") for k in words)
        return acts and not joined and before.sort != "person" and self._has_case(before)

    def _has_case(self, mention: Mention) -> bool:
        """Whether a preposition stands before a mention's words."""
        words = self.cast.words
        return any(
            c < mention.first and words.pos[c] == "ADP"
            for k in range(mention.first, mention.last + 1)
            for c in words.kin(k, "case")
        )

    def _goes_on(self, i: int, edge: int) -> bool:
        """Whether a list goes on with ", and" to someone whom no name tells ("A, B, and senior officials")."""
        words = self.cast.words
        i = self.past_country(i, edge)
        return i + 1 < edge and words.form[i] == "," and words.lower[i + 1] == "and"

    def past_country(self, i: int, edge: int) -> int:
        """The word behind "of Norway", where that stands at word `i` (a country behind a name or title belongs to it)."""
        words = self.cast.words
        if i < edge and words.lower[i] == "of" and self._is_person_or_title(i - 1):
            k = i + 2 if words.lower[i + 1 : i + 2] == ["the"] else i + 1
            mention = self.cast.at[k] if k < edge else None
            if mention is not None and mention.sort in ("country", "organisation"):
                return mention.last + 1
        return i

    def _owner_of_country(self, i: int) -> Mention | None:
        """The person before "of Norway", where the country's last word is `i`."""
        mention = self.cast.at[i]
        if mention is None or mention.sort not in ("country", "organisation"):
            return None
        k = mention.first - 1
        k -= k > 0 and self.cast.words.lower[k] == "the"
        if k <= 0 or self.cast.words.lower[k] != "of" or not self._is_person_or_title(k - 1):
            return None
        return self.cast.at[k - 1] or self._reference(k - 1)

    def _is_person_or_title(self, i: int) -> bool:
        """Whether a person's name or a title ends at word `i`."""
        hit = self.cast.around.title_at[i]
        return self.cast.is_person_at(i) or (hit is not None and hit.last == i and self.cast.at[i] is None)

    def _mention(self, i: int) -> Mention | None:
        """The mention at a word, or at the nearest word that the phrase is about."""
        words = self.cast.words
        found = self._solid(i) or self._reference(i)
        if found is not None:
            return found
        for relation in ("appos", "flat", "nmod", "compound", "nmod:poss", "conj", "nmod:desc"):
            for k in words.kin(i, relation):
                found = self._solid(k) or self._reference(k)
                nested = relation in ("nmod", "compound", "nmod:poss")
                if found is not None and (not nested or self._speaks_for(i, found)):
                    return found
        return None

    def _solid(self, i: int) -> Mention | None:
        """A mention by name that is itself the actor (an adjective or capital is one only with a noun of its own)."""
        mention = self.cast.at[i]
        if mention is None:
            return None
        if mention.sort in ("adjective",):
            return None
        if mention.sort == "people" and self.cast.words.tag[i] == "JJ":
            return None
        return mention

    def _speaks_for(self, i: int, found: Mention) -> bool:
        """Whether a noun with a country beside it ("officials of", "representatives of") stands for the country; in news "the Marsh
        administration" is not Marsh."""
        return (found.sort != "person" or self.cast.around.home is not None) and (
            self.cast.words.lower[i] in self.cast.references["side"]
            or self.cast.words.lower[i] in self.cast.references["government"]
        )

    def _reference(self, i: int) -> Mention | None:
        """What a referring word points to; asked once a word as long as no further encounter is known."""
        key = (i, len(self.encounters))
        if key not in self._answers:
            if i in self._asking or len(self._asking) > DEEPEST:
                return None
            self._asking.add(i)
            self._answers[key] = resolve(self, i)
            self._asking.discard(i)
        return self._answers[key]


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two mentions may share one coordination."""
    persons = ("person", "reference", "pronoun")
    return (
        (a.sort in persons) == (b.sort in persons) or "body" in (a.sort, b.sort) or "organisation" in (a.sort, b.sort)
    )
