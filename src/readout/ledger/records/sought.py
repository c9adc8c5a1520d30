"""Words that somebody looks for, as both databases ask for them: nothing that is typed is an error of syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, product
from math import prod

from readout.ledger.records.tokens import said, tokens
from readout.matching.inflected import inflected
from readout.model import NotInLedger

PARTS = re.compile(r'"([^"]*)"?|([^\s"]+)')
MARKS = str.maketrans(dict.fromkeys("“”„«»″＂", '"'))
MOST = 32
"""Words that one search may have."""
TWO = 2

ROWS = 64
"""Rows of words, each in one of its forms, that are looked for as standing side by side; of more, only those as typed."""

SHORTEST = 3
"""Letters of a beginning at least; of a shorter one a large ledger has too many words to answer soon."""


@dataclass(frozen=True, slots=True)
class Term:
    """One of the words or phrases that must all stand there: any of its forms, each a row of folded words.

    With `prefix` the last word of the row is only a beginning.
    """

    forms: tuple[tuple[str, ...], ...]
    prefix: bool = False

    def sqlite(self) -> str:
        """As FTS5 asks for it: everything in quotes, so that no word is taken for an operator."""
        star = "*" if self.prefix else ""
        return "(" + " OR ".join(f'"{" ".join(form)}"{star}' for form in self.forms) + ")"

    def postgresql(self, weight: str = "") -> str:
        """As a tsquery asks for it; `weight` A is the title alone."""
        return "(" + " | ".join(self._row(form, weight) for form in self.forms) + ")"

    def _row(self, form: tuple[str, ...], weight: str) -> str:
        last = len(form) - 1
        marks = [weight + ("*" if self.prefix and place == last else "") for place in range(len(form))]
        each = [f"'{word}':{mark}" if mark else f"'{word}'" for word, mark in zip(form, marks, strict=True)]
        return "(" + " <-> ".join(each) + ")"


@dataclass(frozen=True, slots=True)
class Sought:
    """All that must stand there, and whom and what an entry must be about: any of the numbers of each group, and none of `without`."""

    terms: tuple[Term, ...]
    about: tuple[tuple[str, ...], ...] = ()
    in_title: bool = False
    without: tuple[str, ...] = ()

    def query(self, dialect: str) -> str:
        """The whole question in the words of a database."""
        if dialect == "sqlite":
            where = "title" if self.in_title else "title said"
            words = " AND ".join(term.sqlite() for term in self.terms)
            about = [" OR ".join(f'"{name}"' for name in group) for group in self.about]
            all_of_them = " AND ".join([f"{{{where}}} : ({words})", *(f"about : ({group})" for group in about)])
            none = " OR ".join(f'"{name}"' for name in self.without)
            return f"({all_of_them}) NOT about : ({none})" if none else all_of_them
        words = " & ".join(term.postgresql("A" if self.in_title else "") for term in self.terms)
        about = [" | ".join(f"'/{name}'" for name in group) for group in self.about]
        but = [f"!'/{name}'" for name in self.without]
        return " & ".join([words, *(f"({group})" for group in about), *but])


def terms(words: str) -> tuple[Term, ...]:
    """What was typed: words in all their forms, "rows of words" as they are, beginnings with a star.

    Raises NotInLedger where there is no word in it, or too many, or a beginning of one or two letters.
    """
    found = [term for phrase, word in PARTS.findall(words.translate(MARKS)) if (term := _term(phrase, word))]
    if not found:
        raise NotInLedger(f"{words!r} holds no word to look for. Write at least one: letters or figures.")
    if len(found) > MOST:
        raise NotInLedger(f'{len(found)} words to look for are too many. Write {MOST} at most, or a "row of words".')
    return tuple(dict.fromkeys(found))


def side_by_side(words: str) -> Term | None:
    """Words that were typed without quotes as a row: side by side, in their order, each as typed or in its other number; None where
    there are not several, or where quotes, AND or a star within say how they should stand.
    """
    parts = PARTS.findall(words.translate(MARKS))
    own = [(tuple(said(word)), term) for phrase, word in parts if (term := _term(phrase, word))]
    if len(own) < TWO or any(phrase or word == "AND" for phrase, word in parts) or any(t.prefix for _, t in own[:-1]):
        return None
    forms = [_numbers(typed, term) for typed, term in own]
    if prod(len(each) for each in forms) > ROWS:
        forms = [[typed] for typed, _ in own]
    return Term(tuple(tuple(chain(*row)) for row in product(*forms)), own[-1][1].prefix)


def _numbers(typed: tuple[str, ...], term: Term) -> list[tuple[str, ...]]:
    """A word as it was typed and in its other number ("pipeline", "pipelines")."""
    word, forms = typed[-1], (form[-1] for form in term.forms)
    return [
        typed,
        *((form,) for form in forms if form in (word + "s", word + "es") or word in (form + "s", form + "es")),
    ]


def _term(phrase: str, word: str) -> Term | None:
    row = tuple(said(phrase or word))
    if not row or word == "AND":
        return None
    prefix = (phrase or word).rstrip().endswith("*")
    if prefix and len(row[-1]) < SHORTEST:
        raise NotInLedger(f"{row[-1]}*: too many words begin so. Write {SHORTEST} letters or more before the star.")
    if phrase or prefix or len(row) > 1:
        return Term((row,), prefix)
    return Term(tuple((form,) for form in inflected(row[0])))


def standing(text: str, sought: Iterable[Term]) -> list[tuple[int, int, int]]:
    """Where the terms stand in a text: offsets (code points) and which term it is, in the order of the text."""
    stand = list(tokens(text))
    plain = [word for word, _, _ in stand]
    found: list[tuple[int, int, int]] = []
    for number, term in enumerate(sought):
        for row in term.forms:
            found.extend((stand[at][1], stand[at + len(row) - 1][2], number) for at in _at(plain, row, term.prefix))
    return sorted(set(found))


def _at(words: list[str], row: tuple[str, ...], prefix: bool) -> Iterable[int]:
    first, last = row[0], len(row) - 1
    for at in range(len(words) - last):
        if words[at] != first and not (prefix and last == 0 and words[at].startswith(first)):
            continue
        tail = words[at + last]
        if words[at : at + last] == list(row[:-1]) and (tail.startswith(row[-1]) if prefix else tail == row[-1]):
            yield at
