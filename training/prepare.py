"""Prepare: pinned inputs are checked and become the two files that train learns from.

    python -m training.prepare OUT_FOLDER --treebanks FOLDER --corpus FOLDER --reference FOLDER

Writes `parse.jsonl.gz` (a list a sentence of [form, UPOS, XPOS, head, relation]), `names.jsonl.gz` ({"source",
"tokens"}) and `swaps.json` (persons and countries to put in place of others).
"""

import argparse
import csv
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from readout_en.decode import gathered
from readout_en.tokens import english
from training.handlabels import NameSpan, labelled
from training.labels import NAME_TYPES
from training.repair import mended
from training.sources import Tagged, WrongSourceError, checked, parsed, sources, tagged

LONGEST = 110  # words of a sentence that is learned from; longer ones are lists and tables
KEPT_FOR_CHOOSING = 400  # the last sentences of UNER-EWT dev


def write(path: Path, rows: Iterable[Any]) -> None:
    """Rows as JSON lines; the same rows give the same bytes."""
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def trees(treebanks: Path) -> Iterator[list[list[Any]]]:
    for name in ("ewt_train", "gum_train"):
        for sentence in parsed(treebanks, name):
            if len(sentence) <= LONGEST:
                yield [[form, upos, xpos, head, relation] for form, _, upos, xpos, head, relation in sentence]


def plain(sentence: Tagged) -> Tagged:
    """Only the three types that the model names."""
    return [(form, tag if tag[2:] in NAME_TYPES else "O") for form, tag in sentence]


def by_hand(corpus: Path) -> Iterator[Tagged]:
    """The hand-labelled training sentences in `tokens.english`'s words.

    A word that a name ends inside of takes the name's label.
    """
    tokenize = english().tokenizer
    for text, names in labelled("train", corpus):
        yield [
            (token.text, tag(token.idx, token.idx + len(token), names))
            for token in tokenize(text)
            if not token.is_space
        ]


def tag(start: int, end: int, names: list[NameSpan]) -> str:
    for a, b, kind in names:
        if start < b and a < end:
            return f"{'B' if start <= a else 'I'}-{kind}"
    return "O"


def names(treebanks: Path, corpus: Path, countries: set[str]) -> Iterator[tuple[str, Tagged]]:
    for sentence in by_hand(corpus):
        yield "hand", sentence
    for sentence in tagged(treebanks, "ner_uner_ewt_dev")[:-KEPT_FOR_CHOOSING]:
        yield "uner", plain(sentence)
    for sentence in tagged(treebanks, "ner_wikigold"):
        yield "wikigold", plain(sentence)
    for source in ("ner_re3d", "ner_gum_train"):
        for sentence in tagged(treebanks, source):
            whole = mended(sentence, countries)
            if any(tag[2:] in NAME_TYPES for _, tag in whole):
                yield source.split("_")[1], whole


def bodies(found: list[tuple[str, Tagged]]) -> list[str]:
    """Names of organisations, as the sentences labelled by people hold them."""
    return sorted(
        {
            " ".join(form for form, _ in sentence[start:end])
            for source, sentence in found
            for start, end, kind in gathered([tag for _, tag in sentence])
            if source in ("hand", "uner") and kind == "ORG" and sentence[start][0][:1].isupper()
        }
    )


def swaps(reference: Path) -> dict[str, list[str]]:
    """Names of office holders and of their countries, from the pinned table."""
    path = reference / "leaders.csv.gz"
    if hashlib.sha256(path.read_bytes()).hexdigest() != sources()["leaders"].sha256:
        raise WrongSourceError(f"{path} is another version of the table of leaders.")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    persons = {
        row["name"] for row in rows if row["name"].replace(" ", "").replace("-", "").isalpha() and " " in row["name"]
    }
    return {
        "persons": sorted(persons),
        "countries": sorted({row["country"] for row in rows if "," not in row["country"]}),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Check the pinned inputs and write what train learns from.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the treebanks and name sets")
    parser.add_argument(
        "--corpus", type=Path, required=True, help="folder of reports.jsonl.gz, whose sentences were labelled by hand"
    )
    parser.add_argument("--reference", type=Path, required=True, help="folder of leaders.csv.gz")
    options = parser.parse_args()
    checked(options.corpus, "reports")
    options.out.mkdir(parents=True, exist_ok=True)
    swapped = swaps(options.reference)
    write(options.out / "parse.jsonl.gz", trees(options.treebanks))
    found = list(names(options.treebanks, options.corpus, set(swapped["countries"])))
    swapped["bodies"] = bodies(found)
    (options.out / "swaps.json").write_text(json.dumps(swapped, ensure_ascii=False), encoding="utf-8")
    pieces = (
        {"source": source, "tokens": sentence[at : at + LONGEST]}
        for source, sentence in found
        for at in range(0, len(sentence), LONGEST)
    )
    write(options.out / "names.jsonl.gz", pieces)


if __name__ == "__main__":
    main()
