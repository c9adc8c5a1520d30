"""Subjects that the parser hung on their verb as something else: a long title before a name leads it astray."""

from __future__ import annotations

from dataclasses import replace

from readout.reading.annotate.words import Words

NO_RELATION_OF_VERBS = ("appos", "nmod:desc", "nmod")
"""Relations to a noun: under a verb they are mistakes."""
FINITE = ("VBD", "VBZ", "VBP")
AHEAD_OF_VERB = ("aux", "aux:pass", "advmod")
"""What may stand between a subject and its verb."""


def with_subjects(words: Words) -> Words:
    """The words with a subject for each finite verb that has none, where a name stands right before it.

    In 318 annotated reports 8 verbs lacked theirs, all but one behind a title of several words ("Assistant Secretary of State
    for Consular Affairs Rena Bitter will travel").
    """
    found = [k for verb, tag in enumerate(words.pos) if tag == "VERB" for k in _misnamed(words, verb)]
    if not found:
        return words
    dep = list(words.dep)
    for k in found:
        dep[k] = "nsubj"
    return replace(words, dep=dep)


def _misnamed(words: Words, verb: int) -> list[int]:
    """The one word, if any, that is the subject of a verb in all but its relation."""
    own = words.children[verb]
    if any(words.dep[k].startswith(("nsubj", "csubj", "expl")) for k in own):
        return []
    ahead = [k for k in own if k < verb and words.dep[k] in AHEAD_OF_VERB]
    finite = words.tag[verb] in FINITE or any(words.tag[k] == "MD" for k in ahead)
    able = [k for k in own if k < verb and words.dep[k] in NO_RELATION_OF_VERBS and words.pos[k] == "PROPN"]
    begin = next((k for k in ahead if able and k > able[-1]), verb)
    return able[-1:] if finite and able and words.edges[able[-1]][1] == begin - 1 else []
