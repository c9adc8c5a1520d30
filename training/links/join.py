"""Joins links with the texts that they stand on: join.py LINKS.jsonl SERIES.jsonl.gz ... > JOINED.jsonl"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

Report = dict[str, Any]


def reports_of(files: Iterable[str]) -> dict[str, Report]:
    """All reports of some corpus files, by id."""
    found: dict[str, Report] = {}
    for name in files:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            found |= {report["id"]: report for report in map(json.loads, lines)}
    return found


def joined(rows: Iterable[dict[str, Any]], reports: dict[str, Report]) -> Iterator[dict[str, Any]]:
    """The links with their words; ValueError where a report's text is not the one that was annotated."""
    for row in rows:
        yield row | {end: _quoted(row[end], reports[row[end]["report"]]["text"]) for end in ("commitment", "later")}


def _quoted(end: dict[str, Any], text: str) -> dict[str, Any]:
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != end["sha256"]:
        raise ValueError(f"{end['report']}: the report's text is not the one that was annotated.")
    return end | {"quote": text[slice(*end["at"])]}


def links_of(file: str) -> list[dict[str, Any]]:
    """The links of one file."""
    return [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Prints the links with their words, one a line."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for row in joined(links_of(sys.argv[1]), reports_of(sys.argv[2:])):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
