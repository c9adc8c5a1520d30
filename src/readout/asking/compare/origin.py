"""Who tells an account, for which country, and where that sits: by outlet, else by the address that a text gives as its source."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from readout.lang import load
from readout.matching.words import parts, stem
from readout.model import Report

SOURCE = re.compile(r"\bSource:\s*(https?://\S+)")


def outlet_of(report: Report) -> tuple[str | None, str | None]:
    """The outlet's name and the country or organisation for which it speaks; None for what nobody knows."""
    name = report.outlet.value if report.outlet else report.source
    rows: list[dict[str, Any]] = load(report.language).lexicon["outlets"]
    row = next((row for row in rows if row["name"] == name), None)
    if name is None:
        given = SOURCE.search(report.text)
        host = urlsplit(report.url or (given[1] if given else "")).hostname or ""
        row = next((row for row in rows if any(_lies_in(host, domain) for domain in row.get("domains", ()))), None)
    return name or (row["name"] if row else None), row.get("country") if row else None


def _lies_in(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


@cache
def seats(side: str, language: str) -> frozenset[str]:
    """The stems of the buildings that stand for a side: the White House."""
    rows = load(language).lexicon["countries"]
    named = [name for row in rows if row["name"] == side for name in row.get("seat", ())]
    return frozenset(stem(word) for name in named for word in parts(name))
