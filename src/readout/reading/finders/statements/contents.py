"""Where the content of a reported statement ends: before the next deed or saying of the same speaker, with what belongs to it."""

from __future__ import annotations

from readout.reading.scene import Scene

UNFINISHED = ("VB", "VBG", "VBZ", "VBP")
"""Forms of a verb behind which another one in the past tense tells of something else."""


def before_joined(scene: Scene, verb: int, first: int, last: int) -> int:
    """The last word of a content before a verb that is joined to its own ("reaffirmed their support and condemned the attack"), where the
    parser hung words behind that on the content."""
    words = scene.words
    joined = next((k for k in words.kin(verb, "conj") if first < k <= last and words.pos[k] == "VERB"), None)
    if joined is None:
        return last
    begin = next((k for k in words.children[joined] if words.dep[k] == "cc"), joined)
    return begin - 1 if first < begin <= joined else last


def before_next_deed(scene: Scene, clause: int, last: int) -> int:
    """The last word of a reported clause before what the speaker did next ("that the line will open, and invited his guest")."""
    words = scene.words
    for k in words.kin(clause, "conj"):
        joint = next((m for m in words.children[k] if words.dep[m] == "cc" and clause < m < k), None)
        turns = words.tag[k] == "VBD" and words.tag[clause] in UNFINISHED and words.child(k, "nsubj") is None
        if turns and joint is not None and joint <= last:
            return joint - 2 if words.form[joint - 1] == "," else joint - 1
    return last


def onward(scene: Scene, verb: int, last: int) -> int:
    """The last word of what goes on at once behind a phrase, where the parser hung it on the verb ("for his role as the chair")."""
    words = scene.words
    for k in words.children[verb]:
        low, high = words.edges[k]
        opens = words.pos[low] in ("ADP", "SCONJ", "PART")
        if k > last and low == last + 1 and opens and words.dep[k] in ("obl", "nmod", "advcl", "acl", "xcomp"):
            last = high
    return last


def further_clauses(scene: Scene, verb: int, last: int) -> int:
    """The last word of further reported clauses under the same verb (", and that ...")."""
    words = scene.words
    end = words.sentence_of[verb][1]
    while last + 2 < end:
        k = last + 1
        k += words.form[k] == ","
        k += words.lower[k] in ("and", "but")
        if k == last + 1 or k >= end or words.lower[k] != "that" or words.dep[k] != "mark":
            break
        last = max(words.edges[words.head[k]][1], k)
    return last


def phrase_of(scene: Scene, obj: int, verb: int) -> tuple[int, int]:
    """The noun phrase with what the parser hung on the verb behind it, up to the next coordinated verb."""
    words = scene.words
    first, last = words.edges[obj]
    for k in words.children[verb]:
        if k > last and words.dep[k] in ("obl", "advcl", "ccomp", "conj", "nmod"):
            if words.dep[k] == "conj" and words.pos[k] in ("VERB", "AUX"):
                break
            if words.dep[k] == "advcl" and (words.tag[k] == "VBG" or meanwhile(scene, k)):
                break
            last = max(last, words.edges[k][1])
    return max(first, verb + 1), last


def meanwhile(scene: Scene, clause: int) -> bool:
    """Whether a clause tells what another did at the same time ("welcomed the plan, while B expressed thanks")."""
    return any(scene.words.lower[k] in ("while", "whereas") for k in scene.words.kin(clause, "mark"))
