"""News articles become gold: python -m training.news.gold SPLIT GOLD.json INPUTS.jsonl [--parts].

SPLIT is `seen` or `held`. GOLD.json has the form of ../shared/gold/dev.json with statements alone (its records name the kind);
INPUTS.jsonl are lines for `readout read`. An entry is an attribution from its first to its last word, with its `parts`; with
--parts, as networks learn, each part is one. Thoughts are doubtful: whether one has said what one "believes" a report seldom tells.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

THOUGHT = "thought"
OTHER_KINDS = ("meetings", "commitments", "agreements", "projects", "progress")
Row = dict[str, Any]


def articles(split: str) -> Iterator[Row]:
    """The articles of a split, as they are kept."""
    lines = files("training.news").joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    return (article for article in map(json.loads, lines) if article["split"] == split)


def record(article: Row, in_parts: bool) -> Row:
    """An article as an annotated record of which statements alone are told."""
    entries: list[Row] = []
    doubtful: list[Row] = [{"at": at} for at in article.get("doubtful", ())]
    for told in article["attributions"]:
        parts = told["parts"]
        if told["form"] == THOUGHT:
            doubtful += [{"at": part} for part in parts]
            continue
        for at in parts if in_parts else [[parts[0][0], parts[-1][1]]]:
            own = {key: told[key] for key in ("speaker", "form", "cue")}
            entries.append({**own, "at": at, "parts": parts, "content": article["text"][slice(*at)]})
    kept = {key: article[key] for key in ("id", "title", "date", "text")}
    told_of = {"source": None, "url": None, "kinds": ["statement"], "affiliations": {}}
    entries.sort(key=lambda entry: entry["at"])
    return {**kept, **told_of, **{kind: [] for kind in OTHER_KINDS}, "statements": entries, "doubtful": doubtful}


def write(found: Sequence[Row], gold: Path, inputs: Path) -> None:
    """Writes records as gold, and as lines for `readout read`."""
    gold.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    keys = ("id", "title", "date", "source", "url", "text")
    lines = (json.dumps({key: row[key] for key in keys}, ensure_ascii=False) for row in found)
    inputs.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Writes the two files."""
    split, gold, inputs = [given for given in sys.argv[1:] if not given.startswith("--")]
    write([record(article, "--parts" in sys.argv) for article in articles(split)], Path(gold), Path(inputs))


if __name__ == "__main__":
    main()
