"""Whose acts a list tells: the subject of the sentence that opens it ("At the meeting, Norway and Latvia launched:")."""

from __future__ import annotations

from collections.abc import Iterator

from readout.reading.actors.party import Party
from readout.reading.scene import Scene

BULLETS = ("-", "•", "–", "—", "*", "·", "◦", "▪")
HEADING = 12
"""Words of a line without a full stop that is but a heading, at the most."""
Opened = tuple[tuple[Party, ...], int]


def opener(scene: Scene, word: int) -> Opened | None:
    """Who acts in the items of a list, and the word that says so, where `word` stands in one; None where nobody is named."""
    lines = _lines_before(scene, word)
    first, _ = next(lines, (0, 0))
    if not _is_item(scene, first):
        return None
    for low, end in lines:
        if scene.words.form[end - 1] == ":" and (found := _acting(scene, low, end)):
            return found
        if not _is_item(scene, low) and not _is_heading(scene, low, end):
            return None
    return None


def _lines_before(scene: Scene, word: int) -> Iterator[tuple[int, int]]:
    """First word and the word after the last of each line, from that of a word up to the first of the text."""
    words, end = scene.words, word + 1
    for k in range(word, -1, -1):
        before = words.end[k - 1] if k else 0
        if k == 0 or "\n" in scene.report.text[before : words.start[k]]:
            yield k, end
            end = k


def _is_item(scene: Scene, first: int) -> bool:
    """Whether a line begins as an item of a list."""
    return scene.words.form[first].startswith(BULLETS)


def _is_heading(scene: Scene, low: int, end: int) -> bool:
    return end - low <= HEADING and scene.words.form[end - 1] not in (".", "!", "?", ";")


def _acting(scene: Scene, low: int, end: int) -> Opened | None:
    """The first subject of a line's last sentence that names somebody."""
    words = scene.words
    subjects = (
        k for k in range(max(low, words.sentence_of[end - 1][0]), end) if words.dep[k] == "nsubj" and words.head[k] > k
    )
    return next(((found, k) for k in subjects if (found := scene.who(k, until=words.head[k]))), None)
