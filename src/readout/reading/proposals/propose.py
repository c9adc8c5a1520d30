"""Spans that the network of spans proposes: words that look like a finding of a kind, with a label and a score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from readout.reading.finders.commitments.actions import LINKS
from readout.reading.finders.documents.agreement import names_document
from readout.reading.finders.phrases import phrase, root
from readout.reading.proposals.features import features
from readout.reading.proposals.naming import names_undertaking
from readout.reading.scene import EDGE, Scene
from readout_en.decode import gathered, path
from readout_en.encoder import Floats
from readout_en.spans import SpanNetwork, SpanScores

NAMED = ("agreement", "project")
"""Kinds whose words are a name or a phrase that describes one."""
LEADING = ("ADP", "DET", "SCONJ", "PART")
RELATIVE = ("WDT", "WP")
TAGS = ("O", "B-span", "I-span")


HEADING = 3
"""Words in capitals from which a line is a heading."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words `first` to `last`, both included, as a finding of a kind.

    `label` is the kind's scored word (form, strength, status, ...) with its probability `sure`; `score` is the geometric
    mean of the probabilities of the tags on the words.
    """

    kind: str
    first: int
    last: int
    label: str
    sure: float
    score: float


@dataclass(frozen=True, slots=True)
class Proposed:
    """The network's spans over one report, kind by kind in the order of the text, and the scores that they came from."""

    kinds: tuple[str, ...]
    roles: dict[str, str]
    scores: SpanScores
    proposals: tuple[Proposal, ...]


def propose(scene: Scene, network: SpanNetwork, eager: Mapping[str, float]) -> Proposed:
    """What the network proposes for a scene, which must hold the encoder's rows.

    `eager` is taken off the log-probability of O, by kind: more is proposed than is likely, and weighed afterwards.
    """
    words = scene.words
    scores = network.score(words.form, words.rows, network.numbered(features(scene)), words.sentence, words.head)
    scene.scores = scores
    found: list[Proposal] = []
    for number, kind in enumerate(network.kinds):
        tags = scores.tags[:, number]
        spans = gathered(path(tags - (eager[kind], 0, 0), TAGS))
        found += _labelled(scene, kind, network.kinds[kind], tags, scores.labels[kind], spans)
    return Proposed(tuple(network.kinds), network.roles, scores, tuple(found))


def _labelled(
    scene: Scene, kind: str, names: list[str], tags: Floats, labels: Floats, spans: list[tuple[int, int, str]]
) -> Iterator[Proposal]:
    parts = [part for span in spans for part in _parts(scene, kind, *span[:2])]
    for (begin, stop), (free, _) in pairwise([*parts, (len(scene.words), 0)]):
        first, last = trimmed(scene, begin, stop - 1)
        if kind == "statement" and _from_heading(scene, first, last):
            continue
        if kind == "commitment":
            first, last = trimmed(scene, first, before_next(scene, first, last))
        if kind == "meeting" and last >= first:
            last = min(with_object(scene, first, last), free - 1)
        if kind in NAMED:
            first, last = trimmed(scene, first, name_end(scene, first, last))
        if last >= first and _names(scene, kind, first, last):
            own = labels[first : last + 1].mean(0)
            best = int(own.argmax())
            score = float(np.exp(span_likelihood(tags, first, last)))
            yield Proposal(kind, first, last, names[best], float(np.exp(own[best])), score)


def _from_heading(scene: Scene, first: int, last: int) -> bool:
    """Whether words begin in a line all in capitals: a heading, and nobody's speech."""
    line = scene.report.text[scene.words.start[first] : scene.words.end[max(first, last)]].partition("\n")[0]
    return line.isupper() and len(line.split()) >= HEADING


def _parts(scene: Scene, kind: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The words, or each of several meetings that they list ("the first ministerial meeting, a summit and two calls")."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    nouns = data["nouns"] if kind == "meeting" else ()
    first, told = begin, False
    for k in range(begin, stop - 1):
        told = told or (words.lower[k] in nouns and k > begin)
        opens = words.lower[k] in data["listed_behind"] and words.pos[k + 1] in ("DET", "NUM")
        opens = opens and words.lower[k + 1] not in data["lists_nothing"]
        if opens and told and any(words.lower[n] in nouns for n in range(k + 1, stop)):
            yield first, k
            first, told = k + 1, False
    yield first, stop


def with_object(scene: Scene, first: int, last: int) -> int:
    """The last word of a meeting's clause, with the encounter that its verb has as object behind what is put in between
    ("addressed, by videoconference, the second session of the council")."""
    words, nouns = scene.words, scene.pack.lexicon["meetings"]["nouns"]
    verb = root(scene, first, last)
    if words.pos[verb] != "VERB" or words.form[last + 1 : last + 2] != [","]:
        return last
    thing = next((k for k in words.kin(verb, "obj") if k > last), None)
    return last if thing is None or words.lower[thing] not in nouns else phrase(scene, thing)[1]


def trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """The words without punctuation and conjunctions at the edges, with the "not" that stands before them."""
    while first <= last and scene.words.form[first] in EDGE:
        first += 1
    while 0 < first <= last and scene.words.lower[first - 1] in scene.cast.references["negations"]:
        first -= 1
    while last >= first and scene.words.form[last] in EDGE:
        last -= 1
    return first, last


def before_next(scene: Scene, first: int, last: int) -> int:
    """The last word of an action without the words with which the next begins ("and to", "and will")."""
    words, end = scene.words, last
    while end > first and words.lower[end] in LINKS and (words.pos[end] != "ADP" or words.lower[end] == "as"):
        end -= 1
    said = words.lower[end + 1 : last + 1]
    return end if said[-1:] == ["to"] or {"and", ",", "or"} & set(said) else last


def _names(scene: Scene, kind: str, first: int, last: int) -> bool:
    """Whether words can be a finding of a kind: a document needs a noun of documents, an undertaking a noun that says what it is."""
    if kind == "agreement":
        return names_document(scene, first, last)
    return kind != "project" or names_undertaking(scene, first, last)


def name_end(scene: Scene, first: int, last: int) -> int:
    """The last word of a name: nothing behind a colon belongs to it, and no word whose own is missing ("the Fund of", "the port which")."""
    words = scene.words
    last = next((k - 1 for k in range(first + 1, last + 1) if words.form[k] == ":"), last)
    while last > first and (
        words.pos[last] in LEADING or words.form[last] in ("(", ",") or words.tag[last] in RELATIVE
    ):
        last -= 1
    return last


def name_begin(scene: Scene, first: int, last: int) -> int:
    """The first word of a name, behind the article before it."""
    return first + (first < last and scene.words.lower[first] in scene.cast.references["articles"])


def span_likelihood(tags: Floats, first: int, last: int) -> float:
    """The mean log-probability a word that a span begins at `first` and goes on to `last`; `tags` is (words, 3)."""
    return float((tags[first, 1] + tags[first + 1 : last + 1, 2].sum()) / (last + 1 - first))
