"""Loads the language model: Readout's own English pipeline, or any spaCy pipeline with a parser and an entity recogniser."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import spacy
from spacy.language import Language

from readout.model import LanguageDataError, Span, UnsupportedLanguage
from readout.reading.annotate.bullets import plain_bullets
from readout.reading.annotate.folding import fold
from readout.reading.annotate.subjects import with_subjects
from readout.reading.annotate.words import Words

DEFAULT = "readout_en"


def load_pipeline(name: str = DEFAULT) -> Language:
    """The pipeline of that name: `readout_en`, an installed spaCy package, or a folder; UnsupportedLanguage where there is none."""
    if name == DEFAULT:
        import readout_en

        return readout_en.load()
    try:
        nlp = spacy.load(name)
    except OSError as problem:
        raise UnsupportedLanguage(
            f"No spaCy pipeline {name!r} is installed. Install it, or leave the setting at {DEFAULT!r}."
        ) from problem
    if not {"parser", "ner"} <= set(nlp.pipe_names):
        raise LanguageDataError(
            f"The spaCy pipeline {name!r} lacks a parser or an entity recogniser; Readout needs both."
        )
    return nlp


def pipeline_hash(nlp: Language) -> str:
    """The first eight figures of a hash of the pipeline: of its data, or of another pipeline's name and version."""
    meta = nlp.meta
    told = meta.get("data_sha256") or sha256(f"{meta.get('name')}-{meta.get('version')}".encode()).hexdigest()
    return str(told)[:8]


def annotate(nlp: Language, text: str, passed_over: Iterable[Span] = ()) -> Words:
    """The words of a text, with offsets in the text itself; what is passed over is read as if it were blank."""
    read = list(text)
    for span in passed_over:
        read[span.start : span.end] = [letter if letter == "\n" else " " for letter in read[span.start : span.end]]
    folded, starts = fold(plain_bullets("".join(read)))
    return with_subjects(Words.of(nlp(folded), text, folded, starts))
