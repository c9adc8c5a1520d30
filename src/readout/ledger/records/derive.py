"""What one report contributes: its facts as matching sees them, its news of undertakings, its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from readout.ledger.carry import BY_HAND, Decided
from readout.ledger.records.columns import THOUSAND
from readout.ledger.records.features import Feature
from readout.matching.account import Account
from readout.matching.accounts import accounts
from readout.matching.passages import passages
from readout.matching.tellings import Telling, tellings
from readout.matching.undertakings import Undertaking, undertakings
from readout.model import Finding, Reading, kinds

FORM = {"statement": "form", "commitment": "strength", "agreement": "status", "project": "status", "progress": "effect"}
"""The slot by which records of a kind are sorted."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that counts: `finding` is its id, None for a report's head; `people` are all who act in it."""

    kind: str
    finding: str | None
    told: str | None
    feature: Feature
    people: tuple[str, ...]
    review: str
    form: str | None
    score: int | None

    @property
    def keys(self) -> set[int]:
        """Its blocking keys as the tables hold them."""
        return keys_of(self.feature.keys)


def keys_of(keys: Iterable[str]) -> set[int]:
    """Blocking keys as the tables hold them."""
    return {hashed(key) for key in keys}


def hashed(key: str) -> int:
    """A key as a whole number of 47 bits, which a row holds in six bytes; whoever shares it by chance is compared in vain.

    Its last part and what stands before it are hashed apart, since few sides and words make very many keys.
    """
    before, _, last = key.rpartition("|")
    return (_hashed(before) * SPREAD ^ _hashed(last)) & BITS


SPREAD, BITS = 0x9E3779B97F4A7C15, (1 << 47) - 1


@lru_cache(maxsize=262_144)
def _hashed(part: str) -> int:
    return int.from_bytes(blake2b(part.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") >> 1


def facts_of(said: Decided, names: Mapping[str, str]) -> Iterator[Fact]:
    """The facts of a report as people left it; `names` are the names of persons that are one, by each of theirs."""
    reading = said.reading
    findings = {finding.id: finding for finding in reading.findings}
    for kind, seen in _features(reading):
        feature = _under_one_name(seen, names) if isinstance(seen, Account) else seen
        finding = findings.get(feature.id)
        id = said.id_of(finding) if finding else None
        people = _people(reading, finding, feature)
        form = _form(finding, feature)
        review = said.reviews.get(id or "", "machine")
        yield Fact(kind, id, reading.report.date, feature, people, review, form, _score(finding))


def _score(finding: Finding | None) -> int | None:
    """The score in thousandths; None where a person added the finding, or only the report's head tells."""
    return None if finding is None or finding.rule == BY_HAND else round(finding.score * THOUSAND)


def _under_one_name(account: Account, names: Mapping[str, str]) -> Account:
    met = (replace(party, person=names.get(party.person, party.person)) for party in account.parties)
    return replace(account, parties=frozenset(met)) if names else account


def _form(finding: Finding | None, feature: Feature) -> str | None:
    if isinstance(feature, Account):
        return feature.kind
    slot = finding.one(FORM[finding.kind]) if finding else None
    return str(slot.value) if slot else None


def _features(reading: Reading) -> Iterator[tuple[str, Feature]]:
    for account in accounts(reading):
        # A text that two addresses carry is two sources; its head must not be one fact for both.
        yield "meeting", account if account.finding else replace(account, id=f"report:{reading.report.id}")
    yield from (("commitment", undertaking) for undertaking in undertakings(reading))
    yield from ((passage.kind, passage) for passage in passages(reading))


def stem_of(stem: str) -> int:
    """A stem as a whole number of 31 bits."""
    return hashed(stem) >> 16


def _people(reading: Reading, finding: Finding | None, feature: Feature) -> tuple[str, ...]:
    """All actors that the finding's slots name and the countries and organisations that they stand for."""
    named = _slot_actors(finding) if finding else set()
    sides = {side for actor in reading.actors if actor.name in named for side in actor.stands_for}
    persons = {party.person for party in feature.parties if party.person} if isinstance(feature, Account) else set()
    return tuple(sorted(named | sides | sides_in(feature) | persons))


def _slot_actors(finding: Finding) -> set[str]:
    roles = {slot.role for slot in kinds()[finding.kind].slots if slot.type == "actor"}
    return {str(slot.value) for slot in finding.slots if slot.role in roles}


def sides_in(feature: Feature) -> set[str]:
    """The countries and organisations whose matter a fact is."""
    if isinstance(feature, Undertaking):
        return set(feature.by | feature.to)
    return set(feature.sides)


def news_of(reading: Reading) -> tuple[Telling, ...]:
    """The sentences of a report that may be news of an undertaking."""
    return tellings(reading)
