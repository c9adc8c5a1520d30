"""Reads a corpus and checks it: corpus.py REPORTS.jsonl.gz [EVERY [PROCESSES]]. Ends with 1 where something is wrong.

Checked is that no report costs an error, that every span lies in its text, and that a slot which says that it holds the
text's own words quotes them. EVERY 40 reads one report in forty.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from readout import Finding, Reader, Reading, ReadoutError, Span
from readout.intake import Source
from readout.model import kinds

SHOWN = 20
KEYS = ("text", "id", "title", "date", "source", "url")


def reports(path: Path, every: int = 1) -> Iterator[Source]:
    """The reports of a corpus, one in `every` of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            row = json.loads(line)
            yield Source(name=row["id"], **{key: row[key] for key in KEYS})


def faults(reading: Reading) -> Iterator[str]:
    """What is wrong with a reading's spans."""
    length = len(reading.report.text)
    for actor in reading.actors:
        offices = (office.span for office in actor.offices if office.span)
        yield from (
            f"actor {actor.name}: {span} is not in the text"
            for span in (*actor.mentions, *offices)
            if span.end > length
        )
    for finding in reading.findings:
        yield from (f"{finding.kind} {finding.id}: {fault}" for fault in _of_finding(finding, reading.report.text))


def _of_finding(finding: Finding, text: str) -> Iterator[str]:
    spans = [finding.span, *finding.spans, *(slot.span for slot in finding.slots if slot.span)]
    yield from (f"{span} is not in the text" for span in spans if span.end > len(text))
    quoting = {slot.role for slot in kinds()[finding.kind].slots if slot.type == "text"}
    for slot in finding.slots:
        own = slot.role in quoting and slot.how is None
        if own and (slot.span is None or not _quotes(str(slot.value), slot.span, text)):
            yield f"{slot.role} {slot.value!r} does not quote the text"


def _quotes(value: str, span: Span, text: str) -> bool:
    return value.split() == span.of(text).split()


def main() -> int:
    """Reads, checks and prints the counts."""
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    every, processes = (int(said) for said in [*sys.argv[2:], "1", "1"][:2])
    began, counts, wrong = time.perf_counter(), Counter[str](), list[str]()
    for source, outcome in Reader().read_many(reports(Path(sys.argv[1]), every), processes):
        counts["reports"] += 1
        if isinstance(outcome, ReadoutError):
            wrong.append(f"{source.name}: {outcome}")
        else:
            counts.update(_counted(outcome))
            wrong.extend(f"{source.name}: {fault}" for fault in faults(outcome))
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    print(f"{told}; {len(wrong):,} wrong; {time.perf_counter() - began:.0f} s")
    for fault in wrong[:SHOWN]:
        print(fault)
    return 1 if wrong else 0


def _counted(reading: Reading) -> Iterator[str]:
    """The name of the count to which each finding and each slot adds one."""
    for finding in reading.findings:
        yield kinds()[finding.kind].plural.lower()
        for slot in finding.slots:
            yield "slots with words" if slot.span else "slots without"


if __name__ == "__main__":
    sys.exit(main())
