"""What later sentences tell: each sentence as possible news of an undertaking, with its effect and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from readout.lang import load
from readout.lang.pack import read_yaml
from readout.matching.likeness import anchors
from readout.matching.parties import countries_named, party, sides_of
from readout.matching.scope import sides_spoken_of
from readout.matching.sentences import sentences
from readout.matching.thresholds import thresholds
from readout.matching.words import Words, parts, words_of
from readout.model import Finding, Reading, Span

Effect = Literal["reaffirmed", "in progress", "partly", "delivered", "delayed", "dropped"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
FOUND: dict[str, Effect] = {
    "reaffirmed": "reaffirmed",
    "underway": "in progress",
    "advanced": "in progress",
    "fulfilled": "delivered",
    "delayed": "delayed",
    "cancelled": "dropped",
    "broken": "dropped",
}
"""What the effect of a progress finding says of the undertaking."""
NOBODY = "the report, which names nobody"
"""Who tells a sentence of a report without speaker, outlet or credited source."""
CLAUSE = re.compile(r"[;:]|(?<=[a-z]{2})\.\s|, (?:and|but|which)\b")
OPENING = 4
"""First words of an action that say what sort of act it is."""
NAMING = 8
"""First words of an action among which it names the event that it is."""
BEFORE, AFTER = 110, 150
"""Code points before and after a cue in which the thing that it tells of must be named."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to tell what became of something (`lang/*/matching/follow_up.yaml`)."""

    id: str
    effect: Effect
    stage: str | None
    pattern: re.Pattern[str]
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of a report as evidence: `span` in the report's text, `told` the report's ISO date.

    `tellers` are the sides that say it: the speaker's where a statement holds the sentence, else the outlet's country; `who`
    names them for a person. `about` are all sides that the report speaks of. `finding` is the commitment or progress
    finding in the sentence, if any.
    """

    report: str
    span: Span
    told: str | None
    quote: str
    words: Words
    effect: Effect
    cue: str
    stage: str | None
    tellers: frozenset[str]
    who: str
    about: frozenset[str]
    finding: str | None = None
    language: str = "en"

    @property
    def near(self) -> Words:
        """The words around the cue; those of the whole sentence where a finding tells the effect."""
        return _near(self.quote, self.cue, self.language)

    @property
    def named(self) -> frozenset[str]:
        """The countries that the sentence names."""
        return countries_named(self.quote, self.language)

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: an undertaking that the sentence may tell of shares at least one of them."""
        return tuple(sorted(f"c|{side}|{word}" for side in self.about for word in anchors(self.words)))


@lru_cache(maxsize=16_384)
def _near(quote: str, cue: str, language: str) -> Words:
    found = cue_at(quote, language)
    at = found[1] if found and found[0].id == cue else None
    return words_of(quote if at is None else quote[max(0, at - BEFORE) : at + AFTER], language)


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """The sentences of a report as possible news of undertakings, in the order of the text."""
    return tuple(_tellings(reading))


