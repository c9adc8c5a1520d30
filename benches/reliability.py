"""Whether a score means what it says: python -m benches.reliability SCORER.py OUT.svg GOLD.json [GOLD.json ...].

Findings are put in bins by their score; of each bin the share that matches gold (as the scorer matches; those that match
only a doubtful passage are left out) stands beside the mean score. A picture of it goes to OUT.svg.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections import defaultdict
from pathlib import Path

from training.spans.judging import is_right

from readout import Reader

BINS = 10
SIZE, EDGE = 320, 44
Bins = dict[int, list[tuple[float, bool]]]


def judged(scorer: dict[str, object], names: list[str]) -> Bins:
    """Score and verdict of every finding, by bin."""
    reader, found = Reader(), defaultdict(list)
    for record in (r for name in names for r in json.loads(Path(name).read_text(encoding="utf-8"))):
        told = {key: record.get(key) or None for key in ("id", "title", "date", "source", "url")}
        for finding in reader.read(record["text"], **told).findings:
            verdict = is_right(scorer, record, finding.to_dict())
            if verdict is not None:
                found[min(int(finding.score * BINS), BINS - 1)].append((finding.score, verdict))
    return found


def picture(bins: Bins) -> str:
    """The reliability plot as SVG: a dot a bin, as large as it has findings, beside the line of honest scores."""
    total = sum(map(len, bins.values()))
    dots = "".join(_dot(own, total) for _, own in sorted(bins.items()))
    low, high = EDGE, EDGE + SIZE
    ticks = "".join(_tick(step / 5) for step in range(6))
    side = SIZE + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" font-family="sans-serif" font-size="12">'
        f'<rect width="{side}" height="{side}" fill="white"/>'
        f'<path d="M{low} {high}L{high} {low}" stroke="#bbb" stroke-dasharray="4 4"/>'
        f'<path d="M{low} {low}V{high}H{high}" stroke="#333" fill="none"/>{ticks}{dots}'
        f'<text x="{EDGE + SIZE / 2}" y="{side - 6}" text-anchor="middle">score</text>'
        f'<text x="14" y="{EDGE + SIZE / 2}" text-anchor="middle" transform="rotate(-90 14 {EDGE + SIZE / 2})">'
        "share right</text></svg>\n"
    )


def _dot(own: list[tuple[float, bool]], total: int) -> str:
    score, right = (sum(column) / len(own) for column in zip(*own, strict=True))
    radius = 4 + 16 * (len(own) / total) ** 0.5
    x, y = EDGE + SIZE * score, EDGE + SIZE * (1 - right)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#2563eb" fill-opacity=".65"/>'


def _tick(at: float) -> str:
    x, y = EDGE + SIZE * at, EDGE + SIZE * (1 - at)
    return (
        f'<text x="{x}" y="{EDGE + SIZE + 16}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{EDGE - 6}" y="{y + 4}" text-anchor="end">{at:.1f}</text>'
    )


def main() -> None:
    """Prints the bins and writes the picture."""
    bins = judged(runpy.run_path(sys.argv[1]), sys.argv[3:])
    print("score      findings  mean score  right")
    for number, own in sorted(bins.items()):
        score, right = (sum(column) / len(own) for column in zip(*own, strict=True))
        print(f"{number / BINS:.1f} to {(number + 1) / BINS:.1f} {len(own):8d}  {score:10.2f}  {right:5.2f}")
    Path(sys.argv[2]).write_text(picture(bins), encoding="utf-8")


if __name__ == "__main__":
    main()
