"""Joins annotations with the texts that they stand on: join.py ANNOTATIONS.jsonl REPORTS.jsonl.gz GOLD.json INPUTS.jsonl.

GOLD.json has the form of ../shared/gold/dev.json; INPUTS.jsonl are lines for `readout read`.
"""

from __future__ import annotations

import gzip
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from training.annotations.strip import WORDS


def joined(row: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """The annotation with its report's text and the words at its offsets; ValueError where the text is another one."""
    text = report["text"]
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['id']}: the report's text is not the one that was annotated.")
    record = {**row, "text": text, "title": report["title"], "source": report["source"], "url": report["url"]}
    for kind, words in WORDS.items():
        record[kind] = [{**entry, words: text[slice(*entry["at"])], **_words(entry, text)} for entry in row[kind]]
    return record


def _words(entry: dict[str, Any], text: str) -> dict[str, str | None]:
    found = {key: text[slice(*entry[f"{key}_at"])] for key in ("due_text", "amount", "cue") if f"{key}_at" in entry}
    return {
        **found,
        **({"due_text": found.get("due_text"), "amount": found.get("amount")} if "strength" in entry else {}),
    }


def main() -> None:
    """Reads the two files and writes the two."""
    annotations, corpus, gold, inputs = map(Path, sys.argv[1:5])
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        reports = {report["id"]: report for report in map(json.loads, lines)}
    records = [
        joined(row, reports[row["id"]]) for row in map(json.loads, annotations.read_text(encoding="utf-8").splitlines())
    ]
    gold.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    keys = ("id", "title", "date", "source", "url", "text")
    inputs.write_text(
        "".join(json.dumps({k: r[k] for k in keys}, ensure_ascii=False) + "\n" for r in records), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
