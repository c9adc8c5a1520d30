"""Finds progress: what became of something undertaken before."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.finders.phrases import phrase, root
from readout.reading.scene import Scene

Clause = tuple[int, int, int | None] | None
"""First and last word of a clause, and the word that its actors stand at."""
OBJECTS = ("obj", "obl", "nmod", "nsubj:pass", "conj", "xcomp")
PARTS = ("nmod", "conj", "compound", "appos")
"""What stands close to a thing that a verb tells of: "the terms of the agreement", "the talks and the agreement"."""
TOLD_OF = ("obj", "conj", "nmod", "appos", "nsubj:pass")
"""How what is told of hangs on the verb of saying, itself or through other nouns."""

DESCRIBING = ("acl:relcl", "acl")


def find(scene: Scene) -> Iterator[Finding]:
    """Clauses that tell what became of an obligation, agreement, promise or plan; no word is told twice."""
    end = -1
    for i, lower in enumerate(scene.words.lower):
        for rule in scene.rules("progress"):
            effect = rule.fields["effects"].get(lower) if i > end else None
            if effect is None:
                continue
            clause = SORTS[rule.fields["sort"]](scene, rule, i)
            span = scene.span(clause[0], clause[1]) if clause else None
            if clause is None or span is None:
                continue
            end = max(end, clause[1])
            effect, at = _turned(scene, rule, effect, clause[0], i)
            parties = scene.who(clause[2], until=i) if clause[2] is not None else ()
            slots = [*scene.actors("actors", parties, clause[2]), Slot("effect", effect, scene.words.span(at, at))]
            yield scene.finding(rule, span, slots, (lower,))
            break


def only_needed(scene: Scene, finding: Finding) -> bool:
    """Whether the words of a finding tell what must, should or might be done, and not what was."""
    words = scene.words
    top = root(scene, *scene.words_of(finding.span))
    helpers = (words.lower[k] for k in words.kin(top, "aux"))
    return any(word in scene.pack.lexicon["undertakings"]["needed"] for word in helpers)


def _turned(scene: Scene, rule: Rule, effect: str, first: int, i: int) -> tuple[str, int]:
    """The effect and the word that tells it: a word before the telling one may turn it ("lack of", "refuses to")."""
    words = scene.words
    turns, low = rule.fields["turns"], max(words.sentence_of[i][0], min(first, i) - 3)
    k = next((k for k in range(i - 1, low - 1, -1) if words.lower[k] in turns), None)
    return (effect, i) if k is None else (turns[words.lower[k]], k)


def _holds(scene: Scene, rule: Rule, name: str, first: int, last: int) -> bool:
    """Whether a word of one of the rule's lists stands among the words."""
    return any(scene.words.lower[k] in rule.words(name) for k in range(max(first, 0), last + 1))


def _noun(scene: Scene, rule: Rule, i: int) -> Clause:
    """A noun phrase of progress, violation or withdrawal with what it is about."""
    words, head = scene.words, scene.words.head[i]
    if words.pos[i] != "NOUN":
        return None
    first, last = phrase(scene, i)
    last = words.edges[i][1] if "under" in rule.fields else last
    done = words.dep[i] == "obj" and words.lower[head] in rule.words("doing")
    subject = scene.subject(head) if done else None
    if subject is not None and subject < i and words.lower[subject] in rule.words("things"):
        return words.edges[subject][0], last, subject
    teller = _teller(scene, rule, i) if "said" in rule.fields else None
    if "said" in rule.fields and teller is None:
        return None
    follows = words.lower[i + 1] if i + 1 < len(words) else ""
    praised = _holds(scene, rule, "praises", first, i - 1) and follows in rule.words("on")
    before = words.lower[i - 1] in rule.words("things") and words.dep[i - 1] == "compound"
    praised = praised or follows in rule.words("alone")
    tail = follows in rule.words("tails") and (praised or _holds(scene, rule, "things", i + 1, last))
    if not (tail or before):
        return None
    bare = "under" in rule.fields and not _holds(scene, rule, "under", i + 1, last)
    if bare or _holds(scene, rule, "wishes", first - 4, i - 1):
        return None
    low = _start(scene, rule, i, first)
    if subject is not None:
        return min(words.edges[head][0], low), last, subject
    by = next((k for k in range(i + 1, last) if words.lower[k] in rule.words("by")), None)
    teller = head if words.lower[head] in rule.words("saying") else teller
    said = scene.subject(teller) if teller is not None else None
    return low, last, by + 1 if by is not None else said


def _teller(scene: Scene, rule: Rule, i: int) -> int | None:
    """The verb of saying on which a noun hangs, itself or as one of several ("achievements, including the launch of")."""
    words, here, through = scene.words, i, not rule.words("through")
    while words.pos[here] != "VERB" or words.dep[here] == "case":
        through = through or words.lower[here] in rule.words("through")
        if words.head[here] == here or words.dep[here] not in TOLD_OF:
            return None
        here = words.head[here]
    return here if through and words.lower[here] in rule.words("saying") else None


def _start(scene: Scene, rule: Rule, i: int, first: int) -> int:
    """The first word of such a phrase: its article, what turns it, or the subject of "is"."""
    words, low = scene.words, scene.words.edges[i][0]
    if words.child(i, "cop") is not None and (subject := words.child(i, "nsubj")) is not None:
        return min(words.edges[subject][0], first)
    if words.dep[i] == "nmod" and words.lower[words.head[i]] in rule.fields["turns"]:
        low = min(low, words.edges[words.head[i]][0])
    while low < first and (words.pos[low] in ("ADP", "CCONJ", "PUNCT") or words.dep[low] in ("case", "fixed")):
        low += 1
    return low


