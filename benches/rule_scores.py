"""Measures how often each rule is right and writes it into the rules: python -m benches.rule_scores SCORER.py GOLD.json [GOLD.json ...].

Right means that the finding matches an entry of gold (the scorer's measure of the words, whatever the slots); findings
that match only a doubtful passage count neither way. The score written is (right + 1) / (found + 2), Laplace's rule, so
that a rule seen a few times claims little. The counts stand beside it.
"""

from __future__ import annotations

import json
import re
import runpy
import sys
from collections import Counter
from pathlib import Path

from training.spans.judging import is_right

from readout import Reader
from readout.reading.finders import rules_alone

RULES = Path(__file__).parents[1] / "src" / "readout" / "lang" / "en" / "rules"


def main() -> None:
    """Reads the gold texts, counts by rule, and writes each rule's score."""
    scorer = runpy.run_path(sys.argv[1])
    reader, found, right = Reader(), Counter[str](), Counter[str]()
    for name in sys.argv[2:]:
        for record in json.loads(Path(name).read_text(encoding="utf-8")):
            told = {key: record[key] for key in ("id", "title", "date", "source", "url")}
            scene = reader.scene(record["text"], **{key: value or None for key, value in told.items()})
            for finding in rules_alone(scene):
                hit = is_right(scorer, record, finding.to_dict())
                if hit is not None:
                    found[finding.rule] += 1
                    right[finding.rule] += hit
    for path in sorted(RULES.glob("*.yaml")):
        path.write_text(_scored(path.read_text(encoding="utf-8"), found, right), encoding="utf-8")


def _scored(text: str, found: Counter[str], right: Counter[str]) -> str:
    rule = ""
    lines = []
    for line in text.split("\n"):
        if named := re.match(r"- id: (\S+)", line):
            rule = named[1]
        if line.startswith("  score:"):
            score = (right[rule] + 1) / (found[rule] + 2)
            line = f"  score: {score:.2f}  # {right[rule]} of {found[rule]} right"
            print(f"{rule:34s} {line.strip()}")
        lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    main()
