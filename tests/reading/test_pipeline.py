"""Any spaCy pipeline with a parser and an entity recogniser can take the model's place."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from readout import Reader
from readout.model import LanguageDataError, UnsupportedLanguage
from readout.reading.annotate.words import Words


def test_names_of_other_pipelines_are_understood() -> None:
    doc = Doc(
        spacy.blank("en").vocab, ["Anniken", "Huitfeldt", "in", "Norway"], ents=["B-PERSON", "I-PERSON", "O", "B-GPE"]
    )
    assert Words.of(doc, doc.text).name == ["B-PER", "I-PER", "O", "B-LOC"]


def test_a_sentence_of_white_space_alone_is_not_counted() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Anniken", "left", "\n\n", "Edgars", "stayed"], sent_starts=[1, 0, 1, 1, 0])
    told = Words.of(doc, doc.text)
    assert told.sentence == [0, 0, 1, 1]
    assert [told.sentences[number] for number in told.sentence] == told.sentence_of


@pytest.mark.parametrize("parts", [[], ["parser"], ["ner"]])
def test_a_pipeline_without_parser_or_recogniser_is_refused(tmp_path: Path, parts: list[str]) -> None:
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part)
    nlp.initialize()
    nlp.to_disk(tmp_path)
    with pytest.raises(LanguageDataError, match="lacks a parser or an entity recogniser"):
        Reader(pipeline=str(tmp_path)).read(
            "Anniken Huitfeldt met Edgars Rinkevics in Riga on Tuesday to talk about ferries."
        )


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(UnsupportedLanguage, match="No spaCy pipeline 'en_nowhere'"):
        Reader(pipeline="en_nowhere").read(
            "Anniken Huitfeldt met Edgars Rinkevics in Riga on Tuesday to talk about ferries."
        )
