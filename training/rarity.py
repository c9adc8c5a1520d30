"""Counts in how many reports each stem stands: rarity.py REPORTS.jsonl.gz > src/readout/lang/en/matching/rarity.csv"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter

from readout.matching.words import parts, stem

KEPT_FROM = 4
"""Stems of fewer reports are left out: they all count as rarest, and are mostly names."""


def main() -> None:
    """Writes stem and number of reports; the row "*" holds how many reports were counted."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    counts: Counter[str] = Counter()
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            counts["*"] += 1
            counts.update({stem(word) for word in parts(json.loads(line)["text"])})
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["stem", "reports"])
    out.writerows((key, n) for key, n in sorted(counts.items()) if (n >= KEPT_FROM and len(key) > 1) or key == "*")


if __name__ == "__main__":
    main()
