"""Readout's English model: a spaCy pipeline with sentences, tags, Universal Dependencies and names (PER, ORG, LOC)."""

from __future__ import annotations

from spacy.language import Language
from spacy.util import get_lang_class

import readout_en.component  # noqa: F401 (registers the factory)

__version__ = "0.1.0"
__all__ = ["load"]


def load() -> Language:
    """The pipeline: spaCy's English tokenizer and the component `readout_en`."""
    nlp = get_lang_class("en")()
    nlp.add_pipe("readout_en")
    return nlp
