"""Evaluate: scores of a model on raw text, as JSON.

    python -m training.evaluate MODEL_FOLDER --treebanks FOLDER [--corpus FOLDER] [--use test]

Trees: CoNLL 2018 F1 over aligned words. The text of each sentence (forms joined by space_after) is tokenised by
`tokens.english`, or with --blank by spaCy's blank English tokenizer, and decoded with a single root. Names: F1 of exact
spans of characters. MODEL_FOLDER is what export or train wrote.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.tokenizer import Tokenizer

from readout_en.decode import gathered
from readout_en.tokens import english
from training.handlabels import labelled
from training.labels import NAME_TYPES, Labels
from training.prepare import KEPT_FOR_CHOOSING
from training.reader import Run, model, read
from training.score import Attachment, Names, words
from training.sources import parsed, tagged

NameSpan = tuple[int, int, str]
_TREES = {"test": ("ewt_test", "gum_test", "pud_test"), "dev": ("ewt_dev", "gum_dev")}
_NAMES = {"test": (("ner_uner_ewt_test", "ewt_test"), ("ner_uner_pud_test", "pud_test")), "dev": ()}


def text(tokens: Iterable[Sequence[Any]]) -> str:
    """The sentence that (form, space_after, ...) stand for."""
    return "".join(token[0] + " " * bool(token[1]) for token in tokens).rstrip()


class Measure:
    """A model, and the tokenizer that it reads raw text with."""

    def __init__(self, run: Run, labels: Labels, tokenize: Tokenizer | None = None) -> None:
        self.run, self.labels = run, labels
        self.tokenize = tokenize or english().tokenizer

    def trees(self, sentences: Sequence[Sequence[Sequence[Any]]], *, raw: bool = True) -> dict[str, float]:
        """Scores of trees; with `raw` false the treebank's own words are read."""
        forms = [
            [t.text for t in self.tokenize(text(s)) if not t.is_space] if raw else [str(row[0]) for row in s]
            for s in sentences
        ]
        counts = Attachment()
        for gold, own, found in zip(sentences, forms, read(self.run, self.labels, forms), strict=True):
            counts.add(
                words((row[0], row[2], row[4], row[5]) for row in gold),
                words(zip(own, found.upos, found.heads, found.relations, strict=True)),
            )
        return counts.table()

    def names(self, sentences: Sequence[tuple[str, list[NameSpan]]]) -> dict[str, float]:
        """Scores of names in texts whose names are given as (start, end, type) in code points."""
        tokens = [[t for t in self.tokenize(sentence) if not t.is_space] for sentence, _ in sentences]
        counts = Names()
        found = read(self.run, self.labels, [[t.text for t in own] for own in tokens])
        for (_, gold), own, sentence in zip(sentences, tokens, found, strict=True):
            counts.add(gold, ((own[a].idx, own[b - 1].idx + len(own[b - 1]), kind) for a, b, kind in sentence.names))
        return counts.table()


def with_spaces(
    tokens: Sequence[tuple[str, str]], spaces: dict[tuple[str, ...], list[bool]]
) -> tuple[str, list[NameSpan]]:
    """A text and its names, from BIO tags; the spaces come from the treebank's sentence of the same words."""
    forms = tuple(form for form, _ in tokens)
    after = spaces.get(forms) or [True] * len(forms)
    starts, at = [], 0
    for form, space in zip(forms, after, strict=True):
        starts.append(at)
        at += len(form) + bool(space)
    names = [
        (starts[a], starts[b - 1] + len(forms[b - 1]), kind)
        for a, b, kind in gathered([tag for _, tag in tokens])
        if kind in NAME_TYPES
    ]
    return text(zip(forms, after, strict=True)), names


def evaluate(
    folder: Path, treebanks: Path, corpus: Path | None, use: str, *, blank: bool = False, first: int | None = None
) -> dict[str, dict[str, float]]:
    """A table of scores by data set; with `first`, on so many sentences of each."""
    measure = Measure(*model(folder), spacy.blank("en").tokenizer if blank else None)
    table = {}
    for name in _TREES[use]:
        table[name] = measure.trees(parsed(treebanks, name)[:first])
        table[f"{name}, gold words"] = measure.trees(parsed(treebanks, name)[:first], raw=False)
    for name, bank in _NAMES[use]:
        spaces = {tuple(row[0] for row in s): [bool(row[1]) for row in s] for s in parsed(treebanks, bank)}
        table[name] = measure.names([with_spaces(s, spaces) for s in tagged(treebanks, name)[:first]])
    if use == "dev":
        chosen = tagged(treebanks, "ner_uner_ewt_dev")[-KEPT_FOR_CHOOSING:]
        table["ner_uner_ewt_dev, kept part"] = measure.names([with_spaces(s, {}) for s in chosen[:first]])
    if corpus is not None and use == "test":
        table["hand-labelled test"] = measure.names(labelled("test", corpus)[:first])
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores of a model on raw text, as JSON.")
    parser.add_argument("model", type=Path, help="folder that export or train wrote")
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument(
        "--corpus", type=Path, help="folder of reports.jsonl.gz; without it the hand-labelled test is left out"
    )
    parser.add_argument("--use", choices=sorted(_TREES), default="test")
    parser.add_argument(
        "--first", type=int, metavar="N", help="only the first N sentences of each, to see that it runs"
    )
    parser.add_argument("--blank", action="store_true", help="with spaCy's blank English tokenizer")
    parser.add_argument("--out", type=Path, help="file for the table")
    options = parser.parse_args()
    table = evaluate(
        options.model, options.treebanks, options.corpus, options.use, blank=options.blank, first=options.first
    )
    if options.out:
        options.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    for name, scores in table.items():
        print(f"{name:28}", json.dumps(scores))


if __name__ == "__main__":
    main()
