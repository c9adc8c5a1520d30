"""Whether a finding is right: as the scorer of gold matches findings with entries."""

from __future__ import annotations

from typing import Any

SAME = 0.5


def is_right(scorer: dict[str, Any], record: dict[str, Any], finding: dict[str, Any]) -> bool | None:
    """Whether a finding matches an entry of its kind, whatever its slots; None where it matches only a doubtful passage."""
    kind = finding["kind"]
    if any(scorer["likeness"](kind, record, e, finding) >= SAME for e in record.get(scorer["KINDS"][kind][0], [])):
        return True
    return None if is_doubtful(scorer, record, finding["span"]) else False


def is_doubtful(scorer: dict[str, Any], record: dict[str, Any], span: list[int]) -> bool:
    """Whether a span lies in a passage that the annotator left open, or shares most words with one."""
    passages = [tuple(passage["at"]) for passage in record.get("doubtful", [])]
    inside = any(first <= span[0] and span[1] <= last for first, last in passages)
    return inside or any(scorer["overlap"](record["text"], tuple(span), at) >= SAME for at in passages)
