"""Direct speech: quotations beside a verb of saying, the turns of a transcript, and whole texts in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from readout.lang import Rule
from readout.model import Finding, Slot, Span
from readout.reading.actors.party import Party
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.turns import Turn, turns
from readout.reading.finders.statements.whose_words import who_or_unnamed
from readout.reading.quotes.marks import Quote, quotes
from readout.reading.scene import Scene

NEAR = 16
"""Words beside a quotation among which its cue is looked for."""
CLOSING = 4
"""Words behind a quotation among which the next sentence begins."""
OPENS = frozenset((".", "!", "?", '"', "”", ",", ";"))
"""Words behind which a label may begin."""
CLOSINGS = frozenset(('"', "”", "»", "’", "''"))
PARAGRAPH = re.compile(r"[.?!…][”\"»’')]*\s*\n")
"""The end of a paragraph that closes with a whole sentence."""
Cue = tuple[int, int, tuple[Party, ...]]
"""A verb of saying, the word that its speaker stands at, and the speaker."""
DASHES = ("–", "—", "-", "--")
SIGNED = re.compile(r"[ \t]*\.?[ \t]*(?:\n|$)")
"""How a line ends behind the name of whoever is quoted in it."""
SPEAKING = ("person", "organisation", "body", "country")
"""Sorts of mentions that may say something."""
SHORTEST = 4
"""Words below which a quotation is a term, not speech."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A direct statement and who speaks."""

    finding: Finding
    parties: tuple[Party, ...]


def direct_speech(scene: Scene, rules: dict[str, Rule], cues: dict[str, dict[str, str]]) -> Iterator[Speech]:
    """Direct statements, turns first; parts that run on under one cue are one statement."""
    spoken: list[Turn] = []
    for turn in turns(scene):
        spoken.append(turn)
        yield Speech(_turn(scene, rules["turn"], turn), turn.parties)
    own = [quote for quote in quotes(scene.report.text) if _is_speech(scene, quote, spoken)]
    signed = {quote: signer for quote in own if (signer := _signed(scene, scene.words_of(quote.span)[1]))}
    for quote, (at, parties) in signed.items():
        yield _speech_by(scene, rules["direct"], quote, at, parties)
    yield from _quoted(scene, rules["direct"], cues, (quote for quote in own if quote not in signed))


def _is_speech(scene: Scene, quote: Quote, spoken: Iterable[Turn]) -> bool:
    """Whether a quotation is long enough for speech, no heading in capitals, and lies in nobody's turn."""
    first, last = scene.words_of(quote.span)
    if quote.span.of(scene.report.text).isupper():
        return False
    return (last - first + 1 >= SHORTEST or _is_said(scene, quote)) and not any(
        turn.first <= first <= turn.last for turn in spoken
    )


