"""Before all finders: who speaks where, so that "I", "we" and "our" are known wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.actors.voices import Voice
from readout.reading.finders.documents.authors import OPENING, authors, partners
from readout.reading.finders.headlines import headline
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.speech import Speech, direct_speech
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
    """An address, message or release in the first person: one statement of the person whom its headline names."""
    words, title = scene.words, (scene.report.title or "").lower()
    alone = scene.cast.references["singular_i"]
    spoken = [k for k in range(len(words)) if words.lower[k] in alone and words.dep[k] == "nsubj"]
    if len(spoken) < 2:
        return
    begins, speaker = 0, _headline_person(scene)
    if not any(word in title for word in scene.pack.lexicon["meetings"]["addresses"]) or len(words) < OPENING:
        begins, speaker = _under_a_name(scene, spoken)
    if speaker is None:
        return
    rule = next(rule for rule in scene.rules("statement") if rule.id.endswith(".address"))
    span, first = words.span(begins, len(words) - 1), spoken[0]
    slots = [*scene.actors("speaker", (speaker,), first), Slot("form", "direct")]
    yield Speech(scene.finding(rule, span, slots, ("headline",)), (speaker,))


def _under_a_name(scene: Scene, spoken: list[int]) -> tuple[int, Party | None]:
    """The word behind the lines of a text's head, and the one person whom they name, where "I" speaks from the first sentence on
    and the report has no title ("SENATOR THE HON A B / MINISTER FOR FOREIGN AFFAIRS")."""
    words, head = scene.words, headline(scene.report.text)
    if head is None or scene.report.title:
        return 0, None
    below = max(head.end, scene.report.text.rfind("\n", 0, words.start[spoken[0]]))
    begins = next((k for k in range(len(words)) if words.start[k] >= below), 0)
    named = (m.parties[0] for k in range(begins) if (m := scene.cast.at[k]) is not None and m.sort == "person")
    persons, at_once = set(named), words.sentence[spoken[0]] <= words.sentence[begins] + 1
    quoted = any(scene.cast.quoted[k] for k in spoken)
    return begins, next(iter(persons)) if len(persons) == 1 and at_once and not quoted else None


def _headline_person(scene: Scene) -> Party | None:
    """The one whom the headline names: a person of the text by surname, else one in office then by the table."""
    cast, named = scene.cast, scene.cast.headline.folded
    known = next((p for p in cast.persons.parties if p.words and p.words[-1] in named), None)
    countries = {cast.around.home, *(phrase.country for phrase in cast.headline.phrases)}
    rows = (row for word in named for row in cast.around.offices.named(word, cast.around.date))
    row = next((row for row in rows if row.country in countries), None)
    return cast.holder(row) if row is not None else known
