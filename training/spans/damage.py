"""What real texts suffer, done to annotated ones: copies whose quotations have lost their opening marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

OPENING = re.compile(r"[“«„]|(?<![\w.,!?…”\"])\"(?=\w)")
"""Marks that open a quotation: by their form, or straight ones that stand before a word and behind none."""


def without_opening_marks(record: dict[str, Any]) -> dict[str, Any] | None:
    """The record of the same report with every opening mark taken out, all offsets moved along; None where there is none."""
    gone = [match.start() for match in OPENING.finditer(record["text"])]
    if not gone:
        return None
    return {**_moved(record, gone), "text": OPENING.sub("", record["text"]), "id": f"{record['id']}#unopened"}


def _moved(value: Any, gone: list[int], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _moved(inner, gone, key) for key, inner in value.items()}
    if name == "at" or name.endswith("_at"):
        return _shifted(value, gone)
    return [_moved(inner, gone) for inner in value] if isinstance(value, list) else value


def _shifted(place: Any, gone: list[int]) -> Any:
    """An offset, or a list of them, or of pairs; each less the marks before it."""
    if isinstance(place, list):
        return [_shifted(inner, gone) for inner in place]
    return place - bisect_left(gone, place) if isinstance(place, int) else place
