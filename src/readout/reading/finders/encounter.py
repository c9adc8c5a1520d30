"""What is told of an encounter: its kind, where and when it was, by the words of lexicon/meetings.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from readout.lang import Pack
from readout.lang.inflection import lemmas
from readout.model import Slot
from readout.reading.actors.party import Party
from readout.reading.dates import Time
from readout.reading.scene import Scene

PLACES = ("capital", "city", "country", "seat")


@cache
def _verbs(verbs: tuple[str, ...]) -> dict[str, str]:
    return lemmas(verbs)


class Vocabulary:
    """The words of lexicon/meetings.yaml, laid out for look-up."""

    def __init__(self, pack: Pack) -> None:
        data = pack.lexicon["meetings"]
        self.data = data
        self.verbs = _verbs(tuple(data["verbs"]))
        self.light = _verbs(tuple(data["light"]))
        self.writing = _verbs(tuple(data["letter_verbs"]))
        self.discussing = _verbs(tuple(data["discussing"]))
        self.call_words = frozenset(data["call_words"])
        self.hopes = frozenset(data["hopes"])
        self.future = frozenset(data["future_words"])


def tells_encounter(scene: Scene, first: int, last: int) -> bool:
    """Whether some word from `first` to `last` tells an encounter: a verb or noun of the lexicon, or a letter."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)
    nouns, letters = vocabulary.data["nouns"], vocabulary.data["letters"]
    for k in range(first, last + 1):
        lower, pos = words.lower[k], words.pos[k]
        if lower in letters or (lower in vocabulary.verbs and pos == "VERB"):
            return True
        if lower in nouns and pos in ("NOUN", "PROPN", "VERB"):
            return True
    return False


def kind_of(
    scene: Scene, vocabulary: Vocabulary, kind: str, parties: tuple[Party, ...] | list[Party], low: int, high: int
) -> str:
    """The kind, mended by the clause's words and by who took part."""
    if kind in ("visit", "correspondence", "ceremony"):
        return kind
    near = scene.words.lower[low : min(high, low + 70)]
    if kind in ("talks", "call") and any(word in vocabulary.data["call_words"] for word in near):
        return "call"
    if kind == "call":
        return kind
    countries = {p.country or (p.name if p.kind == "country" else None) for p in parties} - {None}
    if kind == "talks" and (any(word in ("trilateral", "quadrilateral") for word in near) or len(countries) > 2):
        return "summit"
    if kind == "talks" and parties and all(_level(scene, p) == "official" for p in parties):
        return "consultations"
    return kind


def _level(scene: Scene, party: Party) -> str | None:
    """The level of the first title of a person that the lexicon knows."""
    levels = scene.pack.level_of_title
    return next((levels[w] for title, *_ in party.titles for w in _title_forms(title) if w in levels), None)


def _title_forms(title: str) -> Iterator[str]:
    parts = title.lower().split()
    for size in range(len(parts), 0, -1):
        yield " ".join(parts[:size])


def call_words(scene: Scene, vocabulary: Vocabulary, i: int) -> bool:
    low, end = scene.words.sentence_of[i]
    return any(word in vocabulary.data["call_words"] for word in scene.words.lower[low:end])


def place_of(scene: Scene, i: int, prepositions: tuple[str, ...], stop: int | None = None) -> tuple[Slot, int] | None:
    """The place behind a preposition after word `i`, city before country, and its last word."""
    words = scene.words
    end = min(words.sentence_of[i][1], (stop or i + 30) + 1)
    for k in range(i + 1, end):
        if words.lower[k] not in prepositions:
            continue
        for j in (k + 1, k + 2):
            hit = scene.cast.around.name_at[j] if j < end else None
            if hit and hit.first == j and hit.sort in PLACES and not (hit.sort == "country" and words.lower[k] == "at"):
                value = (
                    hit.phrase.value
                    if hit.sort != "seat"
                    else (scene.pack.capital(hit.phrase.country) or hit.phrase.value)
                )
                return Slot("place", value, words.span(hit.first, hit.last)), hit.last
    return None


def object_place(scene: Scene, i: int) -> tuple[Slot, int] | None:
    for k in range(i + 1, min(i + 4, len(scene.words))):
        hit = scene.cast.around.name_at[k]
        if hit and hit.sort in PLACES:
            return Slot("place", hit.phrase.value, scene.words.span(hit.first, hit.last)), hit.last
    return None


def where(place: tuple[Slot, int] | None) -> list[Slot]:
    return [place[0]] if place else []


def just_now(scene: Scene, told: int) -> list[Time]:
    """ "I just had negotiations": the day of the report, where an adverb of the telling verb says so."""
    words, published = scene.words, scene.report.date
    verb = told if words.pos[told] == "VERB" else words.head[told]
    now = next(
        (k for k in words.kin(verb, "advmod") if words.lower[k] in scene.pack.lexicon["meetings"]["just_now"]), None
    )
    return [Time(words.span(now, now), published, published, "day")] if now is not None and published else []


def when(found: list[Time]) -> list[Slot]:
    first = found[0] if found else None
    return [Slot("date", first.value, first.span, precision=first.precision, how="worked out")] if first else []
