"""What reads like a meeting and is none because the report has told it already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readout.model import Finding
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.encounter import country_of, tells_encounter
from readout.reading.finders.encounters.table import table_at
from readout.reading.finders.meetings.unmet import BEFORE, told_word
from readout.reading.finders.meetings.welcomes import welcomes, whole_welcomes
from readout.reading.scene import Scene

BEHIND = 2
"""Words behind a visit that may say it was another ("last week")."""
BESIDE = 2
"""Sentences around a greeting in which other words may tell the same meeting."""
SHORT = 8
"""Words of a clause that only points back to a meeting, at the most."""


def once(scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without meetings that only point back to one before them ("during the meeting", "our current visit")."""
    kept: list[Finding] = []
    told = whole_welcomes(scene, list(findings))
    told = [f for f in told if not _greets_again(scene, f, told)]
    told = [f for f in told if not _at_table_again(scene, f, told)]
    told = [f for f in told if not _tells_nothing(scene, f, told) and not _is_appeal(scene, f)]
    bearers, met = _bearers(scene), list[Met]()
    for finding in sorted(told, key=lambda f: f.span):
        if finding.kind == "meeting":
            own = Met(finding, _ids(finding), _states(bearers, finding))
            if _named_again(scene, own, met) or _back(scene, own, met) or _is_it(scene, own, met):
                continue
            met.append(own)
        kept.append(finding)
    return kept


def _is_appeal(scene: Scene, finding: Finding) -> bool:
    """Whether "called on" tells what is asked of somebody, and no visit to an office, which its rule would have found."""
    if finding.kind != "meeting" or finding.rule.endswith(".called"):
        return False
    data, told = scene.pack.lexicon["meetings"], told_word(scene, finding)
    behind = scene.words.lower[told + 1 : told + 2]
    calls = scene.words.lower[told] in data["calling"] and scene.words.pos[told] == "VERB"
    return calls and any(word in data["upon"] for word in behind)


