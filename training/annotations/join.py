"""Joins annotations with the texts that they stand on: join.py ANNOTATIONS.jsonl REPORTS GOLD.json INPUTS.jsonl.

REPORTS is a file of reports (.jsonl.gz), or a folder that has such files in it. GOLD.json has the form of ../shared/gold/dev.json; INPUTS.jsonl are lines for `readout read`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from training.annotations.strip import WORDS

SAID = {"statements": {"cue": "cue_at"}, "commitments": {"due_text": "due_at", "amount": "amount_at"}}


def joined(row: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """The annotation with its report's text and the words at its offsets; ValueError where the text is another one.

    `kinds` stays with it: of a record that has them other kinds are not annotated.
    """
    text = report["text"]
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['id']}: the report's text is not the one that was annotated.")
    record = {**row, "text": text, "title": report["title"], "source": report["source"], "url": report["url"]}
    for kind, words in WORDS.items():
        record[kind] = [_entry(entry, kind, words, text) for entry in row[kind]]
    return record


def _entry(entry: dict[str, Any], kind: str, words: str, text: str) -> dict[str, Any]:
    """The entry with the words at its offsets; what the report does not say is None."""
    kept = {key: value for key, value in entry.items() if key not in ("due_at", "amount_at")}
    said = {words: "at", **SAID.get(kind, {})}
    return kept | {key: text[slice(*entry[place])] if place in entry else None for key, place in said.items()}


def reports_in(place: Path) -> Iterator[dict[str, Any]]:
    """The reports of a file, or of all files of a folder; lines that are none (a pair of reports) are passed over."""
    for path in sorted(place.rglob("*.jsonl.gz")) if place.is_dir() else [place]:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (report for report in map(json.loads, lines) if "id" in report and "text" in report)


def main() -> None:
    """Reads the reports and annotations and writes the two files."""
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    annotations, corpus, gold, inputs = map(Path, sys.argv[1:])
    reports = {report["id"]: report for report in reports_in(corpus)}
    rows = map(json.loads, annotations.read_text(encoding="utf-8").splitlines())
    records = [joined(row, reports[row["id"]]) for row in rows]
    gold.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    keys = ("id", "title", "date", "source", "url", "text")
    lines_out = (json.dumps({key: record[key] for key in keys}, ensure_ascii=False) for record in records)
    inputs.write_text("".join(line + "\n" for line in lines_out), encoding="utf-8")


if __name__ == "__main__":
    main()
