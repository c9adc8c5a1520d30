"""What reads like a commitment and is none: it is denied, hoped for, merely possible, hangs on a condition, or was undertaken long ago."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang.inflection import lemmas
from readout.reading.dates.worked_out import times
from readout.reading.finders.commitments.actions import first_joined
from readout.reading.finders.commitments.governing import is_hoped
from readout.reading.finders.commitments.undertaker import grammar
from readout.reading.finders.phrases import action_root, root
from readout.reading.scene import Scene

HIGHEST = 3
"""Heads that are climbed from an action to the word that tells it."""
NEAR = 12
"""Words before the second of two things that somebody is committed to, among which the commitment stands."""
CLAUSES = ("ccomp", "acl:relcl", "parataxis", "root", "ROOT")
"""How a clause of its own hangs: what governs it from above tells nothing of the action."""


def is_unreal(scene: Scene, first: int, last: int) -> bool:
    """Whether nobody undertakes words `first` to `last`: what tells them is denied, doubtful, hoped for or long past."""
    verb = first_joined(scene, action_root(scene, first, last))
    cues = list(_cues(scene, first, verb))
    return (
        _is_possible(scene, verb)
        or is_hoped(scene, verb)
        or _is_refused(scene, verb)
        or _is_thanked_for(scene, verb)
        or any(_is_denied(scene, cue) for cue in cues)
        or any(_is_past(scene, cue) for cue in cues[:1])
        or any(_is_conditional(scene, word, first, last) for word in (verb, *cues))
    )


def is_value(scene: Scene, first: int, last: int) -> bool:
    """Whether words tell what somebody is committed to and nothing that is done ("their commitment to democracy", "to the alliance")."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    if not _is_held_to(scene, first) or words.tag[first] in ("VB", "VBG"):
        return False
    top = root(scene, first, last)
    return words.pos[top] == "PROPN" or words.lower[top] in data["values"]


def _is_held_to(scene: Scene, first: int) -> bool:
    """Whether "committed to" or the like stands right before a word, or before what "and to" joins it to."""
    words, held = scene.words, scene.pack.lexicon["undertakings"]["held_to"]
    cue = first - 2
    if cue < 0 or words.lower[first - 1] != "to":
        return False
    if words.lower[cue] == "and":
        low = max(words.sentence_of[first][0], cue - NEAR)
        before = range(cue - 2, low - 1, -1)
        cue = next((k for k in before if words.pos[k] == "VERB" or words.lower[k] in held), cue)
    return words.lower[cue] in held


def _cues(scene: Scene, first: int, verb: int) -> Iterator[int]:
    """The words above an action that tell it is undertaken, promised, planned or refused."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    known, here = grammar(scene.pack.language), verb
    for _ in range(HIGHEST):
        if words.head[here] == here or (words.dep[here] in CLAUSES and words.lower[first - 1] != "to"):
            return
        here = words.head[here]
        lower = words.lower[here]
        cue = lower in known.verbs or lower in known.adjectives or lower in known.nouns or lower in known.called
        if here < first and (cue or lower in data["refusals"]):
            yield here
        if words.pos[here] in ("VERB", "AUX") and words.child(here, "nsubj", "nsubj:pass") is not None:
            return


def _is_possible(scene: Scene, verb: int) -> bool:
    """Whether a verb stands behind "may", "might" or "could"."""
    possible = scene.pack.lexicon["undertakings"]["possible"]
    return any(scene.words.lower[k] in possible for k in scene.words.kin(verb, "aux") if k < verb)


def _is_refused(scene: Scene, verb: int) -> bool:
    """Whether an action is itself to undertake something, and is denied ("would not commit to a date")."""
    words, rule = scene.words, grammar(scene.pack.language).verbs.get(scene.words.lower[verb])
    denials = scene.pack.lexicon["undertakings"]["denials"]
    pledges = rule is not None and words.lower[verb] in lemmas(rule.fields.get("objects", ()))
    if pledges and _falls_short(scene, verb):
        return True
    return pledges and any(words.lower[k] in denials for k in words.children[verb] if k < verb)


def _is_thanked_for(scene: Scene, verb: int) -> bool:
    """Whether an action is that of an invitation which somebody has got ("thanked him for the invitation to visit"): nobody asks there."""
    words, noun = scene.words, scene.words.head[verb]
    case = words.child(noun, "case")
    invited = words.lower[noun] in scene.pack.lexicon["undertakings"]["invitations"] and words.dep[verb] == "acl"
    return invited and case is not None and words.lower[case] == "for"


def _falls_short(scene: Scene, word: int) -> bool:
    """Whether somebody "stopped short of" what a word tells."""
    short: list[str] = scene.pack.lexicon["undertakings"]["short_of"]
    return scene.words.lower[max(0, word - len(short)) : word] == short


def _is_denied(scene: Scene, cue: int) -> bool:
    """Whether a word tells that somebody refuses, or did not undertake ("did not commit to", "has no plans to"); who does not
    intend to do something assures that it will not be done."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    if _falls_short(scene, cue):
        return True
    if words.lower[cue] in data["refusals"]:
        return not any(words.lower[k] in data["denials"] for k in words.children[cue])
    if words.pos[cue] == "VERB" and words.lower[cue] in data["assuring"]:
        return False
    beside = [k for k in words.children[cue] if k < cue]
    above = words.head[cue]
    if words.pos[cue] == "NOUN" and words.pos[above] == "VERB" and words.dep[cue] in ("obj", "nsubj", "nsubj:pass"):
        beside += [k for k in words.children[above] if k < above and k < cue]
    denials = (k for k in beside if words.lower[k] in data["denials"])
    return any(words.lower[k + 1] not in data["not_denied"] for k in denials)


def _is_past(scene: Scene, cue: int) -> bool:
    """Whether an undertaking is told as one of a time before ("had pledged in 2018", "in 2019 they agreed to")."""
    words, published = scene.words, scene.day
    if words.pos[cue] != "VERB" or words.tag[cue] not in ("VBD", "VBN"):
        return False
    if any(words.lower[k] == "had" for k in words.kin(cue, "aux")) and words.dep[cue] != "ccomp":
        return True
    beside = [words.edges[k] for k in words.children[cue] if words.dep[k].startswith(("obl", "advmod"))]
    said = [t for low, high in beside for t in times(scene.report.text, words.start[low], words.end[high], published)]
    return published is not None and any(t.precision == "year" and t.last < published[:4] for t in said)


def _is_conditional(scene: Scene, word: int, first: int, last: int) -> bool:
    """Whether a clause that hangs on a word says on what the action depends ("if sanctions are lifted"); one among the action's own
    words is told with it."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    for clause in words.kin(word, "advcl"):
        opens = words.edges[clause][0]
        outside = not first <= opens <= last
        if outside and words.lower[opens] in data["conditions"] and words.lower[opens - 1] not in data["even"]:
            return True
    return False
