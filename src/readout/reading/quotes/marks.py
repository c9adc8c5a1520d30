"""Regions of direct speech: quote marks matched by region, lost ones repaired, never in the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from readout.lang import load
from readout.lang.inflection import forms
from readout.lang.patterns import any_of
from readout.model import Span
from readout.reading.annotate.mojibake import in_place
from readout.reading.quotes.quoted_accounts import without_accounts

OPENING, CLOSING, EITHER = "“«„", "”»", '"'
MARK = re.compile(f"[{OPENING}{CLOSING}{EITHER}]")
WORD = re.compile(r"[^\W\d_]+")
INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+$")
"""An abbreviation of initials with its full stop, which is no sentence's ("... like the U.S.," she said)."""
BOUNDARY = re.compile(r"[.!?…][”\"»)]?\s+(?=[A-Z“\"«])")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quote marks, without the marks; `repaired` where a mark was missing."""

    span: Span
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Narration:
    """Words that tell a narrator's sentence (past forms of what people do and say), and those that only a speaker uses."""

    told: frozenset[str]
    speaking: frozenset[str]

    def tells(self, sentence: str) -> bool:
        """Whether a sentence is the reporter's own and no speech."""
        words = {word.lower() for word in WORD.findall(sentence)}
        return not words.isdisjoint(self.told) and words.isdisjoint(self.speaking)


@cache
def narration(language: str = "en") -> Narration:
    """The words of a language's lexicons by which narration and speech are told apart."""
    lexicon = load(language).lexicon
    verbs = {
        *lexicon["cues"]["clause"],
        *lexicon["cues"]["phrase"],
        *lexicon["meetings"]["verbs"],
        *lexicon["cues"]["topics"],
    }
    past = (form for verb in verbs for form in forms(verb)[1:] if not form.endswith(("s", "ing")))
    return Narration(frozenset(past), frozenset(lexicon["references"]["speaking"]))


def quotes(text: str, language: str = "en") -> list[Quote]:
    """The quotations of a text, paragraph by paragraph, in order.

    An unmatched closing mark opens before the first sentence that no reporter tells, back to the last mark or the
    paragraph's start; an unmatched opening mark closes with its paragraph.
    """
    return without_accounts(text, _all(text, language), narration(language).tells, language)


def account_marks(text: str, language: str = "en") -> list[Span]:
    """The marks of what stands in a spokesperson's quotation marks and is an account."""
    kept = {quote.span for quote in quotes(text, language)}
    edges = (place for quote in _all(text, language) if quote.span not in kept for place in _edges(text, quote.span))
    return [Span(place, place + 1) for place in edges if MARK.match(text, place)]


def _edges(text: str, span: Span) -> tuple[int, int]:
    """Where the marks around some words stand: right before, and behind what punctuation there is."""
    end = span.end
    while end < len(text) - 1 and text[end] in ",.;":
        end += 1
    return max(span.start - 1, 0), min(end, len(text) - 1)


def _all(text: str, language: str) -> list[Quote]:
    """The quotations of a text in order, accounts among them."""
    found: list[Quote] = []
    text = in_place(text)
    for match in re.finditer(r"[^\n]+", text):
        found.extend(_of_paragraph(text, *match.span(), narration(language)))
    for match in dashed(language).finditer(text):
        if not any(quote.span.start < match.end() and quote.span.end > match.start() for quote in found):
            _add(found, text, *match.span("said"), False)
    return sorted(found, key=lambda quote: quote.span.start)


def _of_paragraph(text: str, start: int, end: int, narrated: Narration) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    free = start
    for match in MARK.finditer(text, start, end):
        place = match.start()
        if _opens(text, place, start, end):
            lost = _lost_end(text, opened, place, narrated) if opened is not None else None
            if opened is not None and lost is not None:
                _add(found, text, opened, lost, True)
                opened, free = None, place
            if opened is None:
                opened = place + 1
            continue
        if opened is not None:
            _add(found, text, opened, place, False)
        elif _closes(text, place, end):
            _add(found, text, _repaired_start(text, free, place, narrated), place, True)
        opened, free = None, place + 1
    if opened is not None:
        _add(found, text, opened, _repaired_end(text, opened, end, narrated), True)
    return found


def _opens(text: str, place: int, start: int, end: int) -> bool:
    mark = text[place]
    if mark in OPENING:
        return not _ends_a_sentence(text, place, start, end)
    if mark in CLOSING:
        return False
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return (before.isspace() or before in "([–—-:") and not (after.isspace() or after in ".,;")


def _ends_a_sentence(text: str, place: int, start: int, end: int) -> bool:
    """Whether a mark that should open stands where one closes: glued to a full stop, and a space behind it (as typed in haste)."""
    return place > start and text[place - 1] in ",.!?…" and (place + 1 >= end or text[place + 1].isspace())


