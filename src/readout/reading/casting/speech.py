"""Who may say the words of a statement: the subject of a verb beside them, those who spoke before, and those who acted before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.model import Finding
from readout.reading.actors.party import Mention, Party
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.named_next import named_next
from readout.reading.finders.statements.whose_words import answering
from readout.reading.scene import Scene

if TYPE_CHECKING:
    from readout.reading.casting.stage import Hint, Stage

REACH = 9
"""Words from a statement's edge to a verb beside it, at the most."""
FINITE = ("VBD", "VBZ", "VBP", "VBN")
PUT_IN = ("parataxis", "ccomp", "conj", "dep")
"""Relations of a clause that stands within what is said ("The tone, one adviser volunteered, was that of a father")."""
EARLIER = 3
"""Persons who spoke or acted before that are told apart by how long ago it was."""


def hints_of_speech(stage: Stage) -> Iterator[Hint]:
    """The hints of a statement; none of a finding of another kind."""
    if stage.finding.kind != "statement":
        return
    known = stage.scenery.scene.pack.lexicon["people"]["pronouns"]
    pronouns: set[str] = set()
    for verb, subject in _beside(stage):
        form = _form(stage, subject)
        pronouns |= {form} & known.keys()
        traits = list(_of_verb(stage, verb, form))
        yield from ((party, subject, traits) for party in stage.acting(subject, verb))
    told = pronouns.pop() if len(pronouns) == 1 else "none"
    yield from _before(stage, told)


def is_answer(finding: Finding, scene: Scene) -> bool:
    """Whether the speaker is told by a pronoun that answers ("She pleaded with him, but he replied that ...")."""
    cue = finding.one("cue")
    verb = scene.words_of(cue.span)[0] if cue is not None and cue.span is not None else None
    subject = scene.words.child(verb, "nsubj") if verb is not None else None
    return subject is not None and answering(scene, subject) is not None


def is_told(finding: Finding, scene: Scene) -> bool:
    """Whether the verb of saying has a subject that tells the one speaker: the speaker's name, "he" or "she", or an office of somebody
    whom the text names next."""
    cue, speakers = finding.one("cue"), finding.all("speaker")
    verb = scene.words_of(cue.span)[0] if cue is not None and cue.span is not None else None
    subject = scene.words.child(verb, "nsubj") if verb is not None else None
    if subject is None or len(speakers) != 1:
        return False
    if (named := scene.cast.at[subject]) is not None:
        return speakers[0].actor in {party.id for party in named.parties} and not _is_shared(scene, named)
    later = named_next(scene, subject)
    return scene.words.lower[subject] in scene.pack.lexicon["people"]["pronouns"] or (
        later is not None and later.id == speakers[0].actor
    )


def _is_shared(scene: Scene, named: Mention) -> bool:
    """Whether a name is a surname that several persons of the text bear."""
    first, last = named.core
    bearers = [p for p in scene.cast.persons.parties if p.words[-1:] == named.parties[0].words[-1:]]
    return first == last and len(bearers) > 1


def is_claim(finding: Finding, scene: Scene) -> bool:
    """Whether a noun with an owner brings what is said ("A's claim that ...")."""
    cue = finding.one("cue")
    return cue is not None and str(cue.value).lower() in vocabulary(scene.pack.language)["claims"]


def _beside(stage: Stage) -> Iterator[tuple[int, int]]:
    """The verbs near a statement's words that have a subject of their own, with that."""
    words, (first, last) = stage.scenery.scene.words, stage.words
    low, end = words.sentence_of[first][0], words.sentence_of[last][1]
    for verb in range(max(low, first - REACH), min(end, last + REACH + 1)):
        if words.pos[verb] != "VERB" or words.tag[verb] not in FINITE:
            continue
        subject = words.child(verb, "nsubj")
        inside = first <= verb <= last
        if subject is not None and (not inside or _is_put_in(stage, verb, subject)):
            yield verb, subject


def _is_put_in(stage: Stage, verb: int, subject: int) -> bool:
    """Whether a clause stands between commas or quotation marks within what is said."""
    words, (first, last) = stage.scenery.scene.words, stage.words
    low, high = min(words.edges[subject][0], verb), max(words.edges[subject][1], verb)
    return words.dep[verb] in PUT_IN and low > first and high < last and not words.form[low - 1][:1].isalnum()


def _form(stage: Stage, subject: int) -> str:
    """What the subject is: a pronoun by its form, a name, or another noun."""
    words = stage.scenery.scene.words
    if words.pos[subject] == "PRON":
        return words.lower[subject]
    return "name" if stage.scenery.scene.cast.at[subject] is not None else "noun"


def _of_verb(stage: Stage, verb: int, form: str) -> Iterator[str]:
    words, (first, last) = stage.scenery.scene.words, stage.words
    where = "ahead" if verb < first else "behind" if verb > last else "put in"
    known = "known" if words.lower[verb] in vocabulary(stage.scenery.scene.pack.language)["direct"] else "unknown"
    far = min(max(first - verb, verb - last, 0).bit_length(), 4)
    yield from (
        "beside",
        f"beside {where}",
        f"beside {where} {known}",
        f"beside {where} {far}",
        f"beside {form} {where}",
    )
    yield from (f"beside {form} {known}", f"beside {words.lower[verb]}")


def _before(stage: Stage, pronoun: str) -> Iterator[Hint]:
    """Those who spoke and those who acted last, and whether a pronoun beside the words may mean them."""
    first, woman = stage.words[0], stage.scenery.scene.pack.lexicon["people"]["pronouns"].get(pronoun)
    spoke = [party for at, parties in reversed(stage.scenery.spoke) if at < first for party in parties]
    acted = [party for at, party in reversed(stage.scenery.subjects) if at < first]
    for what, parties in (("spoke", spoke), ("acted", acted)):
        for rank, party in enumerate(list(dict.fromkeys(parties))[:EARLIER]):
            yield party, None, [f"{what} {rank}", f"{what} {rank} by {pronoun}", *_gender(party, woman)]


def _gender(party: Party, woman: bool | None) -> list[str]:
    if woman is None:
        return []
    fits = "unknown" if party.feminine is None else "fits" if party.feminine == woman else "does not fit"
    return [f"gender {fits}"]
