"""Reads a folder of gold records and scores the reading: gold.py FOLDER [--misses] [--floors FILE].

FOLDER holds dev.json, dev.inputs.jsonl and score.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from readout import Reader


def main() -> int:
    """The exit status of the scorer: 1 where a figure is below its floor."""
    folder, options = Path(sys.argv[1]), sys.argv[2:]
    if not (folder / "dev.json").exists():
        print(f"{folder}: no gold records here; quality is not measured.", file=sys.stderr)
        return 1
    reader = Reader()
    rows = [json.loads(line) for line in (folder / "dev.inputs.jsonl").read_text(encoding="utf-8").splitlines() if line]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in rows:
            reading = reader.read(
                row["text"],
                id=row["id"],
                title=row["title"],
                date=row["date"],
                source=row["source"],
                url=row["url"] or None,
            )
            out.write(json.dumps(reading.to_dict()) + "\n")
        out.flush()
        command = [sys.executable, str(folder / "score.py"), str(folder / "dev.json"), out.name, *options]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
