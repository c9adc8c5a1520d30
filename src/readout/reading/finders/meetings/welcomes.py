"""Words of welcome in talks: those with which the guest is addressed belong to them, and one welcome may go on in the next sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.model import Finding
from readout.reading.finders.encounters.table import greets, table_at
from readout.reading.scene import Scene

ACTING = ("VERB", "AUX", "PRON", "ADV", "SCONJ")
"""Parts of speech that no address has ("Mr. Prime Minister,")."""
LONGEST = 12
"""Words of an address, at the most."""
NEXT = 20
"""Words of a sentence with which a welcome goes on, at the most."""


def whole_welcomes(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where the words of welcome to somebody at the table are whole, and told once."""
    own = [f for f in findings if f.kind == "meeting"]
    rest = [f for f in findings if f.kind != "meeting"]
    for finding in sorted(own, key=lambda f: f.span):
        words = _whole(scene, finding) if finding in own and welcomes(scene, finding) else None
        span = scene.span(*words) if words is not None else None
        if span is not None and span != finding.span:
            within = [f for f in own if span.covers(f.span)]
            best = max(within, key=lambda f: (f.score, -f.span.start))
            own = [*(f for f in own if f not in within), replace(best, span=span)]
    return [*rest, *own]


def welcomes(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting's clause begins with words of welcome, after an address, at the table of a transcript."""
    if finding.kind != "meeting":
        return False
    first, last = scene.words_of(finding.span)
    return bool(table_at(scene, first)) and any(_greets(scene, k) for k in range(first, last + 1))


def _greets(scene: Scene, k: int) -> bool:
    return greets(scene, k, scene.words.sentence_of[k][1])


def _whole(scene: Scene, finding: Finding) -> tuple[int, int]:
    """First and last word of a welcome, with the address before and behind it, and the next sentence where that goes on with it."""
    words = scene.words
    first, last = scene.words_of(finding.span)
    first, last = _address_before(scene, first), _address_behind(scene, last)
    end = words.sentence_of[last][1]
    bare = all(words.pos[k] not in ("VERB", "AUX", "ADP") for k in range(first, last + 1))
    ahead = range(end, min(end + NEXT, len(words)))
    again = bool(ahead) and words.lower[end] in scene.pack.lexicon["meetings"]["greetings"]["welcoming"]
    near = last + 2 >= end and "\n" not in words.text[words.end[last] : words.start[end]] if ahead else False
    if not near or not (again or (bare and any(_greets(scene, k) for k in ahead if k < words.sentence_of[end][1]))):
        return first, last
    stop = words.sentence_of[end][1] - 1
    return (first, stop) if stop - end < NEXT else (first, last)


def _address_before(scene: Scene, first: int) -> int:
    """The word with which an address before a welcome begins, behind the speaker's name ("PRESIDENT A: Prime Minister, welcome")."""
    words, k = scene.words, first - 1
    low = max(words.sentence_of[first][0], first - LONGEST)
    while k >= low and words.pos[k] not in ACTING and words.form[k] not in (":", ".", "!", "?"):
        k -= 1
    stopped = k >= low and words.form[k] not in (":", ".", "!", "?")
    return first if stopped or (k < low and low > words.sentence_of[first][0]) else k + 1


def _address_behind(scene: Scene, last: int) -> int:
    """The last word of an address behind a welcome, where nothing else stands between a comma and the sentence's end."""
    words, end = scene.words, scene.words.sentence_of[last][1]
    rest = range(last + 1, end)
    if not 1 < len(rest) <= LONGEST or words.form[last + 1] != "," or any(words.pos[k] in ACTING for k in rest):
        return last
    return end - 1
