"""Annotated reports become examples: python -m training.slots.prepare SCORER.py OUT.pickle GOLD.json [GOLD.json ...].

GOLD.json are lists of annotated records with their texts, as training/annotations/join.py writes them.
"""

from __future__ import annotations

import pickle
import runpy
import sys
from pathlib import Path

from readout.reading import Reader
from training.slots.examples import examples
from training.spans.prepare import records


def main() -> None:
    """Writes the examples of the files."""
    scorer, reader = runpy.run_path(sys.argv[1]), Reader()
    found = [example for record in records(sys.argv[3:]) for example in examples(reader, record, scorer)]
    Path(sys.argv[2]).write_bytes(pickle.dumps(found))
    print(f"{len(found)} findings, {sum(len(e.companies) for e in found)} companies")


if __name__ == "__main__":
    main()
