"""Precision and recall of follow-up on annotated links: measure.py LINKS.jsonl SERIES.jsonl.gz ... [--misses]"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from readout.matching.evidence import Evidence, weighed
from readout.matching.tellings import Telling, tellings
from readout.matching.umbrellas import is_umbrella, with_occasion
from readout.matching.undertakings import Undertaking
from readout.matching.words import words_of
from readout.model import Span
from readout.reading import Reader
from training.links.join import Report, joined, links_of, reports_of


def undertaking(row: dict[str, Any]) -> Undertaking:
    """The annotated commitment as matching sees it, whatever the reader finds there."""
    end, sides = row["commitment"], frozenset((*row["by"], *row["to"]))
    return Undertaking(
        id=row["thread"],
        report=end["sha256"],
        span=Span(*end["at"]),
        told=end["date"],
        by=frozenset(row["by"]),
        to=frozenset(row["to"]),
        table=sides,
        action=end["quote"],
        words=with_occasion(words_of(end["quote"]), end["quote"]),
        strength=None,
        due=None,
        amount=None,
        umbrella=is_umbrella(end["quote"]),
    )


class Heard:
    """The tellings of reports, each read once."""

    def __init__(self, reports: dict[str, Report]) -> None:
        self.reports, self.reader, self.known = reports, Reader(), dict[str, tuple[Telling, ...]]()

    def at(self, end: dict[str, Any]) -> list[Telling]:
        """The tellings that overlap a passage."""
        id, span = end["report"], Span(*end["at"])
        if id not in self.known:
            given = {key: self.reports[id].get(key) for key in ("title", "date", "source", "url")}
            self.known[id] = tellings(self.reader.read(self.reports[id]["text"], id=id, **given))
        return [telling for telling in self.known[id] if telling.span.overlaps(span)]


def decided(row: dict[str, Any], heard: Heard) -> Evidence | None:
    """The evidence that the machine sees in the later passage for the commitment, if any."""
    found = [weighed(undertaking(row), telling) for telling in heard.at(row["later"])]
    return max((e for e in found if e), key=lambda e: e.score, default=None)


def main() -> None:
    """Prints, of what changes a status and of all that is shown, precision, recall and how many effects and tellers are right."""
    files = [name for name in sys.argv[1:] if not name.startswith("--")]
    if len(files) < 2:
        sys.exit(__doc__)
    reports = reports_of(files[1:])
    heard, counts = Heard(reports), Counter[str]()
    for row in joined(links_of(files[0]), reports):
        evidence = decided(row, heard)
        counts["true" if row["link"] else "other"] += 1
        for name in _sorts(evidence):
            counts.update(f"{name} {word}" for word in _right(row, evidence))
        if "--misses" in sys.argv and (evidence is None) == row["link"]:
            sort = "missed" if row["link"] else "wrong"
            print(f"{sort}  {row['thread']}  {row['commitment']['quote'][:90]!r} -> {row['later']['quote'][:260]!r}")
    print(f"{counts['true']} links, {counts['other']} others")
    for name in ("all", "sure", *(f"sure {effect}" for effect in ("delivered", "in progress", "reaffirmed"))):
        told, right = counts[f"{name} set"], counts[f"{name} link"]
        shares = f"precision {right / max(told, 1):.2f}  recall {right / max(counts['true'], 1):.2f}"
        print(
            f"{name}: {told} set  {shares}  right effect {counts[f'{name} effect']}, right teller {counts[f'{name} teller']}"
        )


def _sorts(evidence: Evidence | None) -> tuple[str, ...]:
    if evidence is None:
        return ()
    return ("all", "sure", f"sure {evidence.effect}") if evidence.sure else ("all",)


def _right(row: dict[str, Any], evidence: Evidence | None) -> Iterator[str]:
    """What is right of evidence: the link, and where there is one its effect and its teller."""
    yield "set"
    if evidence and row["link"]:
        yield "link"
        if evidence.effect == row["effect"]:
            yield "effect"
        if evidence.standing == row.get("standing"):
            yield "teller"


if __name__ == "__main__":
    main()