def _tells_nothing(scene: Scene, finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether a meeting's words name neither an encounter nor anybody, and are but the date or place of another in their sentence."""
    if finding.kind != "meeting" or tells_encounter(scene, *scene.words_of(finding.span)):
        return False
    named = any(slot.span and finding.span.covers(slot.span) for slot in finding.all("participants"))
    here = scene.words.sentence[scene.words_of(finding.span)[0]]
    others = (f for f in told if f.kind == "meeting" and f is not finding and _ids(f) >= _ids(finding))
    return not named and any(scene.words.sentence[scene.words_of(f.span)[0]] == here for f in others)


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting, the ids of those who took part, and the states for which they act, where all of them act for one."""

    finding: Finding
    ids: set[str | None]
    states: set[str]

    def shared(self, before: Iterable[Met]) -> Iterator[Finding]:
        """The meetings in which somebody took part of those who met here, or the same states did."""
        return (one.finding for one in before if self.ids & one.ids or (self.states and self.states == one.states))


def _ids(finding: Finding) -> set[str | None]:
    return {slot.actor for slot in finding.all("participants")}


def _bearers(scene: Scene) -> dict[str, list[Party]]:
    """All parties by the id of their actor: a name that two of one kind bear gives both one id."""
    found: dict[str, list[Party]] = {}
    for party in (*scene.cast.persons.parties, *scene.cast.others.values()):
        found.setdefault(party.id, []).append(party)
    return found


def _states(bearers: Mapping[str, list[Party]], finding: Finding) -> set[str]:
    ids = _ids(finding)
    countries = [party.country for id in ids if id is not None for party in bearers.get(id, ())]
    states = {country for country in countries if country}
    return states if len(countries) == len(ids) and all(countries) else set()


def _at_table_again(scene: Scene, finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether other words of those at one table tell likelier that the same people meet that day."""
    if not _at_table_today(scene, finding):
        return False
    same = (f for f in told if f is not finding and _at_table_today(scene, f))
    alike = [f for f in same if _ids(f) == _ids(finding) and f.values("kind") == finding.values("kind")]
    return any((f.score, -f.span.start) > (finding.score, -finding.span.start) for f in alike)


def _at_table_today(scene: Scene, finding: Finding) -> bool:
    today = finding.kind == "meeting" and finding.values("date") == (str(scene.day),)
    return today and bool(table_at(scene, scene.words_of(finding.span)[0]))


def _back(scene: Scene, own: Met, before: Iterable[Met]) -> bool:
    """Whether a clause only points back to a meeting of some of the same people, in the same place where it has one."""
    place = own.finding.values("place")
    return points_back(scene, own.finding) and any(not place or place == f.values("place") for f in own.shared(before))


def _named_again(scene: Scene, own: Met, before: Iterable[Met]) -> bool:
    """Whether a noun names a visit, summit or talks of the same people again ("who is on a visit ... the importance of her visit")."""
    finding = own.finding
    words, told, data = scene.words, told_word(scene, finding), scene.pack.lexicon["meetings"]
    noun = words.lower[told]
    days = (), _today(scene, finding)
    if noun not in data["named_again"] or words.pos[told] == "VERB" or finding.values("date") not in days:
        return False
    low, end = words.sentence_of[told]
    near = words.lower[max(told - BEFORE, low) : min(scene.words_of(finding.span)[1] + 1 + BEHIND, end)]
    if any(word in data["another_time"] for word in near):
        return False
    same = [f for f in own.shared(before) if _of_the_same(scene, finding, f)]
    same = [f for f in same if not finding.one("date") or f.values("date") in days]
    alike = (f for f in same if data["nouns"][noun] != "summit" or _of_one_name(scene, told, f))
    return any(f.values("kind") == (data["nouns"][noun],) and not are_apart(scene, finding, f) for f in alike)


def _is_it(scene: Scene, own: Met, before: Iterable[Met]) -> bool:
    """Whether a noun only says of a meeting of the same people what it was ("It was the first meeting of the two since the war")."""
    words, noun = scene.words, told_word(scene, own.finding)
    subject, pointing = words.child(noun, "nsubj"), scene.pack.lexicon["meetings"]["it_was"]
    if words.child(noun, "cop") is None or subject is None or words.lower[subject] not in pointing:
        return False
    same = (f for f in own.shared(before) if _of_the_same(scene, own.finding, f))
    return any(f.values("kind") == own.finding.values("kind") for f in same)


def _of_the_same(scene: Scene, finding: Finding, before: Finding) -> bool:
    """Whether all of a meeting took part in one before it; beside a visitor the host may be named or not."""
    now, then = set(finding.values("participants")), set(before.values("participants"))
    return now <= then or (finding.values("kind") == ("visit",) and then <= now and _names_no_city(scene, finding))


def _names_no_city(scene: Scene, finding: Finding) -> bool:
    """Whether a meeting names a country as its place, or none."""
    place = finding.one("place")
    return place is None or place.value == country_of(scene, place)


def _today(scene: Scene, finding: Finding) -> tuple[object, ...]:
    """The report's day as a visit has it that goes on: it is the one that was told without a day."""
    return (scene.day,) if finding.values("kind") == ("visit",) else ()


def _of_one_name(scene: Scene, told: int, before: Finding) -> bool:
    """Whether the names beside a noun stand in the words of a meeting before it ("the NATO Summit", not "the East Asia Summit")."""
    words = scene.words
    first, last = scene.words_of(before.span)
    names = {words.lower[k] for k in words.children[told] if k < told and words.pos[k] == "PROPN"}
    return names <= set(words.lower[first : last + 1])


def are_apart(scene: Scene, one: Finding, other: Finding) -> bool:
    """Whether two meetings took place in different countries, or in two cities of one."""
    here, there = one.one("place"), other.one("place")
    if here is None or there is None or here.value == there.value:
        return False
    countries = {country_of(scene, slot) for slot in (here, there)} - {None}
    return len(countries) > 1 or not {here.value, there.value} & countries


def _day(finding: Finding) -> bool:
    """Whether a meeting has a date of its own, more than a year."""
    date = finding.one("date")
    return date is not None and date.precision != "year"


def _day_in_words(finding: Finding) -> bool:
    """Whether a meeting's own words say its date."""
    date = finding.one("date")
    return _day(finding) and date is not None and date.span is not None and finding.span.covers(date.span)


def _greets_again(scene: Scene, finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether a greeting belongs to a meeting of its kind that the words beside it tell ("welcome", "it's great to have you here"):
    a call that they remember is none, nor is something less likely that greets nobody."""
    if not finding.rule.endswith(".greeting"):
        return False
    here, date = scene.words.sentence[scene.words_of(finding.span)[0]], finding.values("date")
    kind = finding.values("kind")
    met = {slot.actor for slot in finding.all("participants")}
    for other in told:
        near = abs(scene.words.sentence[scene.words_of(other.span)[0]] - here) <= BESIDE
        same = met & {slot.actor for slot in other.all("participants")} and other.values("date") in ((), date)
        alike = other.kind == "meeting" and other.values("kind") == kind
        alike = alike and (other.score >= finding.score or welcomes(scene, other))
        if other is not finding and near and same and alike:
            return True
    return False


def points_back(scene: Scene, finding: Finding) -> bool:
    """Whether a clause has nothing of its own but "the meeting": no date, no word that tells which."""
    words, told, data = scene.words, told_word(scene, finding), scene.pack.lexicon["meetings"]
    first, last = scene.words_of(finding.span)
    if not _day(finding) and _they_spoke(scene, first, last, data):
        return True
    if words.lower[told] in data["pointing_nouns"] and _goes_on(scene, told, data) and not _day_in_words(finding):
        return True
    if words.lower[told] not in data["pointing_nouns"] or _day(finding):
        return False
    if last - first >= SHORT:
        return False
    before = words.lower[max(told - BEFORE, words.sentence_of[told][0]) : told]
    return any(word in data["pointing"] for word in before) and not any(word in data["past_words"] for word in before)


def _they_spoke(scene: Scene, first: int, last: int, data: Mapping[str, Any]) -> bool:
    """Whether a clause begins with "they" or "the two leaders" who spoke, and not with anybody ("They also spoke of")."""
    words = scene.words
    verb = next((k for k in range(first, last + 1) if words.pos[k] == "VERB"), None)
    if verb is None or words.lower[verb] not in data["they_spoke"]:
        return False
    they = words.tag[first] == "PRP" and words.lower[first] in data["they"] and verb - first <= BESIDE
    named = any(scene.cast.at[k] is not None or words.pos[k] == "PROPN" for k in range(first, verb))
    if not they and (named or not set(data["the_two"]) & set(words.lower[first:verb])):
        return False
    return not {"with", "to"} & set(words.lower[verb : verb + BEFORE])


def _goes_on(scene: Scene, told: int, data: Mapping[str, Any]) -> bool:
    """Whether those who met are only told to have talked ("the leaders had an in-depth discussion on"), with nobody named."""
    words, subject = scene.words, scene.subject(scene.words.head[told])
    if words.lower[told] not in data["talking"] or words.dep[told] != "obj" or subject is None:
        return False
    plural = scene.cast.at[subject] is None and words.tag[subject] in ("NNS", "PRP")
    return plural and words.form[told].islower() and words.lower[told + 1 : told + 2] != ["with"]
