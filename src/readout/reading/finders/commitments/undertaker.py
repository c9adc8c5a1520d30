"""Who undertakes an action: the subject of what tells it, the owner of a commitment, or who is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from readout.lang import Rule, load
from readout.lang.inflection import lemmas
from readout.reading.actors.party import Party
from readout.reading.actors.references import countries_of
from readout.reading.finders.commitments.openers import opener
from readout.reading.finders.phrases import phrase
from readout.reading.scene import Scene

FARTHEST = 8
"""Heads that are climbed from an action to the word that tells it."""
OWNING = frozenset(("of", "by"))
"""Words behind a commitment before the one whose it is ("the commitment of Norway", "the decision by Latvia")."""


@dataclass(frozen=True)
class Grammar:
    """The word lists of the rules, by what a word may be."""

    verbs: dict[str, Rule]
    adjectives: dict[str, Rule]
    nouns: dict[str, Rule]
    will: Rule
    not_verbs: frozenset[str]
    called: frozenset[str]
    proposed: Rule
    suggesting: frozenset[str]
    ordered: Rule

    def asks(self, lower: str) -> bool:
        """Whether a verb's form asks another to act."""
        rule = self.verbs.get(lower)
        return rule is not None and rule.fields["strength"] == "proposed"


@cache
def grammar(language: str) -> Grammar:
    """The rules of commitments, laid out by word form."""
    rules = load(language).rules["commitment"]
    verbs = {form: rule for rule in rules for form in lemmas(rule.fields.get("verbs", ()))}
    adjectives = {word: rule for rule in rules for word in rule.fields.get("adjectives", ())}
    nouns = {word: rule for rule in rules for word in rule.fields.get("nouns", ())}
    will = next(rule for rule in rules if "modals" in rule.fields)
    proposed = next(rule for rule in rules if "called" in rule.fields)
    return Grammar(
        verbs,
        adjectives,
        nouns,
        will,
        frozenset(lemmas(will.fields["not_verbs"])),
        frozenset(lemmas(proposed.fields["called"])),
        proposed,
        frozenset(lemmas(proposed.fields["suggesting"])),
        next(rule for rule in rules if "orders" in rule.fields),
    )


@dataclass(frozen=True, slots=True)
class Undertaker:
    """Who undertakes, the word that says so, and the cue with its rule where one of the rules knows it."""

    parties: tuple[Party, ...]
    at: int | None
    cue: int | None = None
    rule: Rule | None = None


def undertaker(scene: Scene, top: int, cue: int | None = None) -> Undertaker:
    """Who undertakes the action whose words hang on `top`; `cue` where the telling word is known."""
    known = grammar(scene.pack.language)
    for here in [cue] if cue is not None else _upward(scene, top):
        told = _told_at(scene, known, here, top)
        if told is not None and told.parties:
            return told
    return _unnamed(scene, known, top) or _told_around(scene, top)


def _unnamed(scene: Scene, known: Grammar, top: int) -> Undertaker | None:
    """A subject that no lexicon knows ("the town of Riga", "Air Cambodia"), as a group by its words."""
    words = scene.words
    subject = scene.subject(top)
    passive = subject is not None and words.dep[subject] == "nsubj:pass"
    if subject is None or passive or words.pos[subject] not in ("NOUN", "PROPN") or words.edges[subject][0] > top:
        return None
    pointing = scene.cast.references["persons"] | scene.cast.references["countries"]
    if words.lower[subject] in pointing or words.lower[subject] in known.nouns:
        return None
    group = _group_of(scene, subject)
    if group is not None:
        return Undertaker((group,), subject, None, _will(scene, known, top))
    first, last = phrase(scene, subject)
    last = min(last, top - 1) if subject < top else last
    if not any(words.form[k][:1].isupper() for k in range(first, max(last, first) + 1)):
        return None  # "each side", "the agreements": nobody by a name of its own
    party = scene.cast.party(" ".join(words.said(first, max(last, first)).split()), "group")
    return Undertaker((party,), subject, None, _will(scene, known, top))


