"""What the network of spans is asked and told: kinds with their labels, and features with the values that it knows."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from readout.model import kinds

LABELLED_BY = {
    "meeting": "kind",
    "statement": "form",
    "commitment": "strength",
    "agreement": "status",
    "project": "status",
    "progress": "effect",
}
"""The slot of each kind whose word the network reads off the span."""
MENTIONS = ["none", "person", "country", "adjective", "people", "capital", "organisation", "body", "seat"]


def layout() -> dict[str, Any]:
    """The content of spans.json."""
    labels = json.loads(files("readout_en").joinpath("labels.json").read_text("utf-8"))
    words = {kind: {slot.role: list(slot.values) for slot in kinds()[kind].slots} for kind in LABELLED_BY}
    return {
        "kinds": {kind: words[kind][role] for kind, role in LABELLED_BY.items()},
        "roles": LABELLED_BY,
        "features": {
            "upos": labels["upos"],
            "relation": ["ROOT", *labels["relations"]],
            "mention": MENTIONS,
            "title": ["none", "title"],
            "quotation": ["none", "quoted"],
            "document": ["other", "joint"],
        },
    }
