"""What later sentences tell: each sentence that may be news of an undertaking, with its effect and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from readout.lang import load
from readout.lang.pack import read_yaml
from readout.matching.likeness import anchors
from readout.matching.parties import party, sides_of
from readout.matching.scope import sides_spoken_of
from readout.matching.sentences import sentences
from readout.matching.words import Words, words_of
from readout.model import Finding, Reading, Span

Effect = Literal["reaffirmed", "in progress", "partly", "delivered", "delayed", "dropped"]
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


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to tell what became of something (`lang/*/matching/follow_up.yaml`)."""

    id: str
    effect: Effect
    stage: str | None
    pattern: re.Pattern[str]


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

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: an undertaking that the sentence may tell of shares at least one of them."""
        return tuple(sorted(f"c|{side}|{word}" for side in self.about for word in anchors(self.words)))


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """The sentences of a report that may be news of an undertaking, in the order of the text."""
    return tuple(_tellings(reading))


def _tellings(reading: Reading) -> Iterator[Telling]:
    report, about = reading.report, sides_spoken_of(reading)
    for span in sentences(report.text):
        inside = [f for f in reading.findings if span.start <= f.span.start < span.end]
        quote = span.of(report.text)
        said = _effect(quote, inside, report.language)
        if said is None:
            continue
        effect, cue, stage, finding = said
        tellers, who = _tellers(reading, span)
        words = words_of(quote, report.language)
        yield Telling(report.sha256, span, report.date, quote, words, effect, cue, stage, tellers, who, about, finding)


def _effect(quote: str, inside: list[Finding], language: str) -> tuple[Effect, str, str | None, str | None] | None:
    """The effect that a sentence tells, the rule and stage it is told by, and the finding that tells it."""
    for finding in inside:
        effect = finding.one("effect")
        if finding.kind == "progress" and effect:
            return FOUND[str(effect.value)], finding.rule, None, finding.id
    cue = cue_in(quote, language)
    if cue:
        return cue.effect, cue.id, cue.stage, None
    commitment = next((f for f in inside if f.kind == "commitment"), None)
    return ("reaffirmed", commitment.rule, None, commitment.id) if commitment else None


def cue_in(sentence: str, language: str = "en") -> Cue | None:
    """The first cue that a sentence has outside of wishes and plans; None where it has none."""
    lower = sentence.lower()
    return next(
        (
            cue
            for cue in cues(language)
            for found in cue.pattern.finditer(lower)
            if not _wished(lower, found.start(), language)
        ),
        None,
    )


def _wished(lower: str, at: int, language: str) -> bool:
    """Whether words shortly before make it a wish or a plan."""
    before = lower[max(0, at - 60) : at]
    clause = re.split(r"[.;:]|, (?:and|but|which)\b", before)[-1]
    return _wishes(language).search(clause) is not None


@cache
def cues(language: str) -> tuple[Cue, ...]:
    """The cues of a language, in the order in which they are tried."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["follow_up"]
    return tuple(Cue(row["id"], row["effect"], row.get("stage"), re.compile("|".join(row["patterns"]))) for row in rows)


@cache
def _wishes(language: str) -> re.Pattern[str]:
    rows = read_yaml(language, "matching", "follow_up.yaml")["wishes"]
    return re.compile("|".join(pattern for row in rows for pattern in row["patterns"]))


def _tellers(reading: Reading, span: Span) -> tuple[frozenset[str], str]:
    """Whose words a sentence is: the speaker's, else the outlet's."""
    for statement in reading.of_kind("statement"):
        if statement.span.overlaps(span) and (speakers := statement.all("speaker")):
            found = [party(reading.actor(slot.actor) if slot.actor else None, str(slot.value)) for slot in speakers]
            return sides_of(found), ", ".join(sorted(str(slot.value) for slot in speakers))
    outlet = reading.report.outlet
    return (_home(outlet.value, reading.report.language), outlet.value) if outlet else (frozenset(), "")


def _home(outlet: str, language: str) -> frozenset[str]:
    rows = load(language).lexicon["outlets"]
    return frozenset(row["country"] for row in rows if row["name"] == outlet and "country" in row)
