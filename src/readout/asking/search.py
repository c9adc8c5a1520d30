"""Where words stand: in which sentence, of which report, and in what was found there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.asking.days import checked, last_day
from readout.asking.leading import Under, leads
from readout.asking.whom import Whom, sides, whom
from readout.ledger.records.lookup import Lookup
from readout.ledger.records.sought import standing
from readout.ledger.records.wanted import UNDERTAKEN
from readout.matching.sentences import sentences
from readout.model import KIND_NAMES, NotInLedger, Span

if TYPE_CHECKING:
    from readout.ledger import Ledger
    from readout.ledger.records.lookup import Place
    from readout.ledger.records.sought import Term

KINDS = ("report", *KIND_NAMES)
LONGEST = 320
"""Code points of a sentence that is shown; of a longer one, what stands around the words."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where to look; None is everywhere. Countries are written by name or code; `since` and `until` are ISO dates.

    `kind` is a kind of finding, or `report` for whole texts. Of a `pair` is what one of the two says or does where both are.
    `as_of` leaves out whatever was published later. `limit` 0 wants all.
    """

    kind: str | None = None
    actor: str | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand, in its sentence.

    `id` is the finding's, or the report's where the words stand in no finding. `span` is where the sentence stands in the
    report's text and `marks` where the words stand in the sentence (code points); a hit in the title alone has no span.
    `sources` says in how many reports the finding's record stands.
    """

    kind: str
    id: str
    sentence: str
    marks: tuple[Span, ...]
    span: Span | None
    report: str
    title: str | None
    title_marks: tuple[Span, ...]
    outlet: str | None
    date: str | None
    url: str | None
    sources: int
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits, the best first: words in a title, then in what was found, then elsewhere in a text; in each the newest first.
    Where several words were written, all where they stand side by side come before the others.

    `more` says that there are others beyond the limit. Of a person, `led` is what the states and bodies that the person headed undertook
    meanwhile in such words.
    """

    words: str
    hits: tuple[Hit, ...]
    more: bool
    led: tuple[Under[Hits], ...] = ()


def search(ledger: Ledger, words: str, where: Where) -> Hits:
    """Where the words stand.

    Raises NotInLedger where there is no word to look for, no such kind, or nobody of a name that is asked for; InvalidDate.
    """
    if where.kind not in (None, *KINDS):
        raise NotInLedger(f"{where.kind}: no kind. Write one of: {', '.join(KINDS)}.")
    lookup, actor = _lookup(ledger, words, where)
    own = _found(ledger, lookup, where)
    theirs = leads(ledger, actor, where.as_of) if where.kind in (None, *UNDERTAKEN) else ()
    led = (Under(lead, _found(ledger, lead.lookup(lookup), where)) for lead in theirs)
    return replace(own, led=tuple(each for each in led if each.found.hits))


def _found(ledger: Ledger, lookup: Lookup, where: Where) -> Hits:
    found = ledger.places(lookup)
    hits = tuple(_hit(place, found.terms) for place in found.places)
    shown = hits[: where.limit] if where.limit else hits
    if where.as_of:
        then = ledger.sources([hit.id for hit in shown if hit.kind != "report"], where.as_of)
        shown = tuple(replace(hit, sources=then.get(hit.id, hit.sources)) for hit in shown)
    return Hits(lookup.words, shown, len(hits) > len(shown))


def _lookup(ledger: Ledger, words: str, where: Where) -> tuple[Lookup, Whom]:
    """What the ledger is asked, and about whom; one more than is wanted, so that it is known whether there are more."""
    since, on = checked(where.since, "since"), checked(where.as_of, "as_of")
    until = last_day(checked(where.until, "until"), on)
    actor, pair = whom(ledger, where.actor, on), sides(ledger, where.pair, on)
    limit = where.limit + 1 if where.limit else 0
    return Lookup(words, where.kind, actor.names, pair, since, until, limit, actor.whole), actor


def _hit(place: Place, terms: Sequence[Term]) -> Hit:
    report = place.report
    span = _sentence(report.text, place.span, terms)
    title = _spans(standing(report.title or "", terms))
    sentence = span.of(report.text) if span else ""
    marks = _spans(standing(sentence, terms))
    return Hit(
        place.kind, place.id, sentence, marks, span, report.id, report.title, title, place.outlet, report.published,
        report.url, place.sources, report.file,
    )  # fmt: skip


def _spans(found: Iterable[tuple[int, int, int]]) -> tuple[Span, ...]:
    """Spans that do not overlap, in order."""
    spans: list[Span] = []
    for start, end, _ in found:
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def _sentence(text: str, within: Span | None, terms: Sequence[Term]) -> Span | None:
    """The sentence that has most of the terms, the first of several; None where only the title has them."""
    base = within or Span(0, len(text)) if text else None
    if base is None:
        return None
    found = [(base.start + a, base.start + b, term) for a, b, term in standing(base.of(text), terms)]
    if not found:
        return _cut(text, base, base.start) if within else None
    best: tuple[int, Span, int] | None = None
    for sentence in sentences(text):
        if sentence.start > found[-1][0]:
            break
        inside = [(start, term) for start, end, term in found if sentence.start <= start < sentence.end]
        count = len({term for _, term in inside})
        if inside and (best is None or count > best[0]):
            best = count, sentence, inside[0][0]
    return _cut(text, best[1], best[2]) if best else None


def _cut(text: str, sentence: Span, at: int) -> Span:
    """The sentence, or so much of a long one as stands around a place in it, cut between words."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    start = max(sentence.start, min(at - LONGEST // 3, sentence.end - LONGEST))
    end = min(sentence.end, start + LONGEST)
    if start > sentence.start:
        start = next((n + 1 for n in range(start, at) if text[n].isspace()), start)
    if end < sentence.end:
        end = next((n for n in range(end, at, -1) if text[n].isspace()), end)
    return Span(start, end)
