"""Casts the parts of findings: a network weighs who may have met, spoken, undertaken or signed together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.annotate.pipeline import DEFAULT
from readout.reading.casting.companies import companies
from readout.reading.casting.scenery import Scenery
from readout.reading.casting.speech import is_answer, is_claim, is_told
from readout.reading.casting.stage import BODIES, QUOTATION, Stage, Standing
from readout.reading.casting.traits import compared, of_links
from readout.reading.finders.documents.signatory_rolls import parties_told
from readout.reading.finders.encounters.guests import stay_at_home
from readout.reading.proposals.weigh import ACTORS, NETWORK
from readout.reading.scene import Scene
from readout_en.casting import CastingNetwork

TWO = 2
BEHIND = 2
"""Words behind a title within which it may say between whom the document is."""
AGREED = "agreed"
SURER = 1.5
"""How many times likelier than the rules' choice another company must be to take its place."""


@dataclass(frozen=True)
class Casting:
    """The network that casts parts."""

    network: CastingNetwork

    def cast(self, scene: Scene, findings: Iterable[Finding]) -> list[Finding]:
        """The findings with the actors that the network casts; where it is of one mind with the rules, as they were."""
        own = list(findings)
        scenery = Scenery(scene, own)
        statements = sorted((f for f in own if f.kind == "statement"), key=lambda f: f.span.end - f.span.start)
        return [
            f if is_plain(f, scenery) or is_bound(f, scenery) else self._cast(Stage(scenery, f, spoken(f, statements)))
            for f in own
        ]

    def _cast(self, stage: Stage) -> Finding:
        authors = stage.scenery.scene.resolver.authors
        if authors and set(authors) == set(stage.chosen):
            return stage.finding  # the parties of a joint document act together, whoever else it names
        if acts_by_name(stage):
            return stage.finding
        standings = compared(stage)
        able = companies(stage)
        if not able:
            return stage.finding
        odds = [stage.odds(one.party) for one in standings]
        links = of_links(stage.part, odds, [one.traits for one in standings])
        traits = [one.traits.union(own) for one, own in zip(standings, links, strict=True)]
        chances = self.network.chances(stage.part, traits, able, odds)
        best = int(chances.argmax())
        company = [standings[k] for k in able[best]]
        company += [one for one in standings if one not in company and _stays(stage, one.party, company)]
        if stage.finding.kind == "meeting" and len(company) < 2 <= len(stage.chosen):
            return stage.finding  # nobody meets alone
        if stage.finding.kind == "meeting" and _adds_from_afar(stage, company):
            return stage.finding
        if len(company) != len(stage.chosen) == TWO and stage.is_of_two:
            return stage.finding
        if _leaves_alone(stage, company) or _stays_at_home(stage, company) or joins_one_named(stage, company):
            return stage.finding
        least = SURER * float(chances[0])  # the rules' choice is the first company
        if {one.party for one in company} == set(stage.chosen) or (stage.chosen and chances[best] < least):
            return stage.finding
        return recast(stage, company, f"cast by the network, {chances[best]:.2f}")


def _adds_from_afar(stage: Stage, company: list[Standing]) -> bool:
    """Whether a company adds to several whom the rules chose for a meeting somebody whom its sentence neither names nor means: a guest
    who tells whom he met this morning did not meet them with his host."""
    added = [one for one in company if one.party not in stage.chosen]
    low, end = stage.scenery.scene.words.sentence_of[stage.words[0]]
    far = any(not any(low <= place < end for place in one.places) for one in added)
    return far and len(stage.chosen) > 1 and {one.party for one in company} >= set(stage.chosen)


def _stays_at_home(stage: Stage, company: list[Standing]) -> bool:
    """Whether a visit would be one of the hosts alone, where the rules know the guest."""
    scene, visit = stage.scenery.scene, stage.finding
    if visit.values("kind") != ("visit",) or stay_at_home(scene, visit, stage.chosen):
        return False
    return stay_at_home(scene, visit, [one.party for one in company])


def joins_one_named(stage: Stage, company: list[Standing]) -> bool:
    """Whether a company adds others, whom the sentence does not name before the action, to the one state that it names as undertaking
    alone ("Norway will"): the rules were right in 13, the network in 1 of 15 such findings of reports that no rule was written on."""
    first = next(iter(stage.finding.all("by")), None)
    if stage.finding.kind != "commitment" or len(stage.chosen) != 1 or first is None or first.how or first.span is None:
        return False
    words, begin = stage.scenery.scene.words, stage.words[0]
    low = words.sentence_of[begin][0]
    added = [one for one in company if one.party not in stage.chosen]
    named = any(low <= place < begin for one in added for place in one.places)
    here = words.start[low] <= first.span.start < words.start[begin]
    return here and stage.chosen[0].kind == "country" and 0 < len(added) == len(company) - 1 and not named


def _leaves_alone(stage: Stage, company: list[Standing]) -> bool:
    """Whether a company is but one where several do it together: nobody agrees alone, nor shares a commitment with himself,
    nor do "the leaders" who met speak alone in a text of no official outlet."""
    if not len(company) == 1 < len(stage.chosen):
        return False
    agreed = stage.finding.values("strength") == (AGREED,)
    if stage.part == QUOTATION and stage.is_of_several:
        return any(set(stage.chosen) <= set(met) for met in stage.scenery.companies)
    return stage.is_shared or (agreed and company[0].party in stage.chosen)


