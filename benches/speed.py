"""Speed and memory of reading beside peers: speed.py REPORTS.jsonl.gz [HOW_MANY]. A table, never a test.

Tokens are those of spaCy's blank English tokenizer, for every row. A peer that is not installed has no row.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table

from readout import Reader
from readout.intake import Source
from readout.reading.annotate.pipeline import load_pipeline
from readout.reading.finders import rules_alone

SEED = 20261124
BUSY = 1.3
"""Seconds to a second of processor time from which the machine was busy with something else."""
WARM_UP = "The minister met with the ambassador in Paris on Monday."


@dataclass(frozen=True, slots=True)
class Measured:
    """What a piece of work cost: seconds on the wall, and seconds of all processors that worked on it."""

    name: str
    wall: float
    processor: float


def measured(name: str, work: Callable[[], object]) -> Measured:
    """Runs the work once and times it."""
    wall, processor = time.perf_counter(), processor_time()
    work()
    return Measured(name, time.perf_counter() - wall, processor_time() - processor)


def processor_time() -> float:
    """Seconds of processor that this process used, and those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def sample(path: Path, count: int) -> list[Source]:
    """That many reports of the corpus, the same ones each time."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    keys = ("text", "id", "title", "date", "source", "url")
    chosen = random.Random(SEED).sample(rows, min(count, len(rows)))
    return [Source(name=f"{path.name}:{row['id']}", **{key: row[key] for key in keys}) for row in chosen]


def loading() -> Measured:
    """A new process that imports Readout and reads one sentence, less what Python itself takes to start."""
    python = measured("", lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    whole = measured(
        "", lambda: subprocess.run([sys.executable, "-c", f"import readout; readout.read({WARM_UP!r})"], check=True)
    )
    return Measured("loading", whole.wall - python.wall, whole.processor - python.processor)


def peak(whose: int) -> str:
    """The peak of resident memory so far, of this process or of the largest one that it started."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return f"{resource.getrusage(whose).ru_maxrss / unit:,.0f} MB"


def readings(reader: Reader, sources: list[Source]) -> Iterator[Measured]:
    """Raw text to findings, on one process and on two, whose loading of the model is counted."""
    yield measured("Readout: text to findings, one process", lambda: list(reader.read_many(sources)))
    yield measured("Readout: text to findings, two processes", lambda: list(reader.read_many(sources, processes=2)))
    yield measured(
        "Readout: by rules alone, without the networks of spans and parts",
        lambda: [by_rules(reader, s) for s in sources],
    )


def by_rules(reader: Reader, source: Source) -> int:
    """How many findings the rules alone see, as the reader was before it had networks beside the language model's."""
    told = {"id": source.id, "title": source.title, "date": source.date, "source": source.source, "url": source.url}
    return len(rules_alone(reader.scene(source.text, **told)))


def peers(sources: list[Source]) -> Iterator[Measured]:
    """The parse alone, spaCy's tokenizer, and textacy's quotations on a parse that was made before."""
    blank, pipeline = spacy.blank("en"), load_pipeline()
    docs: list[spacy.tokens.Doc] = []
    yield measured("Readout: the parse alone", lambda: docs.extend(pipeline(source.text) for source in sources))
    yield measured("spaCy: blank tokenizer", lambda: [blank.make_doc(source.text) for source in sources])
    if find_spec("textacy"):
        yield measured("textacy: direct_quotations, the parse not counted", lambda: [quotations(doc) for doc in docs])


def quotations(doc: spacy.tokens.Doc) -> int:
    """How many quotations textacy finds; none in a text whose quotation marks it refuses as unbalanced."""
    from textacy.extract.triples import direct_quotations

    try:
        return len(list(direct_quotations(doc)))
    except ValueError:
        return 0


def main() -> None:
    """Measures on a seeded sample of reports and prints the table."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sources = sample(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 500)
    reader = Reader()
    loads = min((loading() for _ in range(3)), key=lambda each: each.wall)
    reader.read(WARM_UP)
    rows = list(readings(reader, sources))
    memory = f"{peak(resource.RUSAGE_SELF)} in one process, {peak(resource.RUSAGE_CHILDREN)} in each of two"
    rows.extend(peers(sources))
    blank = spacy.blank("en")
    tokens = sum(len(blank.make_doc(source.text)) for source in sources)
    title = f"{len(sources)} reports, {tokens:,} tokens\nLoads in {loads.wall:.2f} s ({loads.processor:.2f} of a processor), imports included; peak memory {memory}"
    table = Table("", title=title, title_justify="left")
    for column in ("tokens/s", "seconds", "processor s", "tokens/processor s"):
        table.add_column(column, justify="right")
    for row in rows:
        speeds = (tokens / row.wall, row.wall, row.processor, tokens / row.processor)
        table.add_row(row.name, *(f"{value:,.{places}f}" for value, places in zip(speeds, (0, 2, 2, 0), strict=True)))
    console = Console(width=None if sys.stdout.isatty() else 110)
    console.print(table)
    if rows[0].wall > BUSY * rows[0].processor:
        console.print("Other programs had a part of the processor: only the last two columns tell anything.")


if __name__ == "__main__":
    main()
