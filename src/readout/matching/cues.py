"""Words that tell what became of something (`lang/*/matching/follow_up.yaml`), and where they stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from readout.lang.pack import read_yaml
from readout.matching.outcomes import Effect

MARKS = r"[;:]|(?<=[a-z]{2})\.\s"
"""What parts clauses in any language."""
DASHES = " [–—] |—"
"""What parts them too, though a wish reaches over it."""
WISHED_WITHIN = 60
"""Code points before a cue in which words make it a wish or a plan."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to tell what became of something; one that `turns` stands over all others in its sentence."""

    id: str
    effect: Effect
    stage: str | None
    pattern: re.Pattern[str]
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue where it stands in a sentence: code points from `at` to `end`."""

    cue: Cue
    at: int
    end: int
    words: str


@lru_cache(maxsize=16_384)
def signs(sentence: str, language: str = "en") -> tuple[Sign, ...]:
    """All cues of a sentence outside of wishes and plans (which count for restating), rule by rule; none where it blames."""
    lower = sentence.lower()
    if _patterns(language, "silences").search(lower):
        return ()
    found = ((cue, match) for cue in cues(language) for match in cue.pattern.finditer(lower))
    return tuple(
        Sign(cue, match.start(), match.end(), match[0])
        for cue, match in found
        if cue.effect == "reaffirmed" or not _wished(lower, match.start(), language)
    )


@lru_cache(maxsize=16_384)
def unblamed(sentence: str, language: str = "en") -> str:
    """A sentence without what it blames somebody for, up to where it goes on to promise: that is nothing that was promised again."""
    blame, promise = _patterns(language, "silences"), _patterns(language, "promises")
    lower, kept, at = sentence.lower(), [], 0
    while found := blame.search(lower, at):
        kept.append(sentence[at : found.start()])
        again = promise.search(lower, found.end())
        at = again.start() if again else len(sentence)
    return "".join((*kept, sentence[at:]))


def leading(found: tuple[Sign, ...]) -> Sign | None:
    """Of some signs the one that counts: one that turns the rest, else the first that tells news, else of restating."""
    turning = next((sign for sign in found if sign.cue.turns), None)
    news = [sign for sign in found if sign.cue.effect != "reaffirmed"]
    return turning or min(news or found, key=lambda sign: sign.at, default=None)


def cue_in(sentence: str, language: str = "en") -> Cue | None:
    """The cue that counts in a sentence; None where it has none."""
    sign = leading(signs(sentence, language))
    return sign.cue if sign else None


def _wished(lower: str, at: int, language: str) -> bool:
    """Whether words shortly before make it a wish or a plan."""
    before = lower[max(0, at - WISHED_WITHIN) : at]
    clause = clause_break(language, ends_wishes=True).split(before)[-1]
    return _patterns(language, "wishes").search(clause) is not None


@cache
def clause_break(language: str, *, ends_wishes: bool = False) -> re.Pattern[str]:
    """What parts a sentence into what it tells: marks, and a comma with some words; only those that end a wish, if asked."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["clauses"]
    words = "|".join(re.escape(word) for row in rows if row["ends_wishes"] or not ends_wishes for word in row["words"])
    return re.compile(rf"{MARKS}|, (?:{words})\b" + ("" if ends_wishes else f"|{DASHES}"))


@cache
def year_ahead(language: str) -> re.Pattern[str]:
    """A year (`year`) behind the words by which something is to be in it."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["ahead"]
    words = "|".join(re.escape(word) for row in rows for word in row["words"])
    return re.compile(rf"\b(?:{words}) (?:\w+ )?(?P<year>20\d\d)\b")


@cache
def cues(language: str) -> tuple[Cue, ...]:
    """The cues of a language, in the order in which they are tried."""
    rows: list[dict[str, Any]] = read_yaml(language, "matching", "follow_up.yaml")["follow_up"]
    return tuple(
        Cue(row["id"], row["effect"], row.get("stage"), re.compile("|".join(row["patterns"])), row.get("turn", False))
        for row in rows
    )


def place_of(cue: str, language: str) -> int | None:
    """The place of a cue among those of its language, by its id; None for what is no cue, as the rule of a finding."""
    return _places(language).get(cue)


@cache
def _places(language: str) -> dict[str, int]:
    return {cue.id: place for place, cue in enumerate(cues(language))}


@cache
def _patterns(language: str, section: str) -> re.Pattern[str]:
    """All patterns of a section as one."""
    rows = read_yaml(language, "matching", "follow_up.yaml")[section]
    return re.compile("|".join(pattern for row in rows for pattern in row["patterns"]))
