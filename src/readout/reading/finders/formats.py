"""The kind of an encounter: by the word that tells it, the words around that, and by who took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.model import Finding, Slot
from readout.reading.actors.party import Party
from readout.reading.finders.encounter import Vocabulary
from readout.reading.scene import Scene

BEHIND = 8
"""Words behind a clause in which its format may stand ("met with the ministers by video")."""
BESIDE = 4
"""Words before a noun that may say what meeting it was ("the second trilateral advisors meeting")."""


def kind_of(scene: Scene, vocabulary: Vocabulary, told: tuple[int, str], parties: Iterable[Party], last: int) -> str:
    """The kind of an encounter whose clause ends at word `last`; `told` is the word that tells it and that word's kind."""
    (i, kind), those = told, list(parties)
    words, data = scene.words, vocabulary.data
    beside = set(words.lower[max(words.sentence_of[i][0], i - BESIDE) : i])
    if kind != "talks":
        return "call" if words.lower[i] == "conference" and beside & vocabulary.call_words else kind
    near = set(words.lower[i : min(max(last, i) + 1 + BEHIND, words.sentence_of[i][1])]) | beside
    if near & vocabulary.call_words and not _group(vocabulary, those):
        return "call"
    if beside & set(data["gathering_words"]) or is_gathering(vocabulary, words.lower[i], those):
        return "summit"
    if _consultative(scene, vocabulary, i) and not any(_level(scene, p) in ("principal", "minister") for p in those):
        return "consultations"
    levels = [_level(scene, p) for p in those]
    return "consultations" if len(levels) > 1 and all(level == "official" for level in levels) else kind


def is_gathering(vocabulary: Vocabulary, told: str, parties: Iterable[Party]) -> bool:
    """Whether three states or more met at once, or a group of states did; one who meets several in turn holds talks."""
    own = list(parties)
    states = {
        vocabulary.whole_of.get(p.country, p.country) for p in own if p.kind in ("person", "country") and p.country
    }
    return (len(states) > 2 or _group(vocabulary, own)) and told not in vocabulary.data["in_turn"]


def _group(vocabulary: Vocabulary, parties: Iterable[Party]) -> bool:
    """Whether a group of states took part as such: not where one person speaks for it and another meets him."""
    own = list(parties)
    return any(p.name in vocabulary.data["groups"] for p in own) and sum(p.kind == "person" for p in own) < 2


def as_gatherings(scene: Scene, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where talks of which it came out that three states took part are a summit."""
    vocabulary = Vocabulary(scene.pack)
    everyone = {p.id: p for p in (*scene.cast.others.values(), *scene.cast.persons.parties)}
    for finding in findings:
        kind = finding.one("kind")
        if finding.kind != "meeting" or kind is None or kind.value != "talks":
            yield finding
            continue
        parties = [everyone[s.actor] for s in finding.all("participants") if s.actor in everyone]
        word = kind.span.of(scene.report.text).lower() if kind.span else ""
        yield _as_summit(finding, kind) if is_gathering(vocabulary, word, parties) else finding


def _as_summit(finding: Finding, kind: Slot) -> Finding:
    summit = replace(kind, value="summit", how="three states or more took part")
    return replace(finding, slots=tuple(summit if slot is kind else slot for slot in finding.slots))


def _consultative(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the sentence names a body of officials ("working group") as what met."""
    low, end = scene.words.sentence_of[i]
    said = " ".join(scene.words.lower[max(low, i - 3 * BESIDE) : min(end, i + 2 * BEHIND)])
    return any(body in said for body in vocabulary.data["consultative"])


def _level(scene: Scene, party: Party) -> str | None:
    """The level of the first title of a person that the lexicon knows."""
    levels = scene.pack.level_of_title
    return next((levels[w] for title, *_ in party.titles for w in _title_forms(title) if w in levels), None)


def _title_forms(title: str) -> Iterator[str]:
    parts = title.lower().split()
    for size in range(len(parts), 0, -1):
        yield " ".join(parts[:size])
