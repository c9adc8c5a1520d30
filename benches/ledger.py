"""Speed and size of a ledger: ledger.py REPORTS.jsonl.gz [HOW_MANY]. A table, never a test; 100,000 reports take some minutes.

The reports are read once; the ledger is then filled with variants of their readings, each some days later, between other
countries and of other words, so that words and parties spread as they would over many years. The first ones are kept one by
one; a larger ledger has their rows again and again (multiplied.py), and then some reports more, kept one by one.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benches.multiplied import multiply
from rich.console import Console
from rich.table import Table

from readout import Asking, Ledger, Reader, Reading
from readout.asking.brief import Briefed
from readout.asking.due import DueAsked
from readout.asking.timeline import Course
from readout.intake import Source
from readout.ledger.pursuing import Pursued
from readout.ledger.records.wanted import Wanted
from readout.matching.thresholds import thresholds
from readout.matching.words import rarity, stem
from readout.model import Stated

SEED = 20261124
AT = "2026-11-24T12:00:00Z"
SAMPLE = 500
"""Reports of the corpus that are varied."""

ONE_BY_ONE = 4_000
"""Reports at most that are kept one by one before the ledger is multiplied."""

MORE = 100
"""Reports whose keeping is timed, in the empty ledger and in the large one."""

TODAY = "2026-11-24"
TIMES = 9

WORD = re.compile(r"\b[A-Za-z]\w*")
OTHER = 0.5
"""Share of the telling words that are others in each round: so many that as much news is heard of undertakings (7.7 later
sentences a report at 3,300 reports) as in the corpus itself (7.4 at as many)."""


def readings(path: Path) -> list[Reading]:
    """The readings of a sample of the corpus, the same one each time."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = random.Random(SEED).sample([json.loads(line) for line in lines], SAMPLE)
    keys = ("id", "title", "date", "source", "url")
    sources = [Source(row["text"], row["id"], **{key: row[key] for key in keys}) for row in rows]
    return [read for _, read in Reader().read_many(sources) if isinstance(read, Reading)]