def _is_said(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation of a few words is a sentence of its own, in news: it begins with a capital, and a mark ends it ("I know,")."""
    text, end = scene.report.text, quote.span.end
    stops = text[end : end + 1] in (",", ".") or text[end - 1] in "!?"
    return not scene.cast.around.official and stops and text[quote.span.start].isupper() and not quote.repaired


def _quoted(scene: Scene, rule: Rule, cues: dict[str, dict[str, str]], own: Iterable[Quote]) -> Iterator[Speech]:
    before: tuple[Speech, int] | None = None
    for quote in own:
        first, last = scene.words_of(quote.span)
        if before is not None and _goes_on(scene, before, first, last):
            before = (_joined(before[0], quote.span), last)
            continue
        cue = _cue(scene, cues, first, last)
        if cue is None:
            if before is not None and first - before[1] <= 3:
                before = (_joined(before[0], quote.span), last)
            continue
        verb, at, parties = cue
        if not _whole_sentence(scene, first, last, verb):
            continue
        cue_before = before[0].finding.one("cue") if before is not None else None
        same_cue = cue_before is not None and cue_before.span == scene.words.span(verb, verb)
        if before is not None and same_cue and verb < first and first - before[1] <= NEAR:
            before = (_joined(before[0], quote.span), last)
            continue
        if before is not None:
            yield before[0]
        before = (_speech(scene, rule, quote, verb, at, parties), last)
    if before is not None:
        yield before[0]


def _goes_on(scene: Scene, before: tuple[Speech, int], first: int, last: int) -> bool:
    """Whether a quotation goes on behind the cue of the one before it: at once behind a comma ("We will," she said, "never agree"),
    or as the next sentence, where a full stop closes it ("We will," she said. "And soon.")."""
    words, cue = scene.words, before[0].finding.one("cue")
    if cue is None or cue.span is None or first < 2:
        return False
    verb = scene.words_of(cue.span)[0]
    if not before[1] < verb < first:
        return False
    at_once = (
        words.form[first - 2] == "," and first <= verb + NEAR and words.sentence[first - 2] == words.sentence[verb]
    )
    opens = words.sentence_of[first][0] >= first - 1
    return at_once or (opens and _is_closed(scene, last) and words.sentence[first] - words.sentence[verb] <= 1)


def _signed(scene: Scene, last: int) -> tuple[int, tuple[Party, ...]] | None:
    """Who stands alone behind a dash behind words that end at `last`, and the word of the name ("… together." – President Karis)."""
    words, text = scene.words, scene.report.text
    dash = next((k for k in range(last + 1, min(last + CLOSING, len(words))) if words.form[k] in DASHES), None)
    mention = scene.cast.at[dash + 1] if dash is not None and dash + 1 < len(words) else None
    if (
        dash is None
        or mention is None
        or mention.sort != "person"
        or SIGNED.match(text, words.end[mention.last]) is None
    ):
        return None
    return (mention.core[1], mention.parties) if not words.name[dash - 1].endswith("PER") else None


def _turn(scene: Scene, rule: Rule, turn: Turn) -> Finding:
    slots = [*scene.actors("speaker", turn.parties, turn.colon - 1), Slot("form", "direct")]
    span = scene.span(turn.first, turn.last) or scene.words.span(turn.first, turn.last)
    return scene.finding(rule, span, slots, ("turn",))


def _whole_sentence(scene: Scene, first: int, last: int, verb: int) -> bool:
    """Whether the quotation is speech by itself and not some quoted words inside a reported clause."""
    words = scene.words
    if first <= verb <= last:
        return False
    before = words.lower[first - 2] if first > 1 and words.form[first - 1] in ('"', "“") else ""
    if verb < first and before in ("that", "of", "the", "as", "a", "to", "for", "and", "in"):
        return False
    return any(words.pos[k] in ("VERB", "AUX") for k in range(first, last + 1)) or _is_answer(scene, first, last)


def _is_answer(scene: Scene, first: int, last: int) -> bool:
    """In news, whether a quotation without a verb is a sentence of its own, right behind its cue or before it (replied: "Excellent point.")."""
    words, text = scene.words, scene.report.text
    capital = not scene.cast.around.official and words.form[first][:1].isupper()
    stops = text[words.end[last] - 1] in ".!?," or text[words.end[last] : words.end[last] + 1] in (".", ",", "!", "?")
    apart = words.form[first - 2] in (":", ",", ".", "?", "!") if first > 1 else True
    return capital and stops and apart


def cue_beside(scene: Scene, first: int, last: int) -> Cue | None:
    """The verb of saying right behind or before words `first` to `last`, its speaker's word, and the speaker."""
    return _cue(scene, vocabulary(scene.pack.language), first, last)


def _cue(scene: Scene, cues: dict[str, dict[str, str]], first: int, last: int) -> Cue | None:
    """The cue behind words or before them; before them where a full stop closes them and another sentence begins behind, and there
    alone where words of their own sentence stand before them ("A called it "a mess." B said little.")."""
    if (label := _label_before(scene, first)) is not None:
        return label
    if not _is_closed(scene, last):
        return _cue_after(scene, cues, last) or _cue_before(scene, cues, first)
    before = _cue_before(scene, cues, first)
    begins = scene.words.sentence_of[first][0] >= first - 1
    return before or (_cue_after(scene, cues, last) if begins else None)


def _label_before(scene: Scene, first: int) -> Cue | None:
    """In news, who is named right before a colon and a quotation, and does nothing there ("Holt: "That is wrong.""); the colon is the cue."""
    words, colon = scene.words, first - 2
    mention = scene.cast.at[colon - 1] if colon > 0 and words.form[colon] == ":" else None
    if mention is None or mention.sort != "person" or scene.cast.around.official:
        return None
    opens = mention.first == words.sentence_of[mention.first][0] or words.form[mention.first - 1] in OPENS
    return (colon, mention.last, mention.parties) if opens else None


def _is_closed(scene: Scene, last: int) -> bool:
    """Whether another sentence or paragraph begins behind words that end at `last`."""
    words = scene.words
    beyond = words.start[min(last + 3, len(words) - 1)]
    if PARAGRAPH.search(scene.report.text, words.start[max(last - 1, 0)], beyond):
        return True
    behind = next(
        (k for k in range(last, min(last + CLOSING, len(words))) if k > last and words.form[k][:1].isalnum()), None
    )
    stops = any(words.form[k] == "." for k in range(last, min(last + 2, len(words))))
    return stops and behind is not None and words.form[behind][:1].isupper()


def _cue_after(scene: Scene, cues: dict[str, dict[str, str]], last: int) -> Cue | None:
    """ ", X said", ", said X" right behind the quotation."""
    words = scene.words
    for k in range(last + 1, min(last + NEAR, len(words))):
        form = words.form[k]
        if form in ("“", "«") or (form in (".", "\n") and k > last + 3) or (form == '"' and k > last + 2):
            break
        if words.lower[k] in cues["direct"] and words.pos[k] in ("VERB", "AUX") and not _brings_more(scene, k):
            speaker = _beside(scene, k, last + 1)
            if speaker is not None:
                return (k, *speaker)
    return None


def _brings_more(scene: Scene, verb: int) -> bool:
    """Whether a participle behind a quotation brings what comes after it (called it "a mess", adding that ...)."""
    return scene.words.tag[verb] == "VBG" and scene.words.lower[verb + 1 : verb + 2] == ["that"]


def _cue_before(scene: Scene, cues: dict[str, dict[str, str]], first: int) -> Cue | None:
    """ "X said: ", "X noted, " right before the quotation."""
    words = scene.words
    for k in range(first - 1, max(first - NEAR, -1), -1):
        if words.form[k] in ("”", "»") or (words.form[k] == "." and k < first - 2):
            break
        if words.lower[k] in cues["direct"] and words.pos[k] in ("VERB", "AUX"):
            speaker = _beside(scene, k, words.sentence_of[k][0])
            if speaker is not None:
                return (k, *speaker)
    return None


def _beside(scene: Scene, verb: int, low: int) -> tuple[int, tuple[Party, ...]] | None:
    words = scene.words
    near = [k for k in words.kin(verb, "nsubj") if k >= low]
    own = _between(scene, low, verb) if not near or near[0] > verb else near[0]
    own = near[0] if own is None and near else own
    own = _turned_round(scene, low, verb) if own is None else own
    own = _shared(scene, verb) if own is None else own
    candidates = [own] if own is not None else []
    sorts = ("person",) if own is not None and _is_he_or_she(scene, own) else SPEAKING
    candidates += list(range(verb - 1, max(low - 1, verb - 14), -1)) + list(range(verb + 1, min(verb + 10, len(words))))
    for k in candidates:
        mention = scene.cast.at[k]
        if (mention is not None and mention.sort in sorts) or k == own:
            parties = who_or_unnamed(scene, k) if k == own else scene.who(k)
            if parties:
                return k, parties
        if words.pos[k] in ("PRON", "NOUN", "PROPN") and mention is None:
            parties = scene.who(k)
            if parties and k < verb + 3:
                return k, parties
    subject = scene.subject(verb)
    parties = scene.who(subject) if subject is not None else ()
    return (subject, parties) if subject is not None and parties else None


def _is_he_or_she(scene: Scene, i: int) -> bool:
    """Whether a pronoun of a person stands at a word, in news."""
    return scene.cast.around.home is None and scene.words.lower[i] in scene.pack.lexicon["people"]["pronouns"]


def _between(scene: Scene, low: int, verb: int) -> int | None:
    """The subject between a quotation that ends before word `low` and its verb, which the parser hung on another verb."""
    words = scene.words
    ended = low > words.sentence_of[verb][0] or any(form in CLOSINGS for form in words.form[low - 1 : low + 2])
    own = (k for k in range(low, verb) if words.dep[k] == "nsubj")
    return next(
        (k for k in own if words.head[k] < low or (ended and words.head[k] > verb and "," not in words.form[k:verb])),
        None,
    )


def _shared(scene: Scene, verb: int) -> int | None:
    """In news, the subject that a participle shares with its verb ("A voter admitted it, writing in a post, ...")."""
    words = scene.words
    joined = words.tag[verb] == "VBG" and words.dep[verb] in ("advcl", "conj", "acl") and words.head[verb] < verb
    quoted = any(words.lower[k] == "as" for k in words.children[verb])  # "quoted him as saying"
    news = not scene.cast.around.official or scene.report.outlet is None
    return scene.subject(verb) if joined and not quoted and news else None


def _turned_round(scene: Scene, low: int, verb: int) -> int | None:
    """Who speaks behind a verb right behind a quotation that ends before word `low`, where the parser took them for its object
    ("... thundered the senator")."""
    words = scene.words
    behind = low <= verb and not any(form[:1].isalnum() for form in words.form[low:verb])
    if not behind or verb + 1 >= len(words):
        return None
    return next((k for k in words.kin(verb, "obj", "iobj", "obl:unmarked") if words.edges[k][0] == verb + 1), None)


def _speech(scene: Scene, rule: Rule, quote: Quote, verb: int, at: int, parties: tuple[Party, ...]) -> Speech:
    cue = scene.words.span(verb, verb)
    parties = parties[:1] if len(parties) > 2 else parties
    slots = [*scene.actors("speaker", parties, at), Slot("form", "direct")]
    if scene.words.form[verb] != ":":
        slots.append(Slot("cue", scene.words.said(verb, verb), cue))
    return Speech(scene.finding(rule, quote.span, slots, ("lost mark repaired",) if quote.repaired else ()), parties)


def _speech_by(scene: Scene, rule: Rule, quote: Quote, at: int, parties: tuple[Party, ...]) -> Speech:
    """Speech without a verb of saying."""
    slots = [*scene.actors("speaker", parties, at), Slot("form", "direct")]
    return Speech(scene.finding(rule, quote.span, slots, ("signed",)), parties)


def _joined(speech: Speech, span: Span) -> Speech:
    finding = speech.finding
    parts = (*(finding.spans or (finding.span,)), span)
    return replace(speech, finding=replace(finding, span=Span(parts[0].start, max(p.end for p in parts)), spans=parts))
