"""What later sentences tell: each sentence as possible news of an undertaking, with its effect and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readout.matching.cues import leading, signs, unblamed
from readout.matching.likeness import anchors
from readout.matching.outcomes import Effect
from readout.matching.outlets import voice
from readout.matching.parties import countries_named, party, sides_of
from readout.matching.scope import sides_spoken_of
from readout.matching.sentences import sentences
from readout.matching.thresholds import thresholds
from readout.matching.words import Words, words_of
from readout.model import Finding, Reading, Span

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
    def named(self) -> frozenset[str]:
        """The countries that the sentence names."""
        return countries_named(self.quote, self.language)

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys: an undertaking that the sentence may tell of shares at least one of them."""
        return tuple(sorted(f"c|{side}|{word}" for side in self.about for word in anchors(self.words)))


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
        words = words_of(unblamed(quote, report.language), report.language)
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
    """What a sentence tells: by a progress finding, else by a cue outside of its promises, else by the promise that it makes."""
    for finding in inside:
        effect = finding.one("effect")
        if finding.kind == "progress" and effect and finding.score >= thresholds("evidence")["finding"]:
            return _News(FOUND[str(effect.value)], finding.rule, None, finding.id)
    made = [finding for finding in inside if finding.kind == "commitment"]
    free = (sign for sign in signs(quote, reading.report.language) if not _in_any(start + sign.at, made))
    if sign := leading(tuple(free)):
        return _News(sign.cue.effect, sign.cue.id, sign.cue.stage)
    return _News("reaffirmed", made[0].rule, None, made[0].id) if made else None


def _in_any(place: int, found: list[Finding]) -> bool:
    return any(finding.span.start <= place < finding.span.end for finding in found)


def _tellers(reading: Reading, span: Span) -> tuple[frozenset[str], str]:
    """Whose words a sentence is: the speaker's, else the outlet's, else those of whom the outlet credits."""
    for statement in reading.of_kind("statement"):
        if statement.span.overlaps(span) and (speakers := statement.all("speaker")):
            found = [party(reading.actor(slot.actor) if slot.actor else None, str(slot.value)) for slot in speakers]
            return sides_of(found), ", ".join(sorted(str(slot.value) for slot in speakers))
    report = reading.report
    outlet, credited = (origin.value if origin else None for origin in (report.outlet, report.credited))
    return voice(outlet, credited, report.language)
