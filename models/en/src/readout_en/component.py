"""The encoder as a spaCy component: it sets sentences, tags, dependencies and names of a Doc."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from readout_en.encoder import LONGEST_SENTENCE, Analysis, Encoder
from readout_en.sentences import sentence_starts

Rows = npt.NDArray[np.uint64]
ATTRIBUTES = [SENT_START, HEAD, DEP, TAG, POS, ENT_IOB, ENT_TYPE]
POS_IDS = {
    name: number
    for number, name in enumerate(
        (
            "",
            "ADJ",
            "ADP",
            "ADV",
            "AUX",
            "CONJ",
            "CCONJ",
            "DET",
            "INTJ",
            "NOUN",
            "NUM",
            "PART",
            "PRON",
            "PROPN",
            "PUNCT",
            "SCONJ",
            "SYM",
            "VERB",
            "X",
            "EOL",
            "SPACE",
        ),
    )
}
POS_FIRST = 83
IOB = {"I": 1, "O": 2, "B": 3}


class Annotator:
    """Annotates a tokenised Doc in place; white-space tokens hang on the word before them and belong to no phrase."""

    def __init__(self) -> None:
        self.encoder = Encoder()

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with SENT_START, HEAD, DEP, TAG, POS and entities set."""
        parts = [part for sentence in _sentences(doc) for part in _parts(sentence)]
        rows = np.zeros((len(doc), len(ATTRIBUTES)), dtype="uint64")
        texts = [token.text for token in doc]
        analyses = self.encoder.analyse([[texts[i] for i in part] for part, _ in parts])
        root = 0
        for (part, continues), analysis in zip(parts, analyses, strict=True):
            root = _fill(rows, part, analysis, doc, root if continues else None)
        _hang_spaces(rows, doc)
        return doc.from_array(ATTRIBUTES, rows)  # type: ignore[arg-type]  # its stub knows no NDArray


def _sentences(doc: Doc) -> list[list[int]]:
    """Token numbers of each sentence, without white space."""
    sentences: list[list[int]] = []
    for i, (token, starts) in enumerate(zip(doc, sentence_starts(doc), strict=True)):
        if token.is_space:
            continue
        if starts or not sentences:
            sentences.append([])
        sentences[-1].append(i)
    return sentences


def _parts(sentence: list[int]) -> list[tuple[list[int], bool]]:
    """A long sentence in parts that the network can take; the flag says that a part goes on the one before."""
    return [(sentence[k : k + LONGEST_SENTENCE], k > 0) for k in range(0, len(sentence), LONGEST_SENTENCE)]


def _fill(
    rows: Rows,
    part: Sequence[int],
    analysis: Analysis,
    doc: Doc,
    above: int | None,
) -> int:
    """Writes one part's analysis into the rows; returns the token that is its root (or the sentence's, above it)."""
    strings = doc.vocab.strings
    root = above
    for k, i in enumerate(part):
        head = part[analysis.heads[k]]
        relation = analysis.relations[k]
        if analysis.heads[k] == k:
            if above is None:
                root, relation = i, "ROOT"
            else:
                head, relation = above, "parataxis"
        name = analysis.names[k]
        rows[i] = (
            1 if k == 0 and above is None else np.uint64(2**64 - 1),
            np.int64(head - i).astype(np.uint64),
            strings.add(relation),
            strings.add(analysis.xpos[k]),
            POS_FIRST + POS_IDS[analysis.upos[k]],
            IOB[name[0]],
            strings.add(name[2:]) if len(name) > 1 else 0,
        )
    assert root is not None
    return root


def _hang_spaces(rows: Rows, doc: Doc) -> None:
    """White space hangs on the token before it; before all words it is a sentence of its own."""
    strings = doc.vocab.strings
    dep, tag, pos = strings.add("dep"), strings.add("_SP"), POS_FIRST + POS_IDS["SPACE"]
    back = np.uint64(2**64 - 1)
    begun = False
    for i, token in enumerate(doc):
        if not token.is_space:
            begun = True
            continue
        rows[i] = (back if begun else 1, back if begun else 0, dep, tag, pos, IOB["O"], 0)


@Language.factory("readout_en")
def create_annotator(nlp: Language, name: str) -> Annotator:  # noqa: ARG001 (spaCy's signature)
    """The factory by which spaCy knows the component."""
    return Annotator()
