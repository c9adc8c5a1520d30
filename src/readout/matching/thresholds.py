"""How alike is alike enough: the figures of `thresholds.yaml`, each with where it was measured."""

from __future__ import annotations

from functools import cache
from typing import Any

from readout.model.yaml_file import yaml_of


def thresholds(matter: str) -> dict[str, Any]:
    """The figures of one matter: words, reprint, meeting, commitment, evidence or status."""
    section: dict[str, Any] = _all()[matter]
    return section


@cache
def _all() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml_of("readout.matching", "thresholds.yaml")
    return loaded
