"""Sentences made anew: other persons, countries and bodies in the places of names, other casing."""

import json
from pathlib import Path
from random import Random

from readout_en.decode import gathered
from training.sources import Tagged


class Swaps:
    """Names to put in place of others, drawn with a seed; `bodies` is the part of organisations' names to swap."""

    def __init__(self, path: Path, seed: int, bodies: float = 0.0) -> None:
        stored = json.loads(path.read_text(encoding="utf-8"))
        self.persons: list[str] = stored["persons"]
        self.countries: list[str] = stored["countries"]
        self.bodies: list[str] = stored["bodies"]
        self._swapped_bodies = bodies
        self._known = frozenset(self.countries) | {"U.S.", "US", "UK", "United States"}
        self.random = Random(seed)

    def names(self, sentence: Tagged) -> Tagged:
        """Each person with an even chance another person, each country another country; one word stays one word."""
        forms, tags = [form for form, _ in sentence], [tag for _, tag in sentence]
        made: Tagged = []
        at = 0
        for start, end, kind in gathered(tags):
            made.extend(sentence[at:start])
            words = self._other(forms[start:end], kind) if self.random.random() < 0.5 else forms[start:end]
            made.extend((word, f"{'I' if place else 'B'}-{kind}") for place, word in enumerate(words))
            at = end
        return made + sentence[at:]

    def _other(self, words: list[str], kind: str) -> list[str]:
        if kind == "PER" and all(word[:1].isupper() for word in words):
            other = self.random.choice(self.persons).replace("-", " - ").split()
            return other if len(words) > 1 else other[-1:]
        if kind == "LOC" and " ".join(words) in self._known:
            return self.random.choice(self.countries).split()
        if kind == "ORG" and self._swapped_bodies and self.random.random() < 2 * self._swapped_bodies:
            return self.random.choice(self.bodies).split()
        return words

    def casing(self, sentence: Tagged) -> Tagged:
        """Now and then all lower or all upper case, as people write online and headlines are set."""
        chance = self.random.random()
        if chance < 0.05:
            return [(form.lower(), tag) for form, tag in sentence]
        if chance < 0.08:
            return [(form.upper(), tag) for form, tag in sentence]
        return sentence
