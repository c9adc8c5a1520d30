"""An annotated text as plain columns, a value a word: what the finders look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from readout.model import Span

NAMES = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}
"""Types of names that other pipelines call otherwise (OntoNotes)."""


@dataclass(frozen=True)
class Words:
    """Columns over the words of one text; heads are word numbers, a root's head is itself; offsets are code points."""

    text: str
    form: list[str]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence: list[int]
    name: list[str]
    token: list[int]

    @classmethod
    def of(cls, doc: Doc, text: str, starts: list[int] | None = None) -> Words:
        """The columns of a spaCy Doc of `text`; `starts[i]` is the place in `text` of the Doc's i-th code point."""
        form: list[str] = []
        pos: list[str] = []
        tag: list[str] = []
        dep: list[str] = []
        name: list[str] = []
        head: list[int] = []
        start: list[int] = []
        end: list[int] = []
        sentence: list[int] = []
        tokens: list[int] = []
        place: dict[int, int] = {}
        number = -1
        for token in doc:
            if token.is_sent_start:
                number += 1
            if token.is_space:
                continue
            place[token.i] = len(form)
            tokens.append(token.i)
            form.append(token.text)
            pos.append(token.pos_)
            tag.append(token.tag_)
            dep.append(token.dep_)
            head.append(token.head.i)
            begin, stop = token.idx, token.idx + len(token.text)
            start.append(starts[begin] if starts else begin)
            end.append(starts[stop - 1] + 1 if starts else stop)
            sentence.append(max(number, 0))
            name.append(f"{token.ent_iob_}-{NAMES.get(token.ent_type_, token.ent_type_)}" if token.ent_type_ else "O")
        heads = [place.get(h, i) for i, h in enumerate(head)]
        return cls(text, form, [f.lower() for f in form], pos, tag, dep, heads, start, end, sentence, name, tokens)

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang directly on each word, in order."""
        below: list[list[int]] = [[] for _ in self.form]
        for i, head in enumerate(self.head):
            if head != i:
                below[head].append(i)
        return below

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last word of all that hangs on each word, itself included."""
        low, high = list(range(len(self.form))), list(range(len(self.form)))
        order: list[int] = [i for i, head in enumerate(self.head) if head == i]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            head = self.head[i]
            low[head] = min(low[head], low[i])
            high[head] = max(high[head], high[i])
        return list(zip(low, high, strict=True))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """First word and the word after the last of each sentence."""
        spans: list[tuple[int, int]] = []
        for i, number in enumerate(self.sentence):
            if i == 0 or number != self.sentence[i - 1]:
                spans.append((i, i + 1))
            else:
                spans[-1] = (spans[-1][0], i + 1)
        return spans

    @cached_property
    def sentence_of(self) -> list[tuple[int, int]]:
        """For each word its sentence's first word and the word after its last."""
        return [span for span in self.sentences for _ in range(*span)]

    def span(self, first: int, last: int) -> Span:
        """The code points from word `first` to word `last`, both included."""
        return Span(self.start[first], self.end[last])

    def said(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included, as it stands."""
        return self.text[self.start[first] : self.end[last]]

    def child(self, i: int, *relations: str) -> int | None:
        """The first word that hangs on `i` by one of the relations."""
        return next((k for k in self.children[i] if self.dep[k] in relations), None)

    def kin(self, i: int, *relations: str) -> Iterator[int]:
        """The words that hang on `i` by one of the relations."""
        return (k for k in self.children[i] if self.dep[k] in relations)

    def is_noun(self, i: int) -> bool:
        """Nouns, names and pronouns."""
        return self.pos[i] in ("NOUN", "PROPN", "PRON")