def acts_by_name(stage: Stage) -> bool:
    """Whether the words name an agency or company that undertakes something itself, or whose plan it is ("the Ferry Agency will",
    "Norway's plan to"): no organisation of states, nor what several have together ("the Partnership will")."""
    first = next(iter(stage.finding.all("by")), None)
    if stage.finding.kind != "commitment" or first is None or first.how is not None or first.span is None:
        return False
    scene = stage.scenery.scene
    behind = scene.words_of(first.span)[1] + 1
    if scene.words.lower[behind : behind + 1] in (["'s"], ["’s"], ["’"]) and len(stage.chosen) == 1:
        return behind < stage.words[0] and scene.words.sentence[behind] == scene.words.sentence[stage.words[0]]
    ahead = behind <= stage.words[0]  # behind stands who tells of it ("will open an office, the House said")
    return ahead and bool(stage.chosen) and all(_is_agency(scene, party) for party in stage.chosen)


def _is_agency(scene: Scene, party: Party) -> bool:
    """Whether somebody is a body or company with officers of its own, by the name."""
    if party.kind not in BODIES or party.name in scene.pack.international or not party.words:
        return False
    joint = scene.cast.references["joint_bodies"]
    surname = any(party.words == person.words[-1:] for person in scene.cast.persons.parties)
    return not surname and joint.isdisjoint(party.words)


def _stays(stage: Stage, party: Party, company: list[Standing]) -> bool:
    """Whether a party of a meeting is told by words that can mean nobody else: people without a name, or a body whose holder
    of an office has none ("met with students", "with the Secretary General of the League", "with officials from Norway")."""
    if stage.finding.kind != "meeting" or party not in stage.chosen:
        return False
    group = party.kind == "group" and not any(one.party.name in party.name for one in company)
    side = stage.is_counterpart(party) or stage.is_of_people(party)
    return group or (side and party.country not in {one.party.country for one in company}) or stage.is_office(party)


def is_plain(finding: Finding, scenery: Scenery) -> bool:
    """Whether a rule found speech with a speaker who needs no casting.

    So is direct speech that an official outlet reports (98 of 100 are right in reports that no rule was written on), a turn of a
    transcript, one "according to" whom something is, those who met where something "was noted", and in news those who have no name
    ("two aides": 136 of 156 are right by rule, 135 once they are cast), whoever answers, whose claim it is, and who is the subject of the
    verb by name, "he" or "she" (THERE).
    """
    if finding.kind != "statement":
        return False
    if finding.rule.startswith(NETWORK):
        return not scenery.is_official and is_claim(finding, scenery.scene)
    form, speakers = finding.one("form"), finding.all(ACTORS["statement"])
    rule = finding.rule.rsplit(".", 1)[-1]
    if rule in ("according", "turn") or (rule == "passive" and len(speakers) > 1):
        return bool(speakers)
    if scenery.is_official:
        return bool(speakers) and form is not None and form.value == "direct"
    own = scenery.parties(slot.actor for slot in speakers if slot.actor)
    told = is_answer(finding, scenery.scene) or is_told(finding, scenery.scene)
    return bool(own) and (all(party.kind == "group" for party in own) or told)


def is_bound(finding: Finding, scenery: Scenery) -> bool:
    """Whether a finding is a document whose parties the lexicon, a list of the report or its own title tells ("between A and B")."""
    if finding.kind != "agreement":
        return False
    first, last = scenery.scene.words_of(finding.span)
    if len(finding.all("parties")) >= TWO and "between" in scenery.scene.words.lower[first : last + 1 + BEHIND]:
        return True
    return any(parties_told(scenery.scene, finding.span, str(status)) for status in finding.values("status"))


def spoken(finding: Finding, statements: Iterable[Finding]) -> tuple[str, ...]:
    """The ids of the speakers of the shortest statement in which a finding of another kind lies."""
    around = (s for s in statements if s.span.covers(finding.span) and finding.kind != "statement")
    inner = next(around, None)
    return tuple(slot.actor for slot in inner.all("speaker") if slot.actor) if inner else ()


def recast(stage: Stage, company: Iterable[Standing], how: str) -> Finding:
    """The finding with others in its part; nobody is owed what they themselves undertake."""
    role, finding = ACTORS[stage.finding.kind], stage.finding
    slots = [_slot(stage, role, one, how) for one in company]
    sides = {name for one in company for name in (one.party.name, one.party.country)}
    kept = [s for s in finding.slots if s.role != role and not (s.role == "to" and s.value in sides)]
    return replace(finding, slots=(*slots, *kept))


def _slot(stage: Stage, role: str, one: Standing, how: str) -> Slot:
    """The slot of one actor: on the nearest words that name or mean them, else on the last that named them before."""
    scene, first = stage.scenery.scene, stage.words[0]
    party = one.party
    if one.places:
        at = min(one.places, key=lambda place: abs(place - first))
        return replace(scene.actors(role, [party], at)[0], how=how)
    before = [span for span in party.spans if span.start <= scene.words.start[first]]
    named = before[-1] if before else next(iter(party.spans), None)
    return Slot(role, party.name, named, party.id, how=how)


def load_casting(pipeline: str) -> Casting | None:
    """The casting of Readout's own pipeline; None for another, whose findings are the rules' alone."""
    return Casting(CastingNetwork()) if pipeline == DEFAULT else None


__all__ = [
    "QUOTATION",
    "Casting",
    "Scenery",
    "Stage",
    "acts_by_name",
    "companies",
    "compared",
    "is_plain",
    "joins_one_named",
    "load_casting",
    "of_links",
    "spoken",
]
