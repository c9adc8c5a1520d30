"""What governs the words of an action: the modal beside its verb, or the word on whose "to ..." it hangs."""

from __future__ import annotations

from readout.lang.inflection import lemmas
from readout.reading.finders.commitments.actions import first_joined
from readout.reading.finders.commitments.undertaker import Grammar, grammar
from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

GOVERNED = ("told", "unbound", "relative")
RELATIVE = ("acl:relcl", "advcl:relcl")
BEFORE = ("ADV", "PART", "AUX", "PUNCT")
"""Parts of speech that may stand between an action and the word that governs it."""


def governed(scene: Scene, first: int, last: int) -> dict[str, float]:
    """What words `first` to `last` are told by, as traits of a commitment that are 0 or 1.

    `told` where a word of the rules governs them; `unbound` where one of lexicon/undertakings.yaml does behind which nothing
    is undertaken ("can", "need to"); `relative` where they tell what something else will do ("a fund that will").
    """
    known, unbound = grammar(scene.pack.language), scene.pack.lexicon["undertakings"]["unbound"]
    verb = first_joined(scene, action_root(scene, first, last))
    near = _governors(scene, min(first, verb), verb)
    modal = next((k for k in scene.words.kin(verb, "aux") if is_reported_future(scene, known, k)), None)
    if modal is not None:
        near = set(known.will.fields["modals"])  # "announced that it would" tells what "it will" tells
    hoped = is_hoped(scene, verb)
    return {
        "told": float(not hoped and any(_tells(known, word) for word in near)),
        "unbound": float(hoped or any(word in unbound for word in near)),
        "relative": float(scene.words.dep[verb] in RELATIVE),
    }


def _governors(scene: Scene, first: int, verb: int) -> set[str]:
    """The modals of a verb, the word that it hangs on, and the one right before its "to", wherever the parser hung it."""
    words = scene.words
    found = {words.lower[k] for k in words.kin(verb, "aux")}
    before = first - 1
    while before > words.sentence_of[verb][0] and words.pos[before] in BEFORE:
        before -= 1
    if before >= words.sentence_of[verb][0]:
        found.add(words.lower[before])
    if not any(words.tag[k] == "MD" for k in words.kin(verb, "aux")):
        found.add(words.lower[words.head[verb]])
    return found


def is_hoped(scene: Scene, verb: int) -> bool:
    """Whether a clause, or the one that "and" joins it to, tells what somebody hopes or believes."""
    words, verb = scene.words, first_joined(scene, verb)
    clause = words.dep[verb] in ("ccomp", "acl") or _of_another(scene, verb)
    return clause and words.lower[words.head[verb]] in scene.pack.lexicon["undertakings"]["hoped"]


def is_hoped_of_another(scene: Scene, first: int, last: int) -> bool:
    """Whether words tell what somebody hopes that another will do ("expects Latvia to open it"): nobody undertakes it."""
    verb = first_joined(scene, action_root(scene, first, last))
    return _of_another(scene, verb) and is_hoped(scene, verb)


def _of_another(scene: Scene, verb: int) -> bool:
    return scene.words.dep[verb] == "xcomp" and scene.words.child(scene.words.head[verb], "obj") is not None


def is_reported_future(scene: Scene, known: Grammar, modal: int) -> bool:
    """ "Reaffirmed that Italy would continue": a promise in the words of one who reports it, with no condition."""
    words, verb = scene.words, scene.words.head[modal]
    if words.lower[modal] not in known.will.fields["past_modals"] or words.dep[verb] not in ("ccomp", "conj"):
        return False
    clause = verb if words.dep[verb] == "ccomp" else words.head[verb]
    condition = any(words.lower[m] in ("if", "unless") for m in range(*words.sentence_of[verb]))
    return not condition and words.lower[words.head[clause]] in lemmas(known.will.fields["assured_by"])


def _tells(known: Grammar, word: str) -> bool:
    """Whether a word is a cue of the rules."""
    said = word in known.verbs or word in known.adjectives or word in known.nouns
    return said or word in known.called or word in known.will.fields["modals"]
