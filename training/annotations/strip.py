"""Turns annotations that quote their reports into lines without any text: strip.py OUT_FOLDER ANNOTATION.json ...

Each entry keeps its offsets (`at`, `cue_at`); words are restored from the report by `join.py`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

WORDS = {"meetings": "span", "statements": "content", "commitments": "action", "agreements": "title", "projects": "name",
         "progress": "about", "doubtful": "text"}  # fmt: skip
KEPT = ("id", "sha256", "url", "date", "doc_type", "split", "kinds", "report", "affiliations")
"""`kinds` are those that are annotated, where these are not all."""


def stripped(record: dict[str, Any]) -> dict[str, Any]:
    """The record without the words of its report."""
    text = record["text"]
    row = {key: record[key] for key in KEPT if key in record}
    for kind, words in WORDS.items():
        row[kind] = [_entry(entry, words, text) for entry in record[kind]]
    return row


def _entry(entry: dict[str, Any], words: str, text: str) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if key not in (words, "cue", "due_text", "amount", "nth")}
    for key in ("due_text", "amount"):
        if entry.get(key):
            kept[f"{key.removesuffix('_text')}_at"] = list(nearest(text, entry[key], entry["at"]))
    return kept


def nearest(text: str, words: str, at: list[int]) -> tuple[int, int]:
    """Where the words stand nearest to `at`, as offsets; ValueError where the text lacks them."""
    places = [found.span() for found in re.finditer(re.escape(words), text)]
    if not places:
        raise ValueError(f"The report does not say {words!r}.")
    return min(places, key=lambda place: max(at[0] - place[0], place[1] - at[1], 0))


def main() -> None:
    """Writes a file for each split that the records name."""
    folder = Path(sys.argv[1])
    records = [json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[2:]]
    for split in sorted({record["split"] for record in records}):
        lines = [
            json.dumps(stripped(r), ensure_ascii=False)
            for r in sorted(records, key=lambda r: r["id"])
            if r["split"] == split
        ]
        (folder / f"{split}.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