def _verb(scene: Scene, rule: Rule, i: int) -> Clause:
    """A clause whose verb tells it, with what it is about as object, subject of the passive or after "from"."""
    words = scene.words
    turned = words.dep[i] == "xcomp" and words.lower[words.head[i]] in rule.fields["turns"]
    outer = words.head[i] if turned else i
    while words.dep[outer] == "xcomp" and words.lower[words.head[outer]] in rule.words("aspects"):
        outer = words.head[outer]
    if words.pos[i] != "VERB" or not _is_told(scene, rule, i, outer):
        return None
    subject = scene.subject(outer)
    low, high = _clause(scene, outer)
    told_of = [k for k in words.kin(i, *OBJECTS) if k > i or words.dep[k] == "nsubj:pass"]
    things = any(words.lower[own] in rule.words("things") for k in told_of for own in (k, *words.kin(k, *PARTS)))
    if not things or _holds(scene, rule, "wishes", low - 4, i - 1) or subject is None:
        return None
    return low, max(high, i), subject


def _course(scene: Scene, rule: Rule, i: int) -> Clause:
    """A clause that tells that something goes on: with "is underway" or the like behind it, or with "being" before a verb of doing."""
    words = scene.words
    helpers = {words.lower[k] for k in words.kin(i, "aux", "aux:pass", "cop")}
    unsure = any(words.lower[k] in rule.words("conditions") for k in words.kin(i, "mark", "advmod"))
    if not rule.words("helpers") & helpers or helpers & rule.words("modals") or unsure or words.dep[i] in DESCRIBING:
        return None
    subject = words.child(i, "nsubj", "nsubj:pass")
    if subject is None or subject > i:
        return None
    things = any(words.lower[own] in rule.words("things") for own in (subject, *words.kin(subject, *PARTS)))
    low, high = _clause(scene, i)
    if not things or _holds(scene, rule, "wishes", low - 4, i - 1):
        return None
    return low, max(high, i), subject


def _is_told(scene: Scene, rule: Rule, i: int, outer: int) -> bool:
    """Whether a verb says what is or was, not what shall be."""
    words = scene.words
    own = list(words.kin(outer, "aux", "aux:pass"))
    helpers = {words.lower[k] for k in own}
    infinite = words.child(outer, "mark") is not None and any(words.tag[k] == "VB" for k in (outer, *own))
    if infinite or helpers & rule.words("modals"):
        return False
    if outer != i or words.tag[i] in ("VBD", "VBZ", "VBP"):
        return words.dep[i] not in ("acl", "amod")
    if words.tag[i] == "VBG" and not helpers:
        return words.dep[i] == "advcl" and words.child(i, "mark", "case") is None
    return bool(helpers) and words.tag[i] in ("VBN", "VBG")


def _clause(scene: Scene, verb: int) -> tuple[int, int]:
    """First and last word of a verb's clause: from its own subject on, up to the first looser clause."""
    words = scene.words
    own = words.child(verb, "nsubj", "nsubj:pass")
    parts = [k for k in words.children[verb] if words.dep[k] in ("aux", "aux:pass", "advmod") and k < verb]
    first = words.edges[own][0] if own is not None else min([verb, *parts])
    high = words.edges[verb][1]
    for k in range(verb + 1, high + 1):
        loose = words.head[k] == verb and words.dep[k] in ("conj", "advcl") and words.form[words.edges[k][0]] != "to"
        if words.dep[k] in ("acl:relcl", "parataxis") or loose:
            high = min(high, words.edges[k][0] - 1)
    return first, high


SORTS = {"noun": _noun, "verb": _verb, "course": _course}


def slots_of_progress(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of a clause that tells what became of something: its actors, and the effect where a rule tells it."""
    top = root(scene, first, last)
    subject = scene.subject(top)
    parties = scene.who(subject) if subject is not None else ()
    slots = scene.actors("actors", parties, subject)
    for i in sorted(range(first, last + 1), key=lambda i: (i != top, _in_passing(scene, i, top), i)):
        for rule in scene.rules("progress"):
            effect = rule.fields["effects"].get(scene.words.lower[i])
            if effect is not None and _tells_effect(scene, rule, i):
                effect, at = _turned(scene, rule, effect, first, i)
                return [*slots, Slot("effect", effect, scene.words.span(at, at))]
    return slots


def _in_passing(scene: Scene, i: int, top: int) -> bool:
    """Whether a word stands in a clause that describes a thing ("which was suspended in May") below the one that tells of it."""
    words = scene.words
    while i not in (top, words.head[i]):
        if words.dep[i] in DESCRIBING:
            return True
        i = words.head[i]
    return False


def _tells_effect(scene: Scene, rule: Rule, i: int) -> bool:
    """Whether a word of a rule tells its effect in a clause of the network: some nouns do so only with the words that their rule asks
    for ("the line of the metro" breaks nothing), nouns of what is noted only under a verb of saying."""
    if "needs_its_words" in rule.fields:
        return SORTS[rule.fields["sort"]](scene, rule, i) is not None
    return "said" not in rule.fields or _teller(scene, rule, i) is not None
