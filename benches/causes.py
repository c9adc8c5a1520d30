"""Where the reader is right and why it errs: python -m benches.causes SCORER.py GOLD.json [GOLD.json ...] [--misses].

Prints the scorer's figures, then by kind: why entries of gold were missed, which rule made the spurious findings, and
which slots were wrong in matched pairs. `--misses` adds the words of each.

A missed entry was `weighed too low` where rules or network proposed it and it was not kept, `read as KIND` where another
kind of finding covers its words, `told by other words` where a finding of its kind shares some of them, else `not seen`.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from training.spans.judging import is_doubtful

from readout import Reader

Row = dict[str, Any]
SAME = 0.5


def read(reader: Reader, record: Row) -> tuple[list[Row], list[Row]]:
    """The findings of a record's report, and all candidates for them."""
    told = {key: record.get(key) or None for key in ("id", "title", "date", "source", "url")}
    scene = reader.scene(record["text"], **told)
    candidates = [c.finding.to_dict() for own in reader.weighing.candidates(scene) for c in own]
    return reader.read(record["text"], **told).to_dict()["findings"], candidates


class Causes:
    """Counts causes over records; `words` keeps what they concern."""

    def __init__(self, scorer: Row) -> None:
        self.scorer = scorer
        self.counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.words: dict[tuple[str, str, str], list[str]] = defaultdict(list)

    def add(self, record: Row, findings: list[Row], candidates: list[Row]) -> None:
        """One record with what was found and what might have been."""
        for kind, (field, _) in self.scorer["KINDS"].items():
            entries, own = record.get(field, []), [f for f in findings if f["kind"] == kind]
            left_entries, left_found = self._unmatched(kind, record, entries, own)
            for entry in left_entries:
                self._count("missed", kind, self._why(kind, record, entry, findings, candidates), record, entry["at"])
            for finding in left_found:
                if not is_doubtful(self.scorer, record, finding["span"]):
                    self._count("spurious", kind, finding["rule"], record, finding["span"])

    def _unmatched(self, kind: str, record: Row, entries: list[Row], found: list[Row]) -> tuple[list[Row], list[Row]]:
        pairs = [
            (self.scorer["likeness"](kind, record, e, f), i, j)
            for i, e in enumerate(entries)
            for j, f in enumerate(found)
        ]
        free, unused = set(range(len(entries))), set(range(len(found)))
        for like, i, j in sorted(pairs, reverse=True):
            if like >= SAME and i in free and j in unused:
                free.discard(i)
                unused.discard(j)
        return [entries[i] for i in sorted(free)], [found[j] for j in sorted(unused)]

    def _why(self, kind: str, record: Row, entry: Row, findings: list[Row], candidates: list[Row]) -> str:
        overlap, text, at = self.scorer["overlap"], record["text"], tuple(entry["at"])
        if any(c["kind"] == kind and overlap(text, at, tuple(c["span"])) >= SAME for c in candidates):
            return "weighed too low"
        near = [f for f in findings if overlap(text, at, tuple(f["span"])) > 0]
        if any(f["kind"] == kind for f in near):
            return "told by other words"
        other = next((f["kind"] for f in near if overlap(text, at, tuple(f["span"])) >= SAME), None)
        return f"read as {other}" if other else "not seen"

    def _count(self, fault: str, kind: str, cause: str, record: Row, at: list[int]) -> None:
        self.counts[fault, kind][cause] += 1
        self.words[fault, kind, cause].append(f"{record['id']}: {record['text'][slice(*at)][:140]!r}")


def main() -> None:
    """Reads the gold texts and prints figures and causes."""
    names = [name for name in sys.argv[2:] if not name.startswith("--")]
    scorer, reader = runpy.run_path(sys.argv[1]), Reader()
    causes, readings, gold = Causes(scorer), {}, []
    for record in (r for name in names for r in json.loads(Path(name).read_text(encoding="utf-8"))):
        findings, candidates = read(reader, record)
        causes.add(record, findings, candidates)
        readings[record["id"]] = findings
        gold.append(record)
    totals, _ = scorer["score"](gold, readings)
    for kind, row in scorer["figures"](totals).items():
        slots = " ".join(f"{slot} {row[slot]:.2f}" for slot in scorer["KINDS"][kind][1])
        print(
            f"{kind:10s} P {row['precision']:.3f} R {row['recall']:.3f} F1 {row['f1']:.3f} whole {row['whole']:.3f}  {slots}"
        )
        for fault in ("missed", "spurious"):
            for cause, count in causes.counts[fault, kind].most_common():
                print(f"    {fault:8s} {count:4d}  {cause}")
                if "--misses" in sys.argv:
                    print(*(f"                    {words}" for words in causes.words[fault, kind, cause]), sep="\n")


if __name__ == "__main__":
    main()