def variants(found: list[Reading], count: int) -> Iterator[Reading]:
    """So many reports: each reading again and again, later each time, its sides and words renamed alike throughout one round."""
    sides = sorted({side for reading in found for actor in reading.actors for side in _sides(actor)})
    telling = telling_words(found)
    for turn in range(-(-count // len(found))):
        chance = random.Random(turn)
        others = dict(zip(sides, chance.sample(sides, len(sides)), strict=True)) if turn else {}
        words = other_words(telling, chance) if turn else {}
        for reading in found[: count - turn * len(found)]:
            yield varied(reading, turn, others, words)


def telling_words(found: list[Reading]) -> dict[int, list[str]]:
    """The words without a capital by which matching looks things up, by their length."""
    least = thresholds("commitment")["anchor"]
    every = {word for reading in found for word in WORD.findall(reading.report.text) if word.islower()}
    by_length: dict[int, list[str]] = {}
    for word in sorted(word for word in every if len(word) > 3 and rarity(stem(word)) >= least):
        by_length.setdefault(len(word), []).append(word)
    return by_length


def other_words(telling: dict[int, list[str]], chance: random.Random) -> dict[str, str]:
    """For a share of the words another one as long as it."""
    found = {}
    for words in telling.values():
        some = [word for word in words if chance.random() < OTHER]
        found.update(zip(some, chance.sample(some, len(some)), strict=True))
    return found


def _sides(actor: object) -> tuple[str, ...]:
    return (actor.name,) if actor.kind == "country" else actor.stands_for  # type: ignore[attr-defined]


def varied(reading: Reading, turn: int, other: dict[str, str], words: dict[str, str]) -> Reading:
    """A reading some weeks later between other sides, of other names and words: as long as before, so that each span stands."""
    report = reading.report
    day = date.fromisoformat(report.date or "2024-01-01") + timedelta(days=37 * turn)
    actors = tuple(
        replace(a, name=other.get(a.name, a.name), stands_for=tuple(other.get(s, s) for s in a.stands_for))
        for a in reading.actors
    )
    ids = {old.id: new.id for old, new in zip(reading.actors, actors, strict=True)}
    findings = tuple(
        replace(f, slots=tuple(
            replace(s, value=other.get(s.value, s.value) if isinstance(s.value, str) else s.value, actor=ids.get(s.actor or ""))
            for s in f.slots
        ))
        for f in reading.findings
    )  # fmt: skip
    told = replace(
        report, text=renamed(report.text, turn, words), published=Stated(day.isoformat()), url=f"{report.url}?{turn}"
    )
    return replace(reading, report=told, actors=actors, findings=findings)


def renamed(text: str, turn: int, words: dict[str, str]) -> str:
    """The text with other words, and other letters in each word that has a capital, so that no variant is a reprint."""
    if not turn:
        return text
    letters = "abcdefghijklmnopqrstuvwxyz"
    other = "".join(random.Random(turn).sample(letters, len(letters)))
    table = str.maketrans(letters + letters.upper(), other + other.upper())
    return WORD.sub(
        lambda word: word[0].translate(table) if word[0][0].isupper() else words.get(word[0], word[0]), text
    )


def measured(work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds."""
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return statistics.median(took)


def questions(ledger: Ledger) -> Iterator[tuple[str, float]]:
    """Every sort of list, show and search, in milliseconds."""
    lists = {
        "meetings": Wanted("meeting"),
        "commitments": Wanted("commitment"),
        "statements": Wanted("statement"),
        "commitments of an actor": Wanted("commitment", actor="United States"),
        "commitments of a pair": Wanted("commitment", pair=("India", "United States")),
        "agreements that ended": Wanted("agreement", form="ended"),
        "commitments delivered": Wanted("commitment", outcome="delivered, claimed"),
        "commitments due": Wanted("commitment", due_before="2025-01-01"),
        "a rare word": Wanted("commitment", text="semiconductor"),
        "a common word": Wanted("commitment", text="cooperation"),
        "a common word of a pair": Wanted("statement", pair=("India", "United States"), text="cooperation"),
    }
    for name, wanted in lists.items():
        yield f"list: {name}", measured(lambda wanted=wanted: ledger.records(wanted))  # type: ignore[misc]
    some = ledger.records(Wanted("commitment", limit=TIMES))
    yield "show: a commitment", statistics.median(measured(lambda r=r: ledger.record(r.id)) for r in some)  # type: ignore[misc]
    yield "actors", measured(lambda: ledger.actors("Biden"))
    asking = Asking(ledger)
    for words in ("gas pipeline", "cooperation", '"joint statement"'):
        yield f"search: {words}", measured(lambda words=words: asking.search(words))  # type: ignore[misc]
    for own, other in (("KZ", "RU"), ("US", "JP")):
        yield f"brief: {own} {other}", measured(lambda o=own, p=other: asking.brief(Briefed(p, TODAY, own=o)))  # type: ignore[misc]
        yield (
            f"timeline: {own} {other}",
            measured(lambda pair=(own, other): asking.timeline(Course(TODAY, pair=pair))),  # type: ignore[misc]
        )
    yield "due: of all", measured(lambda: asking.due(DueAsked(Pursued(TODAY))))
    yield "due: of a pair", measured(lambda: asking.due(DueAsked(Pursued(TODAY, pair=("India", "United States")))))


def main() -> None:
    """Fills a ledger, measures, prints the table."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) == 3 else 100_000
    _tell(f"reads {SAMPLE} reports")
    found = readings(Path(sys.argv[1]))
    one_by_one = min(count, ONE_BY_ONE)
    every = list(variants(found, one_by_one + MORE))
    table = Table("", "", title=f"A ledger of {count // one_by_one * one_by_one:,} reports")
    table.columns[1].justify = "right"
    _tell(f"keeps {one_by_one:,} one by one, then makes {count:,} of them; this takes longest")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.db"
        table.add_row(f"keeping a report in an empty ledger, mean of {MORE}", _milliseconds(kept(file, every[:MORE])))
        kept(file, every[MORE:one_by_one])
        multiply(file, count // one_by_one)
        size = file.stat().st_size
        table.add_row(f"keeping a report in this one, mean of {MORE}", _milliseconds(kept(file, every[one_by_one:])))
        _tell("asks")
        with Ledger.open(file) as ledger:
            for name, took in questions(ledger):
                table.add_row(name, _milliseconds(took))
        characters = statistics.mean(len(reading.report.text.encode()) for reading in every[:one_by_one])
        table.add_row(
            "a report beyond its text", f"{size / (count // one_by_one * one_by_one) / 1000 - characters / 1000:.1f} KB"
        )
    Console(width=None if sys.stdout.isatty() else 110).print(table)


def kept(file: Path, some: list[Reading]) -> float:
    """Keeps readings in a ledger; the mean time of one in milliseconds."""
    times = [0.0]
    with Ledger.open(file) as ledger:
        for reading in some:
            start = time.perf_counter()
            ledger.keep(reading, at=AT)
            times.append(1000 * (time.perf_counter() - start))
    return sum(times) / max(len(some), 1)


def _tell(step: str) -> None:
    """What the measuring does now, on standard error: it says nothing else for many minutes."""
    sys.stderr.write(f"{time.strftime('%H:%M')} {step}\n")


def _milliseconds(took: float) -> str:
    return f"{took:.0f} ms"


if __name__ == "__main__":
    main()
