"""Those who sit at one table: in a transcript of talks, who "we" are and whom one of them greets."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.actors.party import ADDRESS, Party
from readout.reading.actors.who import Encounter
from readout.reading.finders.encounters.encounter import Vocabulary, place_of, where
from readout.reading.finders.encounters.formats import kind_of
from readout.reading.finders.encounters.occasion import today
from readout.reading.scene import Scene

REACH = 4
"""Words behind a greeting's verb in which it says who is greeted."""


def table_at(scene: Scene, i: int) -> tuple[Party, ...]:
    """The persons at the table where word `i` is spoken: those who speak there, and else those whom the headline names."""
    voices = [voice for voice in scene.resolver.voices if voice.at_table]
    if not any(voice.first <= i <= voice.last for voice in voices):
        return ()
    speakers = dict.fromkeys(p for voice in voices for p in voice.parties if p.kind == "person")
    named = set(scene.cast.headline.folded)
    headline = [p for p in scene.cast.persons.parties if p.words and p.words[-1] in named]
    found = tuple(speakers) if len(speakers) > 1 else tuple(dict.fromkeys([*speakers, *headline]))
    return found if len(found) > 1 else ()


def met_at_table(scene: Scene, told: int, first: int, last: int) -> tuple[Party, ...]:
    """Those at the table, where a clause in their talks tells of "our meeting" or "we met" and names nobody else."""
    table = table_at(scene, told)
    named = {p for k in range(first, last + 1) if scene.cast.is_person_at(k) for p in scene.cast.at[k].parties}  # type: ignore[union-attr]
    together = any(word in scene.pack.lexicon["meetings"]["at_table"] for word in scene.words.lower[first : last + 1])
    return table if together and named <= set(table) else ()


def greeting(scene: Scene, vocabulary: Vocabulary, rule: Rule) -> Iterator[Finding]:
    """The meeting that a transcript holds, at its first words of welcome, where the report has not told it by then."""
    for low, end in scene.words.sentences:
        at = next((k for k in range(low, end) if greets(scene, k, end)), None)
        table = table_at(scene, at) if at is not None else ()
        if at is None or not table or not all(_has_standing(scene, party) for party in table):
            continue
        if not any(len(set(met.parties) & set(table)) > 1 and met.at < at for met in scene.resolver.encounters):
            yield from _greeted(scene, vocabulary, rule, at, table)
        return


def _has_standing(scene: Scene, party: Party) -> bool:
    """Whether somebody speaks under a name, holds an office or acts for a state: no journalist does whom a guest thanks."""
    speaks = any(party in voice.parties for voice in scene.resolver.voices)
    return speaks or party.country is not None or any(source != ADDRESS for *_, source in party.titles)


def greets(scene: Scene, k: int, end: int) -> bool:
    """Whether word `k` greets: "welcome back to", "great to see you", "thank you for coming"."""
    words, data = scene.words, scene.pack.lexicon["meetings"]["greetings"]
    ahead = words.lower[k + 1 : min(k + 1 + REACH, end)]
    if words.lower[k] == data["thanks"][0]:
        return words.lower[k : k + 3] == data["thanks"] and bool(ahead[2:]) and ahead[2] in data["coming"]
    if words.lower[k] not in data["welcoming"] and words.lower[k] not in data["glad"]:
        return False
    guest = any(scene.cast.is_person_at(j) for j in range(k + 1, min(k + 1 + REACH, end)))
    if words.lower[k] in data["welcoming"]:
        return guest or any(word in data["greeted"] for word in ahead[:2]) or not ahead
    to_see = ahead[:1] == ["to"] and bool(ahead[1:2]) and ahead[1] in data["meeting"]
    return to_see and (guest or any(word in data["greeted"] for word in ahead[2:]))


def _greeted(scene: Scene, vocabulary: Vocabulary, rule: Rule, at: int, table: tuple[Party, ...]) -> Iterator[Finding]:
    words = scene.words
    low, end = words.sentence_of[at]
    breaks = [k for k in range(low, end) if words.form[k] in (",", "–", "—", ";", ":", ".", "!")]
    first = max((k + 1 for k in breaks if k < at), default=low)
    last = min((k - 1 for k in breaks if k > at), default=end - 1)
    span = scene.span(first, last)
    if span is None:
        return
    place = place_of(scene, at, ("to", "in", "at"), last)
    kind = kind_of(scene, vocabulary, (at, "talks"), table, last)
    slots = [*scene.actors("participants", table, at), Slot("kind", kind, words.span(at, at)), *where(place)]
    insort(scene.resolver.encounters, Encounter(at, table), key=lambda met: met.at)
    yield scene.finding(rule, span, [*slots, *today(scene, at)], (words.form[at],))
