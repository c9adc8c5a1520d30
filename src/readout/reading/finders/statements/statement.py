"""Finds statements: direct and reported speech, with speaker and cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from readout.lang import Rule
from readout.model import Finding, Slot, Span
from readout.reading.actors.party import Party
from readout.reading.finders.statements.contents import (
    before_joined,
    before_next_deed,
    further_clauses,
    onward,
    phrase_of,
)
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.speaker import source, teller
from readout.reading.finders.statements.whose_words import are_things, who_or_unnamed
from readout.reading.head.origin import provenance_spans
from readout.reading.scene import Scene

NEARBY = 8
"""Words before the verb among which "this" points to the sentence before."""
SHORTEST_CLAUSE = 4

FINITE = ("VBZ", "VBP", "VBD")
"""Forms of a verb that has a subject and tells what is said."""


def find(scene: Scene) -> Iterator[Finding]:
    """The statements of a report: quotations first, then reported speech outside of them."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("statement")}
    cues = vocabulary(scene.pack.language)
    words = scene.words
    taken = [False] * len(words)
    _take(scene, taken, provenance_spans(scene.report.text))
    for finding in scene.speeches:
        _take(scene, taken, finding.spans or (finding.span,))
        yield finding
    for i in range(len(words)):
        if words.pos[i] not in ("VERB", "AUX", "ADP", "ADJ") and words.lower[i] not in cues["gerund_cues"]:
            continue
        reported = None if taken[i] else _reported(scene, rules, cues, i)
        if reported is not None:
            _take(scene, taken, (reported.span,))
            yield reported


def _take(scene: Scene, taken: list[bool], spans: Iterable[Span]) -> None:
    """Marks the words that share a code point with a span."""
    words = scene.words
    for span in spans:
        for i in range(bisect_right(words.end, span.start), bisect_left(words.start, span.end)):
            taken[i] = True


def _reported(scene: Scene, rules: dict[str, Rule], cues: dict[str, dict[str, str]], i: int) -> Finding | None:
    words, lower = scene.words, scene.words.lower[i]
    if lower in cues["direct"] and words.pos[i] == "VERB":
        behind = _behind_its_words(scene, rules, i)
        if behind is not None:
            return behind
    if lower == "according" and i + 1 < len(words) and words.lower[i + 1] == "to":
        return _according(scene, rules["according"], i)
    if not _asserted(scene, i):
        return None
    if _passive(scene, i):
        return _was_said(scene, rules["passive"], cues, i)
    content = _content(scene, cues, i)
    if content is None:
        return None
    rule, first, last, cue_last = content
    last = before_joined(scene, i, first, last)
    parties, subject = teller(scene, i)
    if not parties or (rule == "phrase" and are_things(scene, parties, subject)):
        return None
    return _statement(scene, rules[rule], parties, subject, first, last, (i, cue_last))


def _asserted(scene: Scene, i: int) -> bool:
    """Whether the saying is reported as done: no negation, no future, no infinitive but one of purpose."""
    words = scene.words
    near = {words.lower[k] for k in words.children[i] if words.dep[k] in ("aux", "advmod", "mark", "neg")}
    cues = scene.pack.lexicon["cues"]
    if not near.isdisjoint(cues["unsaid"]):
        return False
    if words.tag[i] == "VB" and "to" in near:
        head = words.head[i]
        to_come = any(words.lower[k] in cues["unsaid"] for k in words.kin(head, "aux"))
        return words.dep[i] in ("advcl", "conj", "xcomp") and words.lower[head] not in cues["not_yet"] and not to_come
    if words.pos[i] == "ADJ" or words.tag[i].startswith("JJ"):
        return words.child(i, "cop") is not None
    return words.tag[i] in ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")


def _passive(scene: Scene, i: int) -> bool:
    return scene.words.child(i, "aux:pass", "nsubj:pass") is not None


