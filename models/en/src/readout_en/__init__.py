"""Readout's English model: a spaCy pipeline with sentences, tags, Universal Dependencies, names and other entities."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

from spacy.language import Language

import readout_en.component
import readout_en.entities  # noqa: F401 (both register a factory)
from readout_en.tokens import english

__version__ = "0.1.0"
__all__ = ["load"]


def load() -> Language:
    """The pipeline: spaCy's English tokenizer with rules of our own, and two components.

    `readout_en` reads sentences, tags, trees and names (PER, ORG, LOC) with the network; `readout_en_entities` adds DATE,
    MONEY, QUANTITY and NORP by rule.

    Its `meta["data_sha256"]` names the weights and word lists with which it reads.
    """
    nlp = english()
    nlp.add_pipe("readout_en")
    nlp.add_pipe("readout_en_entities")
    nlp.meta["data_sha256"] = _data_hash()
    return nlp


def _data_hash() -> str:
    digest = sha256()
    for file in sorted(files("readout_en").iterdir(), key=lambda file: file.name):
        if file.name.endswith((".json", ".npz", ".onnx", ".toml")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
