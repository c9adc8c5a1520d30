"""Finds commitments: what a party undertook, promised, intends, or was asked to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.lang import Rule
from readout.lang.inflection import lemmas
from readout.model import Finding, Slot, Span
from readout.reading.actors.party import Party
from readout.reading.finders.commitments.actions import actions, follows_where
from readout.reading.finders.commitments.amounts import amount
from readout.reading.finders.commitments.attempts import attempted_by, is_attempt
from readout.reading.finders.commitments.beneficiary import towards
from readout.reading.finders.commitments.deadlines import due_words
from readout.reading.finders.commitments.due_ahead import due_ahead, due_before_subject
from readout.reading.finders.commitments.governing import is_hoped, is_reported_future
from readout.reading.finders.commitments.itinerary import journey_before, several
from readout.reading.finders.commitments.requests import asked_to, asks_own, at_the_table, is_order, of_others
from readout.reading.finders.commitments.undertaker import Grammar, agent, grammar, owner, undertaker
from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

NEGATIONS = frozenset(("not", "never", "n't", "n’t"))
"""An undertaking not to do something is one."""
NEAR = 7
"""Words at the head of what is announced among which its sum stands."""
DAY = re.compile(r"\s*\n\s*\d{1,2}\b(?![.,]\d)")
"""A number at the head of the next line."""
SHORTEST = 5
"""Code points below which words tell no action."""
MEASURED = ("due", "due_text", "amount", "quantity", "specific")
"""Slots that the words of an action tell by themselves."""


def find(scene: Scene) -> Iterator[Finding]:
    """The commitments of a report, in the order of the text; one action is one commitment."""
    known = grammar(scene.pack.language)
    taken: set[int] = set()
    for i in range(len(scene.words)):
        for finding in _at(scene, known, i):
            if finding.span.start not in taken:
                taken.add(finding.span.start)
                yield finding


def _at(scene: Scene, known: Grammar, i: int) -> Iterator[Finding]:
    words, lower = scene.words, scene.words.lower[i]
    pos = words.pos[i]
    if pos == "AUX" and (lower in known.will.fields["modals"] or is_reported_future(scene, known, i)):
        return _future(scene, known, i)
    if pos == "VERB" and lower in known.called and i + 1 < len(words) and words.lower[i + 1] in ("on", "upon"):
        return _request(scene, known.proposed, i, i + 2)
    if pos == "VERB" and lower in known.verbs:
        rule = known.verbs[lower]
        return _request(scene, rule, i, i + 1) if rule.fields["strength"] == "proposed" else _undertaken(scene, rule, i)
    if pos in ("ADJ", "VERB") and lower in known.adjectives:
        return _is_ready(scene, known.adjectives[lower], i)
    if pos == "NOUN" and lower in known.nouns:
        return _affirmed(scene, known.nouns[lower], i)
    return iter(())


def _speaks_for_itself(scene: Scene, verb: int) -> bool:
    """Whether a party tells of itself what it will not do; of another it is a forecast."""
    subject = scene.subject(verb)
    first = scene.cast.references["plural_we"] | scene.cast.references["singular_i"]
    if subject is None or scene.words.lower[subject] in first:
        return subject is not None
    home = scene.cast.around.home
    return any(p in scene.resolver.authors or (p.name == home and p.kind == "country") for p in scene.who(subject))


def _data(scene: Scene) -> dict[str, list[str]]:
    """The word lists of lexicon/undertakings.yaml."""
    lists: dict[str, list[str]] = scene.pack.lexicon["undertakings"]
    return lists


def _excluded(scene: Scene, verb: int) -> bool:
    """Negated, conditional, or no assertion at all."""
    words = scene.words
    told = ("advmod", "mark", "aux", "neg", "det")
    near = {words.lower[k] for k in words.children[verb] if k < verb and words.dep[k] in told}
    if not near.isdisjoint(_data(scene)["unreal"]) or is_hoped(scene, verb):
        return True
    return words.dep[verb] == "advcl" and bool(near & {"if", "unless", "when", "once", "until"})


def _undertaken(scene: Scene, rule: Rule, i: int) -> Iterator[Finding]:
    words = scene.words
    if _excluded(scene, i) or (words.tag[i] == "VB" and rule.fields["strength"] == "agreed"):
        return iter(())
    if rule.fields.get("announces"):
        return _announced(scene, rule, i)
    action = _infinitive(scene, i)
    if action is None and rule.fields["strength"] == "agreed":
        action = _clause_of_will(scene, i)
    if action is None and (
        rule.fields["strength"] == "agreed" or words.lower[i] in lemmas(rule.fields.get("objects", ()))
    ):
        action = _object(scene, rule, i)
    if action is None:
        return iter(())
    parties, at = agent(scene, i)
    return _commitments(scene, rule, i, parties, at, *action) if parties else iter(())


def _announced(scene: Scene, rule: Rule, i: int) -> Iterator[Finding]:
    """ "Announced $5 million in assistance": a sum at the head of what is announced, which somebody will then give."""
    action = _object(scene, rule, i)
    if action and scene.words.lower[action[0]] in grammar(scene.pack.language).nouns:
        return iter(())  # "announced plans to", which tell the action by themselves
    span = scene.span(action[0], min(action[1], action[0] + NEAR)) if action else None
    if action is None or span is None or not amount(scene.report.text, span):
        return iter(())
    parties, at = agent(scene, i)
    return _commitments(scene, rule, i, parties, at, *action) if parties else iter(())


def _infinitive(scene: Scene, i: int) -> tuple[int, int] | None:
    """The words of "to ..." that hang on word `i`, without "to"."""
    words = scene.words
    for k in words.kin(i, "xcomp", "ccomp", "advcl", "acl", "obl"):
        to = next(
            (m for m in words.children[k] if words.lower[m] == "to" and words.dep[m] in ("mark", "case") and m > i),
            None,
        )
        if to is None or to - i > 24:
            continue
        if words.tag[k] == "VB" or words.tag[k] == "VBG":
            return _denied(scene, to) or to + 1, _with_purpose(scene, i, max(words.edges[k][1], to + 1))
    to = words.edges[i][1] + 1 if words.pos[i] == "NOUN" else i + 1  # "the readiness of X to"
    if to + 1 < len(words) and words.lower[to] == "to" and words.tag[to + 1] in ("VB", "VBG", "RB"):
        head = next((k for k in range(to + 1, min(to + 5, len(words))) if words.tag[k] in ("VB", "VBG")), to + 1)
        return to + 1, _with_purpose(scene, i, max(words.edges[head][1], head))
    return None


def _denied(scene: Scene, to: int) -> int | None:
    """The "not" before "to": what somebody undertakes not to do is told with it."""
    return to - 1 if scene.words.lower[to - 1] in NEGATIONS else None


def _with_purpose(scene: Scene, cue: int, last: int) -> int:
    """The last word of an action with the "to ..." right behind it, where the parser hung that on the cue itself."""
    words = scene.words
    for k in words.kin(cue, "advcl", "xcomp", "acl"):
        if (
            last + 2 < len(words)
            and words.lower[last + 1] == "to"
            and words.edges[k][0] == last + 1
            and words.tag[k] == "VB"
        ):
            return words.edges[k][1]
    return last


def _clause_of_will(scene: Scene, i: int) -> tuple[int, int] | None:
    """ "Agreed that they would ...": the clause, where it undertakes something."""
    words = scene.words
    clause = words.child(i, "ccomp")
    if (
        clause is None
        or not any(words.lower[m] in ("will", "would") for m in words.kin(clause, "aux"))
        or words.child(clause, "aux:pass") is not None
    ):
        return None
    if words.lower[clause] in ("be", "have", "help"):
        return None
    modal = next(m for m in words.kin(clause, "aux") if words.lower[m] in ("will", "would"))
    return modal + 1, words.edges[clause][1]


def _object(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """ "Pledged continued coordination", "agreed on further contacts", "committed to the defence of"."""
    words = scene.words
    for k in words.kin(i, "obj", "obl", "xcomp", "ccomp"):
        if k < i or words.pos[k] == "PRON":
            continue
        low, high = words.edges[k]
        case = words.child(k, "case", "mark")
        if case is not None and words.lower[case] in ("to", "on", "upon") and case >= i:
            low = case + 1
        elif words.dep[k] != "obj" or rule.fields["strength"] != "pledged":
            continue
        if words.lower[k] in _data(scene)["views"] or (scene.cast.at[k] is not None and words.dep[k] == "obl"):
            continue
        return max(low, i + 1), high
    return None


def _is_ready(scene: Scene, rule: Rule, i: int) -> Iterator[Finding]:
    """ "Is ready to", "remain committed to", "is determined to"."""
    words = scene.words
    if _excluded(scene, i) or words.dep[i] in ("amod",):
        return iter(())
    action = _infinitive(scene, i) or (_object(scene, rule, i) if rule.fields["strength"] == "pledged" else None)
    action = action or _ready_for(scene, rule, i)
    if action is None:
        return iter(())
    parties, at = agent(scene, i)
    return _commitments(scene, rule, i, parties, at, *action) if parties else iter(())


def _ready_for(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """The words of "ready for talks", "readiness for cooperation": what one may undertake, and not merely meet with."""
    words = scene.words
    if words.lower[i] not in rule.fields.get("ready_for", ()) or words.lower[i + 1 : i + 2] != ["for"]:
        return None
    noun = words.head[i + 1]
    return (i + 2, words.edges[noun][1]) if noun > i + 1 and words.lower[noun] in _data(scene)["acts"] else None


def _affirmed(scene: Scene, rule: Rule, i: int) -> Iterator[Finding]:
    """ "Reaffirmed their commitment to deepen", "U.S. commitment to the defence of"."""
    words = scene.words
    action = _infinitive(scene, i)
    if action is None and rule.fields["strength"] == "pledged" and i + 1 < len(words) and words.lower[i + 1] == "to":
        head = words.head[i + 1]
        if head <= i + 1 or scene.cast.at[head] is not None or words.pos[head] == "PROPN":
            return iter(())
        action = (i + 2, words.edges[head][1])
    action = action or _ready_for(scene, rule, i)
    if action is None:
        return iter(())
    parties, at = owner(scene, i)
    others = bool(rule.fields.get("of_those_there")) and not at_the_table(scene, parties)
    if not parties or (others and scene.words.lower[words.head[i]] not in _data(scene)["praises"]):
        return iter(())
    return _commitments(scene, rule, i, parties, at, *action)


def _future(scene: Scene, known: Grammar, modal: int) -> Iterator[Finding]:
    """ "Iceland will send ...": an actor's announced act."""
    words = scene.words
    verb = words.head[modal]
    if verb <= modal or (words.tag[verb] not in ("VB",) and words.child(verb, "aux:pass") is None):
        return iter(())
    if words.pos[verb] != "VERB" or is_hoped(scene, verb):
        return iter(())
    if words.lower[verb] in known.not_verbs and not _has_talks(scene, verb):
        return iter(())
    near = {words.lower[k] for k in words.kin(verb, "advmod", "mark", "aux", "neg") if k != modal}
    if near & (set(_data(scene)["unreal"]) - NEGATIONS):
        return iter(())
    if near & NEGATIONS and not _speaks_for_itself(scene, verb):
        return iter(())
    if words.dep[verb] in ("acl:relcl", "advcl", "advcl:relcl") and not follows_where(scene, modal):
        return iter(())
    if words.child(verb, "aux:pass") is not None:
        return iter(())
    subject = scene.subject(verb)
    if subject is None or (words.child(verb, "nsubj") is None and words.dep[verb] != "conj"):
        return iter(())
    parties = scene.who(subject, until=modal)
    if not parties:
        return iter(())
    return _commitments(scene, known.will, modal, parties, subject, modal + 1, words.edges[verb][1])