def _content(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    """The rule's name, first and last word of the content, and the cue's last word."""
    words, lower = scene.words, scene.words.lower[i]
    clause = next((k for k in words.kin(i, "ccomp") if k > i), None)
    obj = words.child(i, "obj")
    if obj is not None and lower in cues["carriers"] and words.lower[obj] in cues["nouns"]:
        return _carried(scene, cues, i, obj)
    special = _special(scene, cues, i)
    if special is not None:
        return special
    if lower in cues["behind_for"] or lower in cues["behind_on"]:
        behind = _behind(scene, cues, i)
        if behind is not None:
            return behind
    if (
        clause is not None
        and lower in cues["clause"]
        and not (lower in cues["agree_on"] and _is_undertaken(scene, clause))
    ):
        first, last = words.edges[clause]
        first = max(first, i + 1)
        while first < last and (
            words.lower[first] in ("that", ",", ":") or (words.dep[first] == "mark" and words.lower[first] == "that")
        ):
            first += 1
        last = before_next_deed(scene, clause, further_clauses(scene, i, last))
        return ("clause", first, last, i) if last - first >= 1 else None
    if lower in cues["agree_on"]:
        return _agreed(scene, cues, i)
    if obj is not None and obj > i and lower in cues["phrase"] and words.pos[obj] != "PRON":
        if _is_no_content(scene, cues, lower, obj) or _is_deed(scene, cues, i):
            return None
        return ("phrase", *phrase_of(scene, obj, i), i)
    return None


def _is_deed(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> bool:
    """Whether a verb of saying tells what is done instead ("plans to support farmers", "supporting schools", "supported the fund")."""
    words, lower, first = scene.words, scene.words.lower[i], i
    while words.dep[first] == "conj" and words.child(first, "nsubj") is None and words.pos[words.head[first]] == "VERB":
        first = words.head[first]  # "will decarbonise industries and support jobs"
    finite = words.tag[i] in FINITE and words.tag[first] in FINITE
    return lower in cues["done"] or (lower in cues["deeds"] and not finite)


def _special(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    """The content of attitudes and demands, whose words stand elsewhere than behind "that"."""
    lower = scene.words.lower[i]
    if lower in cues["attitudes"] or cues["clause"].get(lower) == "make":
        return _attitude(scene, cues, i)
    return _appeal(scene, cues, i) if lower in cues["calls"] or lower in cues["appeals"] else None


def _is_undertaken(scene: Scene, clause: int) -> bool:
    """Whether what parties agreed is an act of theirs ("to open", "that they would open"), not a view ("that it must open")."""
    words = scene.words
    helpers = {words.lower[k] for k in words.kin(clause, "aux")}
    return words.tag[clause] == "VB" and not helpers & {"should", "must", "can", "cannot", "may", "need"}


def _attitude(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    """ "Is convinced that", "are grateful for", "made clear that": the clause or phrase of the attitude."""
    words = scene.words
    end = words.sentence_of[i][1]
    k = i + 1
    k += k < end and words.lower[k] in ("it", "very", "absolutely")
    if words.lower[i] not in cues["attitudes"]:
        if k >= end or words.lower[k] not in ("clear", "plain"):
            return None
        k += 1
    if k + 1 >= end or words.lower[k] not in ("that", "for", "about"):
        return None
    if words.lower[k] != "that" and words.lower[i] not in cues["attitudes"]:
        return None
    head = words.head[k]
    if head <= k or head >= end:
        return None
    last = words.edges[head][1]
    last = further_clauses(scene, i, last) if words.lower[k] == "that" else onward(scene, i, last)
    return ("clause" if words.lower[k] == "that" else "behind"), k + 1, last, i


def _appeal(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    """ "Called on Russia to withdraw", "called for restraint": what is demanded, with those of whom it is."""
    words = scene.words
    end = words.sentence_of[i][1]
    direct = words.lower[i] in cues["appeals"]
    case = words.lower[i + 1] if i + 1 < end else ""
    if not direct and not (words.lower[i] in cues["calls"] and case in ("on", "upon", "for")):
        return None
    start = i + 1 if direct else i + 2
    asked = next((k for k in words.kin(i, "obj", "iobj", "obl", "nmod") if k >= start), None)
    if asked is None or words.pos[asked] == "PRON":
        return None
    low, high = max(words.edges[asked][0], start), words.edges[asked][1]
    acts = next((k for k in words.kin(i, "xcomp", "advcl", "ccomp", "acl") if k > asked), None)
    to = words.child(acts, "mark") if acts is not None else None
    if acts is not None and to is not None and words.lower[to] == "to":
        return "appeal", low, words.edges[acts][1], i
    return ("appeal", low, high, i) if case == "for" or "to" in words.lower[asked : high + 1] else None


def _is_no_content(scene: Scene, cues: dict[str, dict[str, str]], cue: str, obj: int) -> bool:
    """Whether the object of a cue says nothing: a topic, or a guest who is greeted ("welcomed President A")."""
    noun = scene.words.lower[obj]
    topic = noun in cues["topics"] or noun in ("views", "issues", "agreement")
    return topic or (cues["phrase"][cue] == "welcome" and scene.cast.is_person_at(obj))


def _carried(scene: Scene, cues: dict[str, dict[str, str]], i: int, obj: int) -> tuple[str, int, int, int]:
    words = scene.words
    first, last = phrase_of(scene, obj, i)
    if words.lower[obj] in cues["noun_holds_clause"]:
        for k in (*words.children[obj], *words.children[i]):
            if (
                k > obj
                and words.dep[k] in ("acl", "ccomp", "acl:relcl")
                and any(words.lower[m] == "that" for m in words.children[k])
            ):
                low, high = words.edges[k]
                low = max(low, obj + 1)
                while low < high and words.lower[low] == "that":
                    low += 1
                return "clause", low, further_clauses(scene, i, high), obj
        k = obj + 1
        if k < len(words) and words.lower[k] in ("that",):
            return "clause", k + 1, further_clauses(scene, i, max(last, k + 1)), obj
        if k < len(words) and words.lower[k] in ("for", "in") and words.lower[obj] in ("hope", "confidence"):
            return "phrase", k + 1, max(last, k + 1), obj
    return "phrase", first, last, i


def _behind(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    words = scene.words
    end = words.sentence_of[i][1]
    wanted = {"for"} if words.lower[i] in cues["behind_for"] else set()
    wanted |= {"on", "for", "with", "upon"} if words.lower[i] in cues["behind_on"] else set()
    for k in range(i + 1, min(end, i + 22)):
        if words.lower[k] in wanted and words.dep[k] in ("case", "mark"):
            head = words.head[k]
            low, high = words.edges[head]
            low = max(low, k + 1)
            return ("behind", low, before_next_deed(scene, head, onward(scene, i, max(high, low))), i)
        if k > i + 1 and words.pos[k] == "VERB" and words.tag[k] in ("VBD",):
            break
    return None


def _agreed(scene: Scene, cues: dict[str, dict[str, str]], i: int) -> tuple[str, int, int, int] | None:
    """ "Agreed on the importance of": a shared view, not an undertaking."""
    words = scene.words
    for k in words.kin(i, "obl", "obj"):
        head = words.lower[k]
        if k > i and head in cues["agree_views"]:
            low, high = words.edges[k]
            low = low + 1 if words.lower[low] in ("on", "to") else low
            return "phrase", max(low, i + 1), high, i
    return None


def _was_said(scene: Scene, rule: Rule, cues: dict[str, dict[str, str]], i: int) -> Finding | None:
    """ "It was noted that ...", "the importance of ... was underscored", "hope was expressed that"."""
    words, lower = scene.words, scene.words.lower[i]
    if lower not in cues["phrase"] and lower not in cues["clause"]:
        return None
    subject = words.child(i, "nsubj:pass", "nsubj", "expl")
    clause = next(
        (k for k in words.children[i] if k > i and words.dep[k] in ("ccomp", "csubj:pass", "csubj", "acl")), None
    )
    if clause is not None and (
        subject is None or words.lower[subject] in ("it", "hope", "confidence", "opinion", "view")
    ):
        low, high = words.edges[clause]
        low = max(low, i + 1)
        while low < high and words.lower[low] in ("that", ","):
            low += 1
        if words.tag[clause] == "VB" and not any(words.lower[m] == "that" for m in words.children[clause]):
            return None
    elif subject is not None and lower in cues["phrase"] and lower not in {**cues["done"], **cues["done_to"]}:
        low, high = words.edges[subject]
        if high >= i or words.pos[subject] == "PRON":
            return None
        if words.lower[subject] in ("interest", "hope") and i + 1 < len(words) and words.lower[i + 1] in ("in", "for"):
            low, high = i + 2, words.sentence_of[i][1] - 1
    else:
        return None
    parties, agent = teller(scene, i)
    return _statement(scene, rule, parties, agent, low, high, (i, i)) if parties else None


def _behind_its_words(scene: Scene, rules: dict[str, Rule], i: int) -> Finding | None:
    """ "The bridge will open in May, the minister said." and "The bridge will open. This was stated by the minister."."""
    words = scene.words
    low, end = words.sentence_of[i]
    pointing = next((k for k in range(low, i) if words.lower[k] in ("this", "it") and words.head[k] == i), None)
    agent = words.child(i, "obl:agent", "obl")
    told = pointing is not None and words.child(i, "aux:pass") is not None and words.lower[i + 1 : i + 2] == ["by"]
    if told and agent is not None and low > 0 and i - low < NEARBY:
        first, last = words.sentence_of[low - 1]
        parties = scene.who(agent)
        return _statement(scene, rules["pointed"], parties, agent, first, last - 1, (i, i)) if parties else None
    subject = words.child(i, "nsubj")
    comma = min(i, subject if subject is None else words.edges[subject][0]) - 1 if subject is not None else i - 1
    closes = end - 1 <= (max(i, words.edges[subject][1]) if subject is not None else i) + 1
    clause = words.child(i, "ccomp", "parataxis")
    if not closes or words.form[comma] != "," or clause is None or clause > comma or comma - low < SHORTEST_CLAUSE:
        return None
    if subject is None or words.tag[i] not in ("VBD", "VBZ"):
        return None
    parties = who_or_unnamed(scene, subject)
    return _statement(scene, rules["inverted"], parties, subject, low, comma - 1, (i, i)) if parties else None


def _according(scene: Scene, rule: Rule, i: int) -> Finding | None:
    words = scene.words
    low, end = words.sentence_of[i]
    told = source(scene, i, end)
    if told is None or _is_heard_of(scene, low, i):
        return None
    parties, speaker = told
    put_in = max((words.edges[k][1] for k in words.kin(speaker, "appos") if k > speaker), default=speaker)
    comma = next((k for k in range(put_in, end) if words.form[k] == ","), None)
    if i <= low + 1 and comma is not None:
        return _statement(scene, rule, parties, speaker, comma + 1, end - 1, (i, i + 1))
    if comma is not None and comma < end - 2 and words.form[i - 1] == ",":  # put in between commas
        low, high = words.edges[words.head[speaker]]
        return _statement(scene, rule, parties, speaker, low, high, (i, i + 1)) if low < i < high else None
    return _statement(scene, rule, parties, speaker, low, i - 1, (i, i + 1)) if i - low > 3 else None


def _is_heard_of(scene: Scene, low: int, i: int) -> bool:
    """Whether words `low` to `i` hold direct speech with its verb, of which "according to" tells from whom it is known
    (""We will leave," A told his party, according to two who were there")."""
    heard = scene.words.span(low, max(i - 1, low))
    cues = ((speech, speech.one("cue")) for speech in scene.speeches)
    return any(
        cue is not None and cue.span is not None and heard.covers(cue.span) and heard.overlaps(speech.span)
        for speech, cue in cues
    )


def _statement(
    scene: Scene, rule: Rule, parties: tuple[Party, ...], at: int | None, first: int, last: int, cue: tuple[int, int]
) -> Finding | None:
    span = scene.span(first, last)
    if span is None or span.end - span.start < 6:
        return None
    inner = scene.report.text[span.start : span.end]
    form = "mixed" if any(mark in inner for mark in '“”"') else "indirect"
    cue_span = scene.words.span(*cue) if cue[1] - cue[0] < 5 else scene.words.span(cue[0], cue[0])
    slots = [
        *scene.actors("speaker", parties, at),
        Slot("form", form),
        Slot("cue", cue_span.of(scene.report.text), cue_span),
    ]
    return scene.finding(rule, span, slots, (cue_span.of(scene.report.text),))
