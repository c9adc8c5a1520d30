"""Before all finders: who speaks where, so that "I", "we" and "our" are known wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.actors.voices import Voice
from readout.reading.finders.authors import OPENING, authors, partners
from readout.reading.finders.cue_words import vocabulary
from readout.reading.finders.speech import Speech, direct_speech
from readout.reading.scene import Scene


def hear(scene: Scene) -> None:
    """Tells the scene its direct speech, the voices in it, and the authors of a joint document or the
    partners of a fact sheet."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("statement")}
    speeches = list(direct_speech(scene, rules, vocabulary(scene.pack.language))) or list(_whole_text(scene))
    scene.speeches = tuple(speech.finding for speech in speeches)
    scene.resolver.voices = [_voice(scene, speech) for speech in speeches]
    if scene.is_joint_document:
        scene.resolver.authors = authors(scene)
    else:
        scene.resolver.partners = partners(scene)


def _voice(scene: Scene, speech: Speech) -> Voice:
    first, last = scene.words_of(speech.finding.span)
    return Voice(first, last, speech.parties, at_table=speech.finding.rule.endswith(".turn"))


def _whole_text(scene: Scene) -> Iterator[Speech]:
    """An address or message in the first person: one statement of the person whom its headline names."""
    words, title = scene.words, (scene.report.title or "").lower()
    if not any(word in title for word in scene.pack.lexicon["meetings"]["addresses"]) or len(words) < OPENING:
        return
    alone = scene.cast.references["singular_i"]
    spoken = sum(words.lower[k] in alone and words.dep[k] == "nsubj" for k in range(len(words)))
    speaker = _headline_person(scene)
    if spoken < 2 or speaker is None:
        return
    rule = next(rule for rule in scene.rules("statement") if rule.id.endswith(".address"))
    span = words.span(0, len(words) - 1)
    first = next(k for k in range(len(words)) if words.lower[k] in alone and words.dep[k] == "nsubj")
    slots = [*scene.actors("speaker", (speaker,), first), Slot("form", "direct")]
    yield Speech(scene.finding(rule, span, slots, ("headline",)), (speaker,))


def _headline_person(scene: Scene) -> Party | None:
    """The one whom the headline names: a person of the text by surname, else one in office then by the table."""
    cast, named = scene.cast, scene.cast.headline.folded
    known = next((p for p in cast.persons.parties if p.words and p.words[-1] in named), None)
    countries = {cast.around.home, *(phrase.country for phrase in cast.headline.phrases)}
    rows = (row for word in named for row in cast.around.offices.named(word, cast.around.date))
    row = next((row for row in rows if row.country in countries), None)
    return cast.holder(row) if row is not None else known