def _has_talks(scene: Scene, verb: int) -> bool:
    """ "Will have talks with": what is had is an encounter."""
    had = scene.words.child(verb, "obj")
    nouns = scene.pack.lexicon["meetings"]["nouns"]
    return scene.words.lower[verb] == "have" and had is not None and scene.words.lower[had] in nouns


def _request(scene: Scene, rule: Rule, i: int, start: int) -> Iterator[Finding]:
    """ "Invited him to visit", "urged Ethiopia to", "called on them to": who is asked is the one to act."""
    words = scene.words
    if _excluded(scene, i) or words.tag[i] not in ("VBD", "VBZ", "VBP", "VBG", "VBN"):
        return iter(())
    asked, action = asked_to(scene, i, start)
    parties, at = agent(scene, i)
    asked = of_others(asked, parties)
    if action is None or not asked or not parties:
        return iter(())
    asker = scene.actors("proposer", parties, at)
    if is_order(scene, asked, parties) or asks_own(scene, start, action[0], parties):
        ordered = grammar(scene.pack.language).ordered
        return _commitments(scene, ordered, i, parties, at, *action)
    if not at_the_table(scene, asked):
        return iter(())
    requests = _commitments(scene, rule, i, asked, start, *action)
    return (scene.finding(rule, one.span, [*one.slots, *asker], one.path) for one in requests)


