"""Readout's English model: a spaCy pipeline with sentences, tags, Universal Dependencies and names (PER, ORG, LOC)."""

from __future__ import annotations

from spacy.language import Language

import readout_en.component  # noqa: F401 (registers the factory)
from readout_en.tokens import english

__version__ = "0.1.0"
__all__ = ["load"]


def load() -> Language:
    """The pipeline: spaCy's English tokenizer with rules of our own, and the component `readout_en`."""
    nlp = english()
    nlp.add_pipe("readout_en")
    return nlp
