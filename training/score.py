"""Scores: labelled attachment on raw text as in the CoNLL 2018 shared task, and exact spans of names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

NameSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree: its characters `[start, end)`, spaces not counted; heads count words from 1, 0 is the root."""

    start: int
    end: int
    upos: str
    head: int
    relation: str


def words(rows: Iterable[tuple[str, str, int, str]]) -> list[Word]:
    """Words from (form, UPOS, head, relation); relations lose their subtypes."""
    found, at = [], 0
    for form, upos, head, relation in rows:
        size = len("".join(form.split()))
        found.append(Word(at, at + size, upos, head, relation.partition(":")[0]))
        at += size
    return found


@dataclass(slots=True)
class Attachment:
    """Counts over sentences; each property is F1 over words that span the same characters in both trees."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Word], found: Sequence[Word]) -> None:
        places = {(word.start, word.end): word for word in gold}
        pairs = [(places[word.start, word.end], word) for word in found if (word.start, word.end) in places]
        self.counts += Counter(gold=len(gold), found=len(found), words=len(pairs))
        for right, word in pairs:
            same_head = _place(gold, right.head) == _place(found, word.head)
            same_relation = right.relation == word.relation
            self.counts += Counter(upos=right.upos == word.upos, uas=same_head, las=same_head and same_relation)

    def f1(self, what: str) -> float:
        """Percent; `what` is words, upos, uas or las."""
        return 200 * self.counts[what] / max(1, self.counts["gold"] + self.counts["found"])

    def table(self) -> dict[str, float]:
        return {what: round(self.f1(what), 2) for what in ("words", "upos", "uas", "las")}


def _place(sentence: Sequence[Word], head: int) -> tuple[int, int]:
    return (sentence[head - 1].start, sentence[head - 1].end) if head else (-1, -1)


@dataclass(slots=True)
class Names:
    """Counts of names; a name counts as found where its first and last character and its type are right."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[NameSpan], found: Iterable[NameSpan]) -> None:
        wanted, got = set(gold), set(found)
        self.right += Counter(kind for _, _, kind in wanted & got)
        self.gold += Counter(kind for _, _, kind in wanted)
        self.found += Counter(kind for _, _, kind in got)

    def table(self) -> dict[str, float]:
        kinds = sorted(self.gold | self.found)
        table = {kind: _f1(self.right[kind], self.gold[kind], self.found[kind]) for kind in kinds}
        right, gold, found = (counts.total() for counts in (self.right, self.gold, self.found))
        return table | {
            "precision": round(100 * right / max(1, found), 2),
            "recall": round(100 * right / max(1, gold), 2),
            "f1": _f1(right, gold, found),
            "names": gold,
        }


def _f1(right: int, gold: int, found: int) -> float:
    return round(200 * right / max(1, gold + found), 2)