def _commitments(
    scene: Scene, rule: Rule, cue: int, parties: tuple[Party, ...], at: int | None, first: int, last: int
) -> Iterator[Finding]:
    """One commitment an action."""
    for begin, end in (one for action in actions(scene, first, last) for one in several(scene, *action)):
        span = scene.span(_with_denial(scene, begin), end)
        if span is None or span.end - span.start < SHORTEST:
            continue
        slots = [*scene.actors("by", parties, at), *towards(scene, parties, begin, end)]
        slots += [_strength(scene, rule, cue, parties, begin), *measures(scene, span)]
        yield scene.finding(rule, span, slots, (scene.words.form[cue],))


def _with_denial(scene: Scene, begin: int) -> int:
    """The first word of an action with the "not to" or "never to" before it: what will not be done is undertaken too."""
    words, denials = scene.words, _data(scene)["denials"]
    denied = begin > 1 and words.lower[begin - 1] == "to" and words.lower[begin - 2] in denials
    return begin - 2 if denied else begin


def _strength(scene: Scene, rule: Rule, cue: int, parties: tuple[Party, ...], first: int) -> Slot:
    """What the cue tells, of one party alone another thing than of several ("decided"), and where the action begins with an attempt ("will
    seek to"); in a joint document the document decides."""
    alone = len(parties) == 1 and scene.words.lower[cue] in lemmas(rule.fields.get("alone", ()))
    strength = "pledged" if alone else str(rule.fields["strength"])
    strength = "intended" if strength == "pledged" and is_attempt(scene, first) else strength
    strength = "signed" if scene.is_joint_document and strength != "proposed" else strength
    return Slot("strength", strength, scene.words.span(cue, cue))


