"""What the two accounts are called: by the capital for which they speak, else by their outlet, else by what they are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from readout.lang import load
from readout.pages.phrasing import one_line

if TYPE_CHECKING:
    from readout.asking.compare import Account, Comparison

UNKNOWN = ("the first account", "the second account")


def names(found: Comparison) -> tuple[str, str]:
    """Two names that differ; the first way that tells the accounts apart decides for both."""
    for way in (_capital, _outlet, _form):
        one, other = way(found.one), way(found.other)
        if one and other and one != other:
            return one, other
    return UNKNOWN


def _capital(account: Account) -> str | None:
    """The capital in its first spelling; the side itself where it has none (the European Union)."""
    if account.side is None:
        return None
    rows = load(account.report.language).lexicon["countries"]
    row: dict[str, Any] = next((row for row in rows if row["name"] == account.side), {})
    return str(row["capital"][0]) if row.get("capital") else account.side


def _outlet(account: Account) -> str | None:
    name = one_line(account.outlet or "")
    articled = not set(name.split()).isdisjoint(_data()["articled"])
    return f"the {name}" if articled else name or None


def _form(account: Account) -> str | None:
    title = (account.report.title or "").lower()
    return next((form["name"] for form in _data()["forms"] if any(word in title for word in form["words"])), None)


@cache
def _data() -> dict[str, Any]:
    text = files("readout.pages.compare").joinpath("forms.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
