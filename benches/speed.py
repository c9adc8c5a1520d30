"""Speed and memory of reading beside peers: speed.py REPORTS.jsonl.gz [HOW_MANY]. A table, never a test."""

from __future__ import annotations

import gzip
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace

import spacy
from rich.console import Console
from rich.table import Table

from readout import Reader


def timed(work: Callable[[], object]) -> float:
    """Seconds on the wall that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measures on a seeded sample of reports and prints the table."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.seed(1)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    keys = ("id", "text", "title", "date", "source", "url")
    sources = [SimpleNamespace(**{key: row[key] for key in keys}) for row in random.sample(rows, count)]
    blank = spacy.blank("en")
    tokens = sum(len(blank.make_doc(source.text)) for source in sources)
    reader = Reader()
    loading = timed(lambda: reader.read("The minister met with the ambassador in Paris."))
    figures = {
        "Readout, one process": timed(lambda: list(reader.read_many(sources))),
        "Readout, two processes": timed(lambda: list(reader.read_many(sources, processes=2))),
        "spaCy's blank tokenizer": timed(lambda: [blank.make_doc(source.text) for source in sources]),
    }
    table = Table(
        "",
        "tokens/s",
        title=f"{count} reports, {tokens:,} tokens; loading {loading:.2f} s; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
    )
    for name, seconds in figures.items():
        table.add_row(name, f"{tokens / seconds:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