def measures(scene: Scene, span: Span) -> list[Slot]:
    """Deadline, amount, and whether someone could later check the action."""
    text = scene.report.text
    found = _due(scene, _with_day(text, span))
    found += amount(text, span)
    return [*found, Slot("specific", bool(found) or any(c.isdigit() for c in span.of(text)))]


def _with_day(text: str, span: Span) -> Span:
    """The span, and behind it the day of a month that a broken line cuts off ("on March / 12")."""
    day = DAY.match(text, span.end)
    return Span(span.start, day.end()) if day else span


def _due(scene: Scene, span: Span) -> list[Slot]:
    """The deadline among the words of an action, else at the head of its sentence; a day to come that stands there is nearer than a year
    that the action speaks of ("on May 3 she will discuss the elections in 2026")."""
    published = scene.day
    own = due_words(scene.report.text, span, published)
    if own and own[0].precision != "year":
        return own
    ahead = due_ahead(scene, span)
    to_come = bool(ahead) and ahead[0].precision == "day" and published is not None and str(ahead[0].value) > published
    if own or ahead:
        return ahead if to_come or not own else own
    journey = journey_before(scene, span)
    return due_words(scene.report.text, journey, published) if journey else due_before_subject(scene, span)


def slots_of_commitment(scene: Scene, first: int, last: int, cue: int | None = None) -> list[Slot]:
    """The slots of an action given by its words: who undertakes it, its strength as the cue tells it, deadline and amount.

    `cue` is the word that tells the undertaking, where it is known; else the action's place in its sentence tells it.
    """
    told = undertaker(scene, action_root(scene, first, last), cue)
    slots = [*scene.actors("by", told.parties, told.at), *towards(scene, told.parties, first, last)]
    if told.rule is not None and told.cue is not None:
        slots.append(_strength(scene, told.rule, told.cue, told.parties, first))
    elif (trying := attempted_by(scene, first, last)) is not None and not scene.is_joint_document:
        slots.append(Slot("strength", "intended", scene.words.span(trying, trying)))
    span = scene.span(first, last) or scene.words.span(first, last)
    return slots + measures(scene, span)
