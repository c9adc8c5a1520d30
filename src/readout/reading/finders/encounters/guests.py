"""Who is on a visit that names nobody beside its noun: "B, who is on a visit", "During a visit to A, B met"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from readout.lang.inflection import lemmas
from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.finders.encounters.encounter import country_of, place_of
from readout.reading.scene import Scene

NEAR = 4
"""Words from a visit to the "on" before it, and to where it goes behind it."""
STAY = 8
"""Words between "who" and "on a visit" ("who is in Norway on a visit")."""


def visitor(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Who is on the visit that a noun tells: the one before a relative clause ("B, who is on a visit"), the one of whom it is
    told ("B is on a visit"), or the one who acts meanwhile ("During a visit to A, B met")."""
    words = scene.words
    if (who := stays(scene, noun)) is not None and (guest := _before(scene, who)):
        return guest
    if words.dep[noun] == "acl:relcl" and words.pos[noun] == "NOUN":
        return scene.who(words.head[noun])
    if not is_visit(scene, noun):
        return ()
    if words.child(noun, "cop") is not None:
        return scene.who(words.child(noun, "nsubj"))
    return () if _is_anothers(scene, noun) else _meanwhile(scene, noun)


def _is_anothers(scene: Scene, noun: int) -> bool:
    """Whether a visit has its visitor before it by name or title ("during President A's visit, they")."""
    owner = scene.words.child(noun, "nmod:poss")
    return owner is not None and scene.words.pos[owner] != "PRON" and bool(scene.who(owner))


def is_stay(scene: Scene, noun: int) -> bool:
    """Whether somebody is on the visit that a noun tells, as of the report."""
    being = scene.words.child(noun, "cop")
    is_on = being is not None and scene.words.lower[being] in scene.pack.lexicon["meetings"]["being"]
    return is_visit(scene, noun) and (is_on or stays(scene, noun) is not None)


def stays(scene: Scene, noun: int) -> int | None:
    """The "who" of "who is on a visit", by the words alone: the parser hangs it on many things."""
    words, low = scene.words, scene.words.sentence_of[noun][0]
    on = next((k for k in range(noun - 1, max(low, noun - NEAR) - 1, -1) if words.lower[k] == "on"), None)
    if on is None or not is_visit(scene, noun):
        return None
    who = next((k for k in range(on - 1, max(low, on - STAY) - 1, -1) if words.lower[k] == "who"), None)
    being = scene.pack.lexicon["meetings"]["being"]
    return who if who is not None and words.lower[who + 1] in being else None


def stay_of(scene: Scene, noun: int) -> tuple[Slot, int] | None:
    """The place of "who is in Norway on a visit", and its last word."""
    who = stays(scene, noun)
    return place_of(scene, who, ("in",), noun) if who is not None else None


def is_visit(scene: Scene, noun: int) -> bool:
    """Whether a noun tells a visit."""
    return bool(scene.pack.lexicon["meetings"]["nouns"].get(scene.words.lower[noun]) == "visit")


def _before(scene: Scene, who: int) -> tuple[Party, ...]:
    """The persons whose names stand right before "who are", the last of them before "who is"."""
    words = scene.words
    last = who - 2 if words.form[who - 1] == "," else who - 1
    mention = scene.cast.at[last] if last >= 0 and scene.cast.is_person_at(last) else None
    if mention is None:
        return ()
    return mention.parties if words.lower[who + 1] in ("is", "was") else scene.who(last)


def _meanwhile(scene: Scene, noun: int) -> tuple[Party, ...]:
    """The persons who act while a visit goes on, but for those at home where it goes to."""
    words, case = scene.words, scene.words.child(noun, "case")
    verb = words.head[noun]
    if words.dep[noun] != "obl" or case is None or words.lower[case] not in scene.pack.lexicon["meetings"]["meanwhile"]:
        return ()
    acting = [p for p in scene.who(scene.subject(verb), until=verb) if p.kind == "person"]
    home = _country_behind(scene, noun)
    return tuple(p for p in acting if home is None or p.country != home)


def leads_delegation(scene: Scene, verb: int) -> bool:
    """Whether somebody leads a delegation to a place ("led a delegation to Riga"): a visit."""
    words, data = scene.words, scene.pack.lexicon["attending"]
    whom = words.child(verb, "obj")
    led = words.lower[verb] in lemmas(tuple(data["heading"])) and whom is not None
    if not led or whom is None or words.lower[whom] not in data["delegations"]:
        return False
    return place_of(scene, whom, ("to",), whom + NEAR) is not None


def from_elsewhere(scene: Scene, noun: int, parties: list[Party]) -> list[Party]:
    """Those on a visit, where "his" tells them: the one who acts meanwhile ("A was received by B during his visit"), but nobody at home
    there; where "his" would be of such, whoever was named last before and comes from elsewhere."""
    meant = scene.words.child(noun, "nmod:poss")
    if meant is None or scene.words.pos[meant] != "PRON":
        return parties
    if meanwhile := _meanwhile(scene, noun):
        return list(meanwhile)
    home = _country_behind(scene, noun)
    if home is None or not parties or any(party.country != home for party in parties):
        return parties
    return list(_guest_before(scene, meant, home)) or parties


def _guest_before(scene: Scene, pronoun: int, home: str) -> tuple[Party, ...]:
    """The person whom a pronoun may mean, named last before it in its sentence or the one before that, who is not of a country."""
    words = scene.words
    woman = scene.pack.lexicon["people"]["pronouns"].get(words.lower[pronoun])
    low = words.sentences[max(words.sentence[pronoun] - 1, 0)][0]
    named = (scene.cast.at[k] for k in range(pronoun - 1, low - 1, -1) if scene.cast.is_person_at(k))
    persons = (party for mention in named if mention is not None for party in mention.parties)
    abroad = (p for p in persons if p.country not in (None, home) and woman is not None and p.feminine in (None, woman))
    return tuple(islice(abroad, 1))


def stay_at_home(scene: Scene, visit: Finding, parties: Iterable[Party]) -> bool:
    """Whether nobody of some parties comes from another country than the one that a visit goes to."""
    place = visit.one("place")
    home = country_of(scene, place) if place is not None else None
    return home is not None and all(party.country == home for party in parties)


def _country_behind(scene: Scene, noun: int) -> str | None:
    """The country of the place that a visit goes to."""
    names = scene.cast.around.name_at[noun + 1 : noun + 1 + NEAR]
    return next((hit.phrase.country for hit in names if hit is not None), None)
