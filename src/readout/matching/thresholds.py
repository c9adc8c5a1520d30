"""How alike is alike enough: the figures of `thresholds.yaml`, each with where it was measured."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


def thresholds(matter: str) -> dict[str, Any]:
    """The figures of one matter: words, reprint, meeting, commitment, evidence or status."""
    section: dict[str, Any] = _all()[matter]
    return section


@cache
def _all() -> dict[str, Any]:
    text = files("readout.matching").joinpath("thresholds.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
