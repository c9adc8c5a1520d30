"""Real news and web pages with their speech marked become gold: python -m training.news.treebanks SPLIT TREEBANKS GOLD.json INPUTS.jsonl [--parts].

SPLIT is `wikinews` (articles of UD English GUM) or `web` (stretches of weblogs and newsgroups of UD English EWT). `real.jsonl` holds the
marks alone, by file of TREEBANKS, sentences (from 0, both included) and offsets in the text that these make (code points). What is
written is that of `gold.py`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from training.news.gold import record, write

Row = dict[str, Any]


def sentence(line: str | bytes) -> str:
    """The text of a sentence of a treebank: its forms, and spaces where they stood."""
    return "".join(token[0] + " " * token[1] for token in json.loads(line)["tokens"]).strip()


def marked(split: str) -> Iterator[Row]:
    """The marks of a split, as they are kept."""
    lines = files("training.news").joinpath("real.jsonl").read_text(encoding="utf-8").splitlines()
    return (row for row in map(json.loads, lines) if row["split"] == split)


def article(marks: Row, lines: Sequence[str | bytes]) -> Row:
    """The marks with their text, from all lines of their file; ValueError where the text is another one than was marked."""
    text = " ".join(sentence(line) for line in lines[marks["first"] : marks["last"] + 1])
    if sha256(text.encode("utf-8")).hexdigest() != marks["sha256"]:
        raise ValueError(f"{marks['id']}: the treebank's text is not the one that was marked.")
    told = [{"cue": None, **own} for own in marks["attributions"]]
    return {
        "id": marks["id"],
        "title": None,
        "date": None,
        "text": text,
        "attributions": told,
        "doubtful": marks["doubtful"],
    }


def main() -> None:
    """Writes the two files."""
    split, folder, gold, inputs = [given for given in sys.argv[1:] if not given.startswith("--")]
    rows = list(marked(split))
    names = sorted({row["file"] for row in rows})
    lines = {name: gzip.decompress((Path(folder) / f"{name}.jsonl.gz").read_bytes()).splitlines() for name in names}
    found = [record(article(row, lines[row["file"]]), "--parts" in sys.argv) for row in rows]
    write(found, Path(gold), Path(inputs))


if __name__ == "__main__":
    main()
