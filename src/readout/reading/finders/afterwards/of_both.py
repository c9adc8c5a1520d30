"""Whether "we" in somebody's mouth undertakes for one side or for both: "together, we will" is both, "we will send" the speaker's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.actors.references import countries_of
from readout.reading.actors.voices import Voice
from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

BEFORE = 3
"""Words before "we" among which "together" may stand."""
UNASKED = (("agreed",), ("proposed",))
"""Strengths of what nobody undertakes alone, and of what is asked of another."""


def of_one_or_both(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; what one who speaks for a country says that "we" will do is undertaken by that country, or by all sides of the talks
    where the words tell that it is done together. In 511 such commitments of transcripts a third were of both, of those with such words
    three in four."""
    for finding in findings:
        told = _undertaking(scene, finding) if finding.kind == "commitment" else None
        others = (slot for slot in finding.slots if slot.role != "by")
        yield finding if told is None else replace(finding, slots=(*told, *others))


def _undertaking(scene: Scene, finding: Finding) -> list[Slot] | None:
    """The slots of those who undertake what "we" do; None where nobody says so, or the finding tells it already."""
    first, last = scene.words_of(finding.span)
    voice = next((v for v in scene.resolver.voices if v.first <= first <= v.last), None)
    subject = scene.subject(action_root(scene, first, last))
    if voice is None or subject is None or not voice.first <= subject <= voice.last:
        return None
    if scene.words.lower[subject] not in scene.cast.references["plural_we"]:
        return None
    own, all_sides = _sides(scene, voice)
    if own is None or len(all_sides) < 2 or finding.values("strength") in UNASKED:
        return None
    joint = _is_joint(scene, subject, first, last)
    if not joint and any((slot.how or "").startswith("cast") for slot in finding.all("by")):
        return None  # the network saw both
    sides, now = all_sides if joint else (own,), {slot.actor for slot in finding.all("by")}
    if now == {party.id for party in sides} or not now <= {party.id for party in all_sides}:
        return None
    return scene.actors("by", sides, subject)


def _sides(scene: Scene, voice: Voice) -> tuple[Party | None, tuple[Party, ...]]:
    """The speaker's country, and the countries of those who met."""
    country = voice.parties[0].country if len(voice.parties) == 1 else None
    if country is None or voice.parties[0].kind != "person":
        return None, ()
    own = scene.cast.country(country)
    met = next((e.parties for e in reversed(scene.resolver.encounters) if e.at <= voice.last), ())
    sides = countries_of(scene.resolver, met) if met else ()
    return own, sides if own in sides else ()


def _is_joint(scene: Scene, subject: int, first: int, last: int) -> bool:
    """Whether an action of "we" is done together with those who listen: by its words, unless they name whom it is done with or for."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    low = max(words.sentence_of[subject][0], subject - BEFORE)
    near = words.lower[low : last + 1]
    addressed = any(words.lower[k] in data["addressed"] for k in range(first, last + 1))
    return not addressed and any(word in data["jointly"] for word in near)
