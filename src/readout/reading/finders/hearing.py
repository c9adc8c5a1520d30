"""Before all finders: who speaks where, so that "I", "we" and "our" are known wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang.offices import fold_name
from readout.lang.pack import Phrase
from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.actors.voices import Voice
from readout.reading.finders.speech import Speech, direct_speech, vocabulary
from readout.reading.scene import Scene

STATES = ("country", "organisation")
OPENING = 60
"""Words at a text's head among which a joint document names its authors."""


def hear(scene: Scene) -> None:
    """Tells the scene its direct speech, the voices in it, and the authors of a joint document."""
    rules = {rule.id.rsplit(".", 1)[1]: rule for rule in scene.rules("statement")}
    speeches = list(direct_speech(scene, rules, vocabulary(scene.pack.language))) or list(_whole_text(scene))
    scene.speeches = tuple(speech.finding for speech in speeches)
    scene.resolver.voices = [_voice(scene, speech) for speech in speeches]
    if scene.is_joint_document:
        scene.resolver.authors = _authors(scene)


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


def _authors(scene: Scene) -> tuple[Party, ...]:
    """The parties that a joint document's headline names, else those who release it, else its first plural subject."""
    return next((found for find in (_in_headline, _released_by, _first_subject) if len(found := find(scene)) > 1), ())


def _in_headline(scene: Scene) -> tuple[Party, ...]:
    """Countries and organisations of the headline before what the document is about, and the countries of persons there."""
    headline, cast = scene.cast.headline, scene.cast
    about = min((k for word in cast.references["about"] if (k := headline.text.find(f" {word} ")) > 0), default=None)
    folded = fold_name(headline.text[:about]).split()
    named = [p for p in headline.phrases if headline.text.find(p.words) < (about or len(headline.text))]
    parties = [party for p in named for party in _states_of(scene, p)]
    persons = [p for p in cast.persons.parties if p.country and p.words and p.words[-1] in folded]
    return tuple(dict.fromkeys([*parties, *(cast.country(p.country) for p in persons if p.country)]))


def _states_of(scene: Scene, phrase: Phrase) -> list[Party]:
    """The country or organisation of a headline's phrase; of a small group such as the Quad, its members."""
    cast, members = scene.cast, scene.pack.members_of.get(phrase.value, ())
    if members:
        return [cast.country(name) for name in members]
    return [cast.party(phrase.value, "country" if phrase.sort == "country" else "organisation", phrase.country)]


def _released_by(scene: Scene) -> tuple[Party, ...]:
    """ "The following statement was released by the Governments of ..."."""
    words = scene.words
    for k in range(1, min(OPENING, len(words) - 1)):
        if words.lower[k] in ("by", "of") and words.lower[k - 1] in ("released", "issued", "statement", "governments"):
            end = words.sentence_of[k][1]
            stop = next((m for m in range(k, end) if words.lower[m] in scene.cast.references["about"]), end)
            mentions = [scene.cast.at[m] for m in range(k, stop)]
            return tuple(dict.fromkeys(p for m in mentions if m and m.sort in STATES for p in m.parties))
    return ()


def _first_subject(scene: Scene) -> tuple[Party, ...]:
    """The first subject of the text that is more than one party; "we, the leaders of ..." by what stands beside it."""
    words = scene.words
    for k in range(min(OPENING, len(words))):
        if words.dep[k] not in ("nsubj", "nsubj:pass"):
            continue
        low, high = words.edges[k]
        found = scene.who(k) if words.lower[k] != "we" else ()
        if words.lower[k] == "we":
            mentions = [scene.cast.at[m] for m in range(low, high + 1)]
            found = tuple(p for m in mentions if m and m.sort in STATES for p in m.parties)
        if len(set(found)) > 1:
            return tuple(dict.fromkeys(found))
    return ()