def _closes(text: str, place: int, end: int) -> bool:
    """Whether a stray mark really closes speech: it follows a comma or a full stop, not a single quoted word."""
    before = text[max(place - 1, 0)]
    return before in ",.!?…" or text[place + 1 : min(place + 2, end)] == ","


def _repaired_start(text: str, free: int, place: int, narrated: Narration) -> int:
    """Where speech that ends at `place` begins: behind "said:", else with its last sentence, and those before it that the reporter does
    not tell."""
    starts = [free, *(match.end() for match in BOUNDARY.finditer(text, free, place))]
    begin = place
    for first, stop in reversed(list(pairwise([*starts, place]))):
        if (behind := _behind_its_cue(text, first, stop)) is not None:
            return behind
        if stop < place and narrated.tells(text[first:stop]):
            break
        begin = first
    return begin


def _behind_its_cue(text: str, first: int, stop: int) -> int | None:
    """Where speech begins in a sentence that tells first who speaks ("The mayor said on Friday, We will ..."); None where none does."""
    told = [match.end() for match in said_ahead().finditer(text, first, stop)]
    return told[-1] if told and not text.startswith("As ", first) else None


@cache
def said_ahead(language: str = "en") -> re.Pattern[str]:
    """A verb of saying in the past, a few words, a comma or colon, and what begins with a capital behind it."""
    cues = load(language).lexicon["cues"]
    said = any_of(form for verb in cues["direct"] for form in forms(verb)[1:] if not form.endswith(("s", "ing")))
    return re.compile(rf"\b{said}(?:\s+[^\s,.;:!?“”\"]+){{0,6}}[,:]\s+(?=[A-Z])")


def _repaired_end(text: str, opened: int, end: int, narrated: Narration) -> int:
    """Where speech that begins at `opened` and has lost its closing mark ends: before a comma and who said it, before a sentence that
    the reporter tells, else with its paragraph, with which alone it ends where the next one opens with a mark, as long speech does."""
    goes_on = text[end:].lstrip()[:1] in (*OPENING, EITHER)
    told = said_by().search(text, opened, end)
    lost = _lost_end(text, opened, end, narrated) if not goes_on else None
    return told.start() if told else lost or end


def _lost_end(text: str, opened: int, stop: int, narrated: Narration) -> int | None:
    """Where speech that begins at `opened` ends before `stop`, with no mark between: before a comma and who said it, or before a
    sentence that the reporter tells; None where neither stands there."""
    told = said_by().search(text, opened, stop)
    starts = [opened, *(match.end() for match in BOUNDARY.finditer(text, opened, stop)), stop]
    ends = (first for first, last in pairwise(starts) if first > opened and narrated.tells(text[first:last]))
    ended = next(ends, None)
    return min((place for place in (told.start() if told else None, ended) if place is not None), default=None)


@cache
def _speaker(language: str) -> tuple[str, str]:
    """Patterns of who speaks, and of the verb of speech."""
    cues = load(language).lexicon["cues"]
    said = any_of(form for verb in cues["direct"] for form in forms(verb)[1:] if not form.endswith("ing"))
    name = r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*|of|the|for|and|to)"
    who = rf"(?:(?:the|a|an|his|her|their)(?:\s+[\w.’'-]+){{1,7}}?|he|she|they|{name}[’']s(?:\s+[\w-]+){{1,4}}?|{name}(?:\s+{name}){{0,9}})"
    return who, said


@cache
def dashed(language: str = "en") -> re.Pattern[str]:
    """Speech between dashes, as some countries print it, before who said it ("– We will open the line soon – the President said")."""
    who, said = _speaker(language)
    told = rf"(?:{who}\s+{said}|{said}\s+{who})\b"
    return re.compile(
        rf"(?:^|(?<=[.!?…]\s))[-–—]\s+(?P<said>[^\W\d_a-zß-ÿ][^\n]*?)[ \t]+[-–—][ \t]+(?={told})", re.MULTILINE
    )


@cache
def said_by(language: str = "en") -> re.Pattern[str]:
    """A comma, who speaks and the verb ("…, the Prime Minister of Latvia noted"), with the end of the clause behind."""
    who, said = _speaker(language)
    behind = r"\s*[.,;:]|\s*$|\s+(?:that|in|on|at|during|after|to|by|reporters|lawmakers|this|the|a|an)\b[^.?!\"“”]*[.?!]?\s*(?:$|[\"“])"
    return re.compile(rf",\s+(?:{who}\s+{said}|{said}\s+{who})(?={behind})", re.MULTILINE)


def _add(found: list[Quote], text: str, start: int, end: int, repaired: bool) -> None:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;") and not INITIALS.search(text, start, end):
        end -= 1
    if start < end:
        found.append(Quote(Span(start, end), repaired))
