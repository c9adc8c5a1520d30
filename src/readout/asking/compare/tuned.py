"""The figures of `limits.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def limits() -> dict[str, float]:
    """How alike is alike enough, by name."""
    loaded: dict[str, float] = yaml.safe_load(
        files("readout.asking.compare").joinpath("limits.yaml").read_text(encoding="utf-8")
    )
    return loaded
