"""Where places lie, and where land is: for maps of meetings. README.md says whence."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees, east and north positive."""


@cache
def places() -> dict[str, Point]:
    """Cities and other places by their names as the ledger writes them, to a tenth of a degree."""
    return {row["name"]: (float(row["longitude"]), float(row["latitude"])) for row in _rows("places.csv")}


@cache
def land() -> tuple[tuple[Point, ...], ...]:
    """The outlines of land, without borders."""
    rings: dict[str, list[Point]] = {}
    for row in _rows("land.csv"):
        rings.setdefault(row["ring"], []).append((float(row["lon"]), float(row["lat"])))
    return tuple(tuple(ring) for ring in rings.values())


def _rows(name: str) -> list[dict[str, str]]:
    text = files("readout.asking.atlas").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
