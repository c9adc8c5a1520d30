"""Verbs that the parser joined to what stands within the object of the verb before: who "noted the need and stressed" does both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from readout.reading.annotate.words import Words

PAST = "VBD"
TAKEN_FOR_PAST = ("VB", "VBN")
"""What the tagger takes such a verb for, by its form alone."""
NOT_PAST = ("JJ", "NN", "NNS", "VB", "VBG", "VBN", "VBP", "VBZ")
"""What no verb in the past is joined to."""


def with_joined_verbs(words: Words, verbs: Collection[str]) -> Words:
    """The words, where one of some verbs in the past without a subject of its own, which hangs behind "and" on no verb in the past, is
    joined to the nearest one above it that is one of them.

    Of 190 verbs in the past that are joined without a subject in 300 reports 40 hung on no verb in the past, 15 of them below another one.
    """
    head = list(words.head)
    for k, tag in enumerate(words.tag):
        past = tag == PAST or (tag in TAKEN_FOR_PAST and words.lower[k].endswith("ed"))
        if past and words.dep[k] == "conj" and words.lower[k] in verbs and _is_led_astray(words, k):
            first = _above(words, k, verbs)
            head[k] = words.head[k] if first is None else first
    return words if head == words.head else replace(words, head=head)


def _is_led_astray(words: Words, k: int) -> bool:
    """Whether a verb behind "and" without a subject hangs on what is no verb of a clause in the past."""
    above = words.head[k]
    joined = any(words.pos[j] == "CCONJ" for j in words.children[k] if j < k)
    own = any(words.dep[j].startswith(("nsubj", "csubj", "expl")) for j in words.children[k])
    past = any(words.lower[j] in ("had", "was", "were") for j in words.kin(above, "aux", "aux:pass"))
    helped = words.child(k, "aux", "aux:pass") is not None
    return joined and not own and not helped and words.tag[above] in NOT_PAST and not past


def _above(words: Words, k: int, verbs: Collection[str]) -> int | None:
    """The nearest of the verbs in the past above a word, before it in its sentence."""
    here = words.head[k]
    while words.head[here] != here and not (words.tag[here] == PAST and words.lower[here] in verbs):
        here = words.head[here]
    fits = words.tag[here] == PAST and words.lower[here] in verbs
    return here if fits and here < k and words.sentence[here] == words.sentence[k] else None