def _group_of(scene: Scene, subject: int) -> Party | None:
    """The group whose members, states or leaders a subject means ("the members of the Nordic Council")."""
    words = scene.words
    if words.lower[subject] not in scene.pack.lexicon["undertakings"]["belong"]:
        return None
    named = (
        m
        for k in words.kin(subject, "nmod")
        if any(words.lower[j] == "of" for j in words.kin(k, "case")) and (m := scene.cast.at[k])
    )
    return next((m.parties[0] for m in named if m.sort == "organisation" and len(m.parties) == 1), None)


def _upward(scene: Scene, top: int) -> list[int]:
    """The word itself and its heads, up to the sentence's root."""
    chain = [top]
    while len(chain) < FARTHEST and scene.words.head[chain[-1]] != chain[-1]:
        chain.append(scene.words.head[chain[-1]])
    return chain


def _told_at(scene: Scene, known: Grammar, here: int, top: int) -> Undertaker | None:
    """What one word of the climb tells: a request, a commitment's owner, or a verb with its subject."""
    words, lower = scene.words, scene.words.lower[here]
    if here != top and words.pos[here] == "VERB" and (lower in known.called or known.asks(lower)):
        asked = _asked(scene, here, top)
        if asked is not None:
            return Undertaker(*asked, here, known.proposed)
    if here != top and words.pos[here] == "NOUN" and lower in known.nouns:
        return Undertaker(*owner(scene, here), here, known.nouns[lower])
    rule = known.verbs.get(lower) or known.adjectives.get(lower) if here != top else _will(scene, known, here)
    if rule is None and words.child(here, "nsubj", "nsubj:pass") is None:
        return None
    return Undertaker(*agent(scene, here), here if rule else None, rule)


def _asked(scene: Scene, asking: int, top: int) -> tuple[tuple[Party, ...], int | None] | None:
    """Who is asked to act: the one between the two verbs, the subject of "was asked", else the other side of those who met."""
    named = next(((found, k) for k in range(asking + 1, top) if (found := scene.who(k, until=top))), None)
    if named is not None:
        return named
    parties, at = agent(scene, asking)
    if scene.words.child(asking, "aux:pass") is not None:
        return (parties, at) if parties else None
    others = other_side(scene, asking)
    return (others, None) if others else None


def other_side(scene: Scene, asking: int) -> tuple[Party, ...]:
    """Those of the last meeting before a verb who are not of the side of its subject; nobody where that is of no side."""
    parties, _ = agent(scene, asking)
    met = next((e.parties for e in reversed(scene.resolver.encounters) if e.at <= asking), ())
    sides = {name for party in parties for name in (party.name, party.country)}
    others = tuple(p for p in met if not {p.name, p.country or p.name} & sides)
    return others if parties and len(others) < len(met) else ()


def _will(scene: Scene, known: Grammar, verb: int) -> Rule | None:
    modals = (*known.will.fields["modals"], *known.will.fields["past_modals"])
    return known.will if any(scene.words.lower[k] in modals for k in scene.words.kin(verb, "aux")) else None


def _told_around(scene: Scene, top: int) -> Undertaker:
    """Where the sentence names nobody: who speaks there, the authors of the document, who opens the list, or those who met last."""
    resolver = scene.resolver
    opened = opener(scene, top) if not resolver.authors and scene.subject(top) is None else None
    if opened is not None:
        return Undertaker(*opened)
    spoken = next((v.parties for v in resolver.voices if v.first <= top <= v.last), ())
    met = [e.parties for e in resolver.encounters if e.at <= top] or [e.parties for e in resolver.encounters[:1]]
    return Undertaker(
        spoken or resolver.authors or resolver.partners or (met[-1] if met else ()) or _nearest_before(scene, top), None
    )


def _nearest_before(scene: Scene, top: int) -> tuple[Party, ...]:
    """Who was the last subject before a word, where nobody met: the text goes on about them."""
    words = scene.words
    for k in range(min(words.sentence_of[top][0], len(words)) - 1, -1, -1):
        if words.dep[k] == "nsubj" and words.pos[words.head[k]] in ("VERB", "AUX") and (found := scene.who(k)):
            return found
    return ()


