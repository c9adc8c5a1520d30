"""The finding of an encounter: the words of its clause, and its slots."""

from __future__ import annotations

from dataclasses import dataclass

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.actors.who import Encounter
from readout.reading.finders.encounters.encounter import Vocabulary, carries, is_courtesy, place_of, tells_itself, where
from readout.reading.finders.encounters.formats import kind_of
from readout.reading.finders.encounters.occasion import date_of
from readout.reading.scene import Scene


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that tells an encounter by word `told`: those who act in it (`subject` is the word that names them), whom
    they met, of what kind it was, the clause's last word, and the place with its last word where that is known."""

    told: int
    subject: int | None
    first: tuple[Party, ...]
    other: tuple[Party, ...]
    kind: str
    last: int
    place: tuple[Slot, int] | None = None


def meeting_in(scene: Scene, vocabulary: Vocabulary, rule: Rule, clause: Clause) -> Finding | None:
    """The encounter that a clause tells, or None where no words are left of it; the scene is told who met."""
    i, last = clause.told, max(clause.last, clause.told)
    who = _relative(scene, i) if clause.kind == "visit" else None
    begin = _opening(scene, i, clause.subject, clause.first) if who is None else who
    parties = tuple(dict.fromkeys((*clause.first, *clause.other)))
    place = clause.place or place_of(scene, max(clause.last - 1, i), ("in", "at"), _purpose(scene, last))
    place = place or place_of(scene, i, ("in", "at"), last)
    span = scene.span(begin, last)
    if span is None:
        return None
    if clause.kind != "visit":
        scene.resolver.encounters.append(Encounter(i, parties))
    others = [p for p in clause.other if p not in clause.first]
    slots = [
        *scene.actors("participants", clause.first, clause.subject),
        *scene.actors("participants", others, clause.last),
        Slot("kind", kind_of(scene, vocabulary, (i, clause.kind), parties, last), scene.words.span(i, i)),
        *where(place),
        *date_of(scene, i, begin, last),
    ]
    return scene.finding(rule, span, slots, (scene.words.form[i],))


def _second(scene: Scene, i: int) -> int | None:
    """The verb that begins another encounter of the same subject ("visited Riga and met with A"), where word `i` tells that."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)
    verb = i if words.pos[i] == "VERB" else words.head[i]
    head = words.head[verb]
    joined = (
        words.pos[verb] == "VERB" and words.dep[verb] == "conj" and words.child(verb, "nsubj", "nsubj:pass") is None
    )
    nouns = (k for k in words.kin(head, "obj") if words.lower[k] in vocabulary.data["nouns"])
    tells = (
        tells_itself(scene, vocabulary, head)
        or is_courtesy(scene, head)
        or any(carries(scene, vocabulary, head, k) for k in nouns)
    )
    return verb if joined and head < verb <= i and tells else None


def _relative(scene: Scene, i: int) -> int | None:
    """The "who" of a relative clause that word `i` tells ("B, who paid a visit"): others may tell of the one before it."""
    words = scene.words
    verb = i if words.pos[i] == "VERB" else words.head[i]
    who = words.child(verb, "nsubj") if words.dep[verb] == "acl:relcl" else None
    return who if who is not None and words.pos[who] == "PRON" and who < verb else None


def _purpose(scene: Scene, last: int) -> int:
    """The word behind a clause with which the purpose begins ("to discuss the situation in"), else the sentence's end."""
    end = scene.words.sentence_of[last][1]
    return next((k for k in range(last + 1, end) if scene.words.tag[k] == "TO"), end)


def _opening(scene: Scene, i: int, subject: int | None, first: tuple[Party, ...]) -> int:
    """The first word of the clause that word `i` tells: "to" where it has that, else the first of those who act in it."""
    words = scene.words
    low = words.sentence_of[i][0]
    if (alone := _second(scene, i)) is not None:
        return alone
    to = next((k for k in words.kin(i, "mark") if words.lower[k] == "to"), None)
    if to is not None and subject is not None and subject < to:
        return to
    mention = scene.cast.at[subject] if subject is not None else None
    begin = mention.first if mention else words.edges[subject][0] if subject is not None else i
    begin = min(max(begin, low), i)
    if to is not None:
        return begin
    low = words.head[i] + 1 if subject is not None and words.head[i] < subject else low
    acting = (k for k in range(low, i) if (m := scene.cast.at[k]) and m.sort == "person" and m.parties[0] in first)
    return min(begin, next(acting, begin))


def another_clause(scene: Scene, k: int) -> bool:
    """Whether another clause is told from word `k` on."""
    return scene.words.form[k] == ";" or (scene.words.pos[k] == "VERB" and scene.words.tag[k] in ("VBD", "VBZ", "VBP"))
