"""What a report's headline names: the countries that it is between, and persons by their full name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.lang.offices import fold_name
from readout.lang.pack import Phrase

NAME_WORD = r"[A-Z][\w.’'-]*"


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's text and the names of the lexicon in it, in order."""

    text: str = ""
    phrases: tuple[Phrase, ...] = ()

    @property
    def folded(self) -> list[str]:
        """The headline's words without case and accents."""
        return fold_name(self.text.replace("’s", "").replace("'s", "")).split()

    def full_name(self, surname: str, title_words: frozenset[str]) -> str | None:
        """The name that ends with a surname, where the headline writes more than that; without titles before it."""
        forms = re.search(rf"((?:{NAME_WORD} ){{1,4}}){re.escape(surname)}(,? [JS]r\.?)?(?![\w-])", self.text)
        if forms is None:
            return None
        given = forms[1].split()
        while given and (given[0].rstrip(".,") in title_words or given[0].endswith(("’s", "'s")) or _small(given[0])):
            given.pop(0)
        if any(word in title_words for word in given):
            given = given[max(k for k, word in enumerate(given) if word in title_words) + 1 :]
        return " ".join([*given, surname]) + (forms[2] or "") if given else None


def _small(word: str) -> bool:
    return word.lower() in ("with", "and", "by", "from", "of", "to", "statement", "readout", "call", "joint", "meeting")