def agent(scene: Scene, i: int) -> tuple[tuple[Party, ...], int | None]:
    """Who undertakes: the subject; of an agentless passive ("it was agreed") those who met."""
    words = scene.words
    passive = words.child(i, "aux:pass") is not None
    subject = scene.subject(i)
    if passive and (subject is None or words.lower[subject] == "it" or not scene.who(subject)):
        met = [e.parties for e in scene.resolver.encounters if e.at <= i]
        return (met[-1] if met else ()), None
    if subject is None:
        return (), None
    found = scene.who(subject, until=i if subject < i else None)
    return _agreeing(scene, i, subject, found), subject


def _agreeing(scene: Scene, verb: int, subject: int, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Nobody agrees alone: behind "we agreed" of one who speaks for a country stand the countries of those who met."""
    rule = grammar(scene.pack.language).verbs.get(scene.words.lower[verb])
    alone = len(found) == 1 and scene.words.lower[subject] in scene.cast.references["plural_we"]
    if rule is None or rule.fields["strength"] != "agreed" or not alone or found[0].kind != "country":
        return found
    met = next((e.parties for e in reversed(scene.resolver.encounters) if e.at <= verb), ())
    countries = countries_of(scene.resolver, met) if met else ()
    return countries if found[0] in countries else found


def owner(scene: Scene, i: int) -> tuple[tuple[Party, ...], int | None]:
    """Whose commitment it is: a possessor or adjective before it, "of X" behind it, else the subject of the verb."""
    words = scene.words
    for k in words.children[i]:
        if words.dep[k] in ("nmod:poss", "compound", "amod", "nmod") and k < i:
            mention = scene.cast.at[k]
            if mention is not None:
                return scene.who(k, until=i) or mention.parties, k
        if words.dep[k] == "nmod" and k > i and OWNING & set(words.lower[i + 1 : min(words.edges[k][0] + 1, k)]):
            found = scene.who(k)
            if found:
                return found, k
    told = _ours(scene, i) or _thanked(scene, i)
    if told is not None:
        return told
    head = words.head[i]
    while words.pos[head] not in ("VERB", "AUX") and words.head[head] != head:
        head = words.head[head]
    if words.pos[head] != "VERB" or words.lower[head] in scene.pack.lexicon["undertakings"]["praises"]:
        return (), None
    return agent(scene, head)


def _ours(scene: Scene, i: int) -> tuple[tuple[Party, ...], int | None] | None:
    """Whose "our commitment" is, or one that there is: all who met where it is shared, else whom "our" stands for."""
    words, resolver = scene.words, scene.resolver
    ours = next((k for k in words.kin(i, "nmod:poss") if words.lower[k] in scene.cast.references["plural_we"]), None)
    exists = words.child(words.head[i], "expl") is not None  # "there was a shared commitment to"
    if ours is None and not exists:
        return None
    shared = any(words.lower[k] in scene.pack.lexicon["undertakings"]["shared"] for k in words.kin(i, "amod"))
    if shared and not resolver.authors and resolver.encounters:
        return resolver.encounters[-1].parties, None
    found = scene.who(ours) if ours is not None else ()
    return (found, ours) if found else None


def _thanked(scene: Scene, i: int) -> tuple[tuple[Party, ...], int | None] | None:
    """Who is thanked for what noun `i` tells ("thanked Norway for its readiness to", "gratitude to Norway for the decision to")."""
    words, thanks = scene.words, scene.pack.lexicon["undertakings"]["thanks"]
    case = words.child(i, "case")
    if case is None or words.lower[case] != "for":
        return None
    low = words.sentence_of[i][0]
    told = next((k for k in range(case - 1, low - 1, -1) if words.lower[k] in thanks), case)
    return next(((found, k) for k in range(told + 1, case) if (found := scene.who(k, until=case))), None)