def _tellings(reading: Reading) -> Iterator[Telling]:
    report, about = reading.report, sides_spoken_of(reading.actors)
    for span in sentences(report.text):
        quote = span.of(report.text)
        inside = [f for f in reading.findings if span.start <= f.span.start < span.end]
        news = _news(reading, quote, span.start, inside)
        if news is None:
            continue
        words = words_of(quote, report.language)
        yield Telling(
            report.sha256, span, report.date, quote, words, news.effect, news.cue, news.stage, *_tellers(reading, span), about,
            news.finding, report.language,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _News:
    """The effect that a sentence tells, the rule and stage it is told by, and the finding that tells it."""

    effect: Effect
    cue: str
    stage: str | None
    finding: str | None = None


def _news(reading: Reading, quote: str, start: int, inside: list[Finding]) -> _News | None:
    """What a sentence tells: by a progress finding, else by a cue outside of a promise, else by the promise that it makes."""
    for finding in inside:
        effect = finding.one("effect")
        if finding.kind == "progress" and effect and finding.score >= thresholds("evidence")["finding"]:
            return _News(FOUND[str(effect.value)], finding.rule, None, finding.id)
    found, made = cue_at(quote, reading.report.language), _made(inside)
    if found and not (made and made.span.start <= start + found[1] < made.span.end):
        return _News(found[0].effect, found[0].id, found[0].stage)
    return _News("reaffirmed", made.rule, None, made.id) if made else None


def _made(inside: list[Finding]) -> Finding | None:
    return next((finding for finding in inside if finding.kind == "commitment"), None)


def cue_in(sentence: str, language: str = "en") -> Cue | None:
    """The first cue that a sentence has outside of wishes and plans; None where it has none."""
    found = cue_at(sentence, language)
    return found[0] if found else None


def cue_at(sentence: str, language: str = "en") -> tuple[Cue, int] | None:
    """The cue of a sentence and where it stands: one that turns the rest, else the first that tells news, else of restating."""
    lower = sentence.lower()
    if _patterns(language, "silences").search(lower):
        return None
    first: tuple[Cue, int] | None = None
    for cue in cues(language):
        at = _first(cue, lower, language)
        if at is None or (first and (cue.effect == "reaffirmed" or first[1] <= at)):
            continue
        first = cue, at
        if cue.turns:
            break
    return first


def _first(cue: Cue, lower: str, language: str) -> int | None:
    """Where a cue first stands outside of wishes and plans, which for restating count as well."""
    starts = (found.start() for found in cue.pattern.finditer(lower))
    return next((at for at in starts if cue.effect == "reaffirmed" or not _wished(lower, at, language)), None)


def _wished(lower: str, at: int, language: str) -> bool:
    """Whether words shortly before make it a wish or a plan."""
    before = lower[max(0, at - 60) : at]
    clause = CLAUSE.split(before)[-1]
    return _patterns(language, "wishes").search(clause) is not None


@cache
def cues(language: str) -> tuple[Cue, ...]:
    """The cues of a language, in the order in which they are tried."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["follow_up"]
    return tuple(
        Cue(row["id"], row["effect"], row.get("stage"), re.compile("|".join(row["patterns"])), row.get("turn", False))
        for row in rows
    )


def opens_with_act(action: str, stage: str, language: str = "en") -> bool:
    """Whether an action is itself the act that a stage tells: to sign, to start, to allocate, by its first words, or an event."""
    acts, events = _acts(language).get(stage, frozenset()), _events(language) if stage == "started" else frozenset()
    words = [word.lower() for word in parts(action)]
    return any(word in acts for word in words[:OPENING]) or any(word in events for word in words[:NAMING])


@cache
def _acts(language: str) -> dict[str, frozenset[str]]:
    rows = read_yaml(language, "matching", "follow_up.yaml")["acts"]
    return {stage: frozenset(words) for stage, words in rows.items()}


@cache
def _events(language: str) -> frozenset[str]:
    return frozenset(read_yaml(language, "matching", "follow_up.yaml")["events"])


@cache
def _patterns(language: str, section: str) -> re.Pattern[str]:
    """All patterns of a section as one."""
    rows = read_yaml(language, "matching", "follow_up.yaml")[section]
    return re.compile("|".join(pattern for row in rows for pattern in row["patterns"]))


def _tellers(reading: Reading, span: Span) -> tuple[frozenset[str], str]:
    """Whose words a sentence is: the speaker's, else the outlet's, else those of whom the outlet credits."""
    for statement in reading.of_kind("statement"):
        if statement.span.overlaps(span) and (speakers := statement.all("speaker")):
            found = [party(reading.actor(slot.actor) if slot.actor else None, str(slot.value)) for slot in speakers]
            return sides_of(found), ", ".join(sorted(str(slot.value) for slot in speakers))
    report = reading.report
    for origin in (report.outlet, report.credited):
        if origin and (home := _home(origin.value, report.language)):
            return home, origin.value
    origin = report.outlet or report.credited
    return frozenset(), origin.value if origin else NOBODY


def _home(outlet: str, language: str) -> frozenset[str]:
    """The country of an outlet or press service that the lexicon knows, by its name or another; a country is its own."""
    rows = load(language).lexicon["outlets"]
    known = frozenset(row["country"] for row in rows if row["name"] == outlet and "country" in row)
    return known or countries_named(outlet, language)
