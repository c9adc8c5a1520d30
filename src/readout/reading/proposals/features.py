"""What the network of spans is told of each word besides the encoder's row."""

from __future__ import annotations

from readout.reading.quotes.marks import quotes
from readout.reading.scene import Scene


def features(scene: Scene) -> dict[str, list[str]]:
    """Columns by name, a value a word: part of speech, relation, sort of mention, title, quotation, joint document."""
    words, cast = scene.words, scene.cast
    return {
        "upos": words.pos,
        "relation": words.dep,
        "mention": [mention.sort if mention else "none" for mention in cast.at],
        "title": ["title" if hit else "none" for hit in cast.around.title_at],
        "quotation": _quoted(scene),
        "document": ["joint" if scene.is_joint_document else "other"] * len(words),
    }


def _quoted(scene: Scene) -> list[str]:
    inside = ["none"] * len(scene.words)
    for quote in quotes(scene.report.text):
        if quote.span.of(scene.report.text).isupper():  # a heading between paragraphs
            continue
        first, last = scene.words_of(quote.span)
        for i in range(first, min(last + 1, len(inside))):
            inside[i] = "quoted"
    return inside
