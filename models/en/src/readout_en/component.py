"""The encoder as a spaCy component: it sets sentences, tags, dependencies and names of a Doc."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc

from readout_en.encoder import LONGEST_SENTENCE, ROW, Analysis, Encoder
from readout_en.sentences import sentence_starts

Rows = npt.NDArray[np.uint64]
ATTRIBUTES = [SENT_START, HEAD, DEP, TAG, POS, ENT_IOB, ENT_TYPE]
WIDTH = 2**64
"""Distances to heads are stored as unsigned numbers of this many values."""
NO_START = WIDTH - 1
LONGEST_WHOLE = 3 * LONGEST_SENTENCE
"""Words of a sentence at the most: what goes on longer lacks its full stops, and each part counts as a sentence. The longest
of 2,973 public reports has 285."""
IOB = {"I": 1, "O": 2, "B": 3}


class Annotator:
    """Annotates a tokenised Doc in place; white-space tokens hang on the word before them and belong to no phrase."""

    def __init__(self) -> None:
        self.encoder = Encoder()

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with SENT_START, HEAD, DEP, TAG, POS and entities set; `tensor` holds a row a token (see `Analysis`)."""
        strings = doc.vocab.strings
        columns = doc.to_array([ORTH, SPACY])
        texts = [strings[int(orth)] for orth in columns[:, 0]]
        parts = [part for sentence in _sentences(texts, columns[:, 1].tolist()) for part in _parts(sentence)]
        rows = np.zeros((len(doc), len(ATTRIBUTES)), dtype="uint64")
        analyses = self.encoder.analyse([[texts[i] for i in part] for part, _ in parts])
        doc.tensor = np.zeros((len(doc), ROW), dtype=np.float32)
        root = 0
        for (part, continues), analysis in zip(parts, analyses, strict=True):
            doc.tensor[part] = analysis.rows
            root = _fill(rows, part, analysis, doc, root if continues else None)
        _hang_spaces(rows, texts, doc)
        return doc.from_array(ATTRIBUTES, rows)  # type: ignore[arg-type]  # its stub knows no NDArray


def _sentences(texts: Sequence[str], spaced: Sequence[bool]) -> list[list[int]]:
    """Token numbers of each sentence, without white space."""
    sentences: list[list[int]] = []
    for i, (text, starts) in enumerate(zip(texts, sentence_starts(texts, spaced), strict=True)):
        if text.isspace():
            continue
        if starts or not sentences:
            sentences.append([])
        sentences[-1].append(i)
    return sentences


def _parts(sentence: list[int]) -> list[tuple[list[int], bool]]:
    """A long sentence in parts that the network can take; the flag says that a part goes on the one before."""
    whole = len(sentence) <= LONGEST_WHOLE
    return [(sentence[k : k + LONGEST_SENTENCE], k > 0 and whole) for k in range(0, len(sentence), LONGEST_SENTENCE)]


def _fill(
    rows: Rows,
    part: Sequence[int],
    analysis: Analysis,
    doc: Doc,
    above: int | None,
) -> int:
    """Writes one part's analysis into the rows; returns the token that is its root (or the sentence's, above it)."""
    add = doc.vocab.strings.add
    root = above
    filled = []
    words = zip(analysis.heads, analysis.relations, analysis.xpos, analysis.upos, analysis.names, strict=True)
    for k, (place, relation, xpos, upos, name) in enumerate(words):
        head = part[place]
        if place == k:
            if above is None:
                root, relation = part[k], "ROOT"
            else:
                head, relation = above, "parataxis"
        starts = 1 if k == 0 and above is None else NO_START
        kind = add(name[2:]) if len(name) > 1 else 0
        filled.append((starts, (head - part[k]) % WIDTH, add(relation), add(xpos), POS_IDS[upos], IOB[name[0]], kind))
    rows[part] = np.array(filled, dtype=np.uint64)
    assert root is not None
    return root


def _hang_spaces(rows: Rows, texts: Sequence[str], doc: Doc) -> None:
    """White space hangs on the token before it; before all words it is a sentence of its own."""
    strings = doc.vocab.strings
    dep, tag, pos = strings.add("dep"), strings.add("_SP"), POS_IDS["SPACE"]
    begun = False
    for i, text in enumerate(texts):
        if not text.isspace():
            begun = True
        elif begun:
            rows[i] = (NO_START, WIDTH - 1, dep, tag, pos, IOB["O"], 0)
        else:
            rows[i] = (1, 0, dep, tag, pos, IOB["O"], 0)


@Language.factory("readout_en")
def create_annotator(nlp: Language, name: str) -> Annotator:  # noqa: ARG001 (spaCy's signature)
    """The factory by which spaCy knows the component."""
    return Annotator()
