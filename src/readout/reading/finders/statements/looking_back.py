"""Where a pronoun or "the NOUN" looks back to: its own sentence, and those before, without what others say there."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.scene import Scene


def looking_back(scene: Scene, i: int, most: int) -> Iterator[range]:
    """The words before word `i` of its own sentence, then those of the sentences before, nearest first, at most so many.

    A sentence that others say within quotation marks is passed over and not counted.
    """
    words = scene.words
    low, seen = words.sentence_of[i][0], 0
    yield range(low, i)
    while low > 0 and seen < most:
        low, end = words.sentence_of[low - 1]
        if any(words.form[k][:1].isalnum() and scene.cast.heard_with(k, i) for k in range(low, end)):
            seen += 1
            yield range(low, end)
