"""How much of reported speech is found, and whose it is: python -m benches.speech SCORER.py GOLD.json READINGS.jsonl [--misses].

GOLD.json comes from training/news/gold.py. An attribution is found where the words of a statement's parts and of its own agree by
F of one half or more, one to one, best first; what lies in a doubtful passage is left out. Printed are precision, recall and F1 of
the content, F1 of content whose speaker is right too, and recall by form. `--misses` adds the words of what went wrong.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SAME = 0.5
FORMS = ("direct", "indirect", "mixed")


def words(scorer: Row, text: str, parts: Sequence[Sequence[int]]) -> set[int]:
    """Where the words of some stretches of a text begin."""
    return {start for first, last in parts for start, _ in scorer["words"](text, first, last)}


def likeness(one: set[int], other: set[int]) -> float:
    """F of the words that two stretches share."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


class Speech:
    """Counts over records."""

    def __init__(self, scorer: Row) -> None:
        self.scorer = scorer
        self.counts: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, record: Row, findings: Sequence[Row]) -> None:
        """One record with the statements that were found in it."""
        text, entries = record["text"], record["statements"]
        told = [words(self.scorer, text, entry["parts"]) for entry in entries]
        heard = [words(self.scorer, text, finding.get("spans") or [finding["span"]]) for finding in findings]
        rated = [(likeness(a, b), i, j) for i, a in enumerate(told) for j, b in enumerate(heard)]
        entries_left, left = set(range(len(told))), set(range(len(heard)))
        for like, i, j in sorted(rated, reverse=True):
            if like >= SAME and i in entries_left and j in left:
                entries_left.discard(i), left.discard(j)
                self._found(entries[i], findings[j])
        for entry in entries:
            self.counts[f"all {entry['form']}"] += 1
        self.misses += [f"missed | {entries[i]['form']} | {entries[i]['content']}" for i in sorted(entries_left)]
        open_to_doubt = [words(self.scorer, text, [passage["at"]]) for passage in record["doubtful"]]
        wrong = [j for j in left if not any(heard[j] <= d or likeness(heard[j], d) >= SAME for d in open_to_doubt)]
        self.counts["wrong"] += len(wrong)
        self.misses += [
            f"spurious | {findings[j]['rule']} | {text[slice(*findings[j]['span'])]}" for j in sorted(wrong)
        ]

    def _found(self, entry: Row, finding: Row) -> None:
        names = [name for name in self.scorer["values"](finding, "speaker") if name]
        right = not entry["speaker"] or self.scorer["actors_right"](entry["speaker"], names, {})
        self.counts[f"found {entry['form']}"] += 1
        self.counts[f"right {entry['form']}"] += right
        if not right:
            self.misses.append(f"speaker | {entry['speaker']} | {names} | {entry['content']}")

    def told(self, form: str = "") -> tuple[int, int, int]:
        """Attributions of a form, or of all: how many there are, how many were found, and how many with their speaker."""
        forms = [form] if form else FORMS
        found = [sum(self.counts[f"{what} {one}"] for one in forms) for what in ("all", "found", "right")]
        return found[0], found[1], found[2]


def main() -> None:
    """Prints the figures."""
    scorer = runpy.run_path(sys.argv[1])
    speech = Speech(scorer)
    lines = map(json.loads, Path(sys.argv[3]).read_text(encoding="utf-8").splitlines())
    readings = {row["id"]: [f for f in row["findings"] if f["kind"] == "statement"] for row in lines}
    for record in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
        speech.add(record, readings[record["id"]])
    entries, found, right = speech.told()
    every = entries + found + speech.counts["wrong"]
    precision = found / (found + speech.counts["wrong"])
    print(f"content: P {precision:.3f} R {found / entries:.3f} F1 {2 * found / every:.3f}", end=", ")
    print(f"with speaker F1 {2 * right / every:.3f} ({entries} attributions)")
    for form in FORMS:
        entries, found, right = speech.told(form)
        print(f"{form:9s} found {found / entries:.3f}, with speaker {right / entries:.3f} of {entries}")
    if "--misses" in sys.argv:
        print(*speech.misses, sep="\n")


if __name__ == "__main__":
    main()
