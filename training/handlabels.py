"""Names labelled by hand in sentences of the corpus: kept as offsets, joined with the texts when they are at hand.

    python -m training.handlabels SELECTION... --corpus FOLDER

`names/train.jsonl` and `names/test.jsonl` hold a line a sentence: the report's id, the sha256 of its text, the
sentence's span and its names, both in code points of the report's text. No text is kept. The command makes these files
from annotators' selections: `X.meta.json` (a list of report, sha256, span, split) with `X.NN.json` files beside it
({place in the list: names in the sentence}).
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.sources import lines

NAMES = Path(__file__).with_name("names")
NameSpan = tuple[int, int, str]


class StrangeReportError(Exception):
    """A report is missing from the corpus, or its text is not the one that was labelled."""


def texts(corpus: Path) -> dict[str, str]:
    """The corpus's texts by report id."""
    return {row["id"]: row["text"] for row in lines(corpus / "reports.jsonl.gz")}


def labelled(split: str, corpus: Path) -> list[tuple[str, list[NameSpan]]]:
    """Sentences of `train` or `test` with their names as (start, end, type) inside the sentence."""
    reports = texts(corpus)
    rows = (json.loads(line) for line in (NAMES / f"{split}.jsonl").read_text(encoding="utf-8").splitlines())
    return [sentence(row, reports) for row in rows]


def sentence(row: dict[str, Any], reports: dict[str, str]) -> tuple[str, list[NameSpan]]:
    """One row joined with its text. Raises StrangeReportError where the text is not the labelled one."""
    text = reports.get(row["report"], "")
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise StrangeReportError(
            f"{row['report']}: the corpus at hand has no text with sha256 {row['sha256']}. Is it another corpus?"
        )
    start, end = row["span"]
    return text[start:end], [(a - start, b - start, kind) for a, b, kind in row["names"]]


def gather(selection: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(split, row) for every sentence of a selection that has been labelled."""
    chosen = json.loads(selection.read_text(encoding="utf-8"))
    stem = selection.name.removesuffix(".meta.json")
    for part in sorted(selection.parent.glob(f"{stem}.[0-9][0-9].json")):
        for place, names in json.loads(part.read_text(encoding="utf-8")).items():
            row = chosen[int(place)]
            start = row["span"][0]
            found = sorted([start + a, start + b, kind] for a, b, kind in names)
            yield row["split"], {"report": row["report"], "sha256": row["sha256"], "span": row["span"], "names": found}


def main() -> None:
    parser = argparse.ArgumentParser(description="Turn annotators' selections into label files without texts.")
    parser.add_argument("selections", type=Path, nargs="+", help="X.meta.json files")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of reports.jsonl.gz, to check every row")
    options = parser.parse_args()
    reports = texts(options.corpus)
    rows: dict[str, list[str]] = {"train": [], "test": []}
    for selection in options.selections:
        for split, row in gather(selection):
            sentence(row, reports)
            rows[split].append(json.dumps(row, ensure_ascii=False))
    NAMES.mkdir(exist_ok=True)
    for split, found in rows.items():
        (NAMES / f"{split}.jsonl").write_text("".join(line + "\n" for line in found), encoding="utf-8")
        print(f"{split}: {len(found)} sentences")


if __name__ == "__main__":
    main()
