"""When an encounter took place: by the date nearest to the word that tells it, or by words that say it goes on just now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from readout.model import Slot
from readout.reading.dates.worked_out import Time, times
from readout.reading.finders.encounters.ahead import is_away
from readout.reading.finders.encounters.encounter import Vocabulary
from readout.reading.finders.encounters.guests import stays
from readout.reading.scene import Scene

TAIL = 10
"""Words behind a clause in which its date may stand ("their meeting in Rome, at the Quirinal, on October 31")."""
AGO = 2
"""Words behind a clause that may say it was another day ("last week", "weeks ago")."""
BEHIND = 4
"""Words behind the one that tells an encounter in which it may say with whom."""
REACH = 5
"""Words before and behind a date that may tell whose it is."""
OPENING = 2
"""Sentences at a report's head, whose encounter is the one of "today's talks"."""


def date_of(scene: Scene, told: int, first: int, last: int) -> list[Slot]:
    """The date of an encounter that word `told` tells in a clause from `first` to `last`: one that hangs on the words which
    tell it, else a day, else a month; of the sentence up to there, else of its rest, else of now."""
    low, end = scene.words.sentence_of[told]
    near = said(scene, told, _from(scene, told, low, first), last)
    if not near and not is_long_ago(scene, first, last):
        behind = nearest(scene, told, low, end - 1)
        near = [time for time in behind if time.precision == "day" or _is_own(scene, told, time)]
    own = [time for time in near if _is_own(scene, told, time)]
    days, months = ([time for time in near if time.precision == precision] for precision in ("day", "month"))
    return when(own or days or months or ([] if is_long_ago(scene, first, last) else list(_now(scene, told))))


def _from(scene: Scene, told: int, low: int, first: int) -> int:
    """The first word whose date may be a clause's: the sentence's, unless another clause goes before ("recalled how they met")
    on which it does not hang as "where they met" does."""
    words, verb = scene.words, _verb(scene, told)
    another = any(words.pos[k] in ("VERB", "AUX") for k in range(low, first))
    return first if another and not words.dep[verb].endswith("relcl") else min(low, first)


def _is_own(scene: Scene, told: int, time: Time) -> bool:
    """Whether a date hangs on the word that tells an encounter, its verb, or the name of its place."""
    words, governor = scene.words, _governor(scene, time)
    own = [k for k in (told, _verb(scene, told)) if k == told or words.pos[k] in ("VERB", "AUX")]
    return governor in own or (words.pos[governor] == "PROPN" and words.head[governor] in own)


def is_long_ago(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause says that it tells of another day than the report's, without naming it ("last week", "our previous call")."""
    data = scene.pack.lexicon["meetings"]
    return any(word in data["elsewhen"] for word in scene.words.lower[first : last + 1 + AGO])


def said(scene: Scene, told: int, first: int, last: int) -> list[Time]:
    """The dates of a clause and of what stands right behind it, those nearest to `told` first."""
    words = scene.words
    end = words.sentence_of[told][1]
    stop = next((k for k in range(last + 1, end) if words.pos[k] in ("VERB", "AUX", "SCONJ")), end)
    return nearest(scene, told, first, min(max(last, min(last + TAIL, stop - 1)), end - 1))


def nearest(scene: Scene, told: int, first: int, last: int) -> list[Time]:
    """The dates between two words that do not lie ahead of the report: those first that hang on `told` or its verb, then by
    how near they are."""
    words, published = scene.words, scene.day
    found = times(words.text, words.start[first], words.end[last], published)
    past = [t for t in found if (published is None or t.value <= published) and not _of_another(scene, t, told)]
    own = (told, _verb(scene, told))
    return sorted(past, key=lambda t: (_governor(scene, t) not in own, abs(t.span.start - words.start[told])))


def _of_another(scene: Scene, time: Time, told: int) -> bool:
    """Whether a date is that of something that went before the encounter ("following the May 3 summit, they met"), and not of
    an encounter that is itself named there ("after the May 3 meeting")."""
    words, earlier = scene.words, scene.pack.lexicon["meetings"]["going_before"]
    first, last = scene.words_of(time.span)
    low, end = words.sentence_of[first]
    ahead = list(takewhile(lambda k: not _parts(scene, k), range(last + 1, min(last + 1 + REACH, end))))
    for k in range(first - 1, max(low, first - REACH) - 1, -1):
        if words.lower[k] in earlier:
            return told not in ahead
        if k == told or _parts(scene, k):
            return False
    return False


def _parts(scene: Scene, k: int) -> bool:
    """Whether a clause or part of one ends at word `k`."""
    return scene.words.form[k] in (",", ";") or scene.words.pos[k] in ("VERB", "AUX")


def _governor(scene: Scene, time: Time) -> int:
    """The word outside of a date on which it hangs."""
    first, last = scene.words_of(time.span)
    heads = (scene.words.head[k] for k in range(first, last + 1))
    return next((head for head in heads if not first <= head <= last), first)


def when(found: list[Time]) -> list[Slot]:
    """The first date as a slot."""
    return [Slot("date", t.value, t.span, precision=t.precision, how="worked out") for t in found[:1]]


def today(scene: Scene, k: int) -> list[Slot]:
    """The day of the report, where word `k` is spoken as the encounter goes on."""
    day = scene.day
    return when([Time(scene.words.span(k, k), day, day, "day")]) if day else []


def _now(scene: Scene, told: int) -> Iterator[Time]:
    """The day of the report, where words say that the encounter goes on or has just been."""
    published = scene.day
    for find in (_adverb, _going_on, _face_to_face, _guest_here, _todays):
        k = find(scene, told) if published else None
        if k is not None and published:
            yield Time(scene.words.span(k, k), published, published, "day")


def _verb(scene: Scene, told: int) -> int:
    return told if scene.words.pos[told] == "VERB" else scene.words.head[told]


def _adverb(scene: Scene, told: int) -> int | None:
    """ "I just had negotiations"."""
    just = scene.pack.lexicon["meetings"]["just_now"]
    return next((k for k in scene.words.kin(_verb(scene, told), "advmod") if scene.words.lower[k] in just), None)


def _going_on(scene: Scene, told: int) -> int | None:
    """ "They are holding a meeting", "who is on a visit", "the visit takes place"."""
    words = scene.words
    if (taking := _taking_place(scene, told)) is not None:
        return taking
    for k in dict.fromkeys((told, _verb(scene, told))):
        lasting = words.tag[k] == "VBG" or (words.pos[k] == "NOUN" and words.child(k, "cop") is not None)
        being = next((m for m in words.kin(k, "aux", "aux:pass", "cop") if words.tag[m] in ("VBZ", "VBP")), None)
        if lasting and being is not None and words.lower[being] in ("is", "are"):
            return being
    return None


def _taking_place(scene: Scene, told: int) -> int | None:
    """The verb of "the visit takes place", where its sentence names no day that lies ahead."""
    words, verb = scene.words, scene.words.head[told]
    low, end = words.sentence_of[told]
    lasting = " ".join(words.lower[verb : verb + 2]) in scene.pack.lexicon["meetings"]["takes_place"]
    if words.dep[told] != "nsubj" or not lasting:
        return None
    days = times(words.text, words.start[low], words.end[end - 1], scene.day)
    return None if any(day.value > (scene.day or "") for day in days) else verb


def _guest_here(scene: Scene, told: int) -> int | None:
    """ "Met with B, who is on a visit to Norway", "who is visiting Norway"."""
    words, vocabulary = scene.words, Vocabulary(scene.pack)

    def stays_on(k: int) -> bool:
        return stays(scene, k) is not None or (words.dep[k] == "acl:relcl" and is_away(scene, vocabulary, k))

    return next((k for k in range(told + 1, words.sentence_of[told][1]) if stays_on(k)), None)


def _face_to_face(scene: Scene, told: int) -> int | None:
    """ "It's great to have you here", "it's good to see you", in what one of those who meet says to the other, and of nobody who is not there."""
    words = scene.words
    if not any(voice.at_table and voice.first <= told <= voice.last for voice in scene.resolver.voices):
        return None
    low, end = words.sentence_of[told]
    if _with_another(scene, told, end):
        return None
    if any(words.tag[k] == "VBD" for k in range(low, end)):
        return None
    data = scene.pack.lexicon["meetings"]
    here, glad = data["face_to_face"], data["greetings"]["glad"]

    def tells(k: int) -> bool:
        return words.lower[k] in here or (words.lower[k] in glad and words.lower[k + 1 : k + 2] == ["to"])

    return next((k for k in range(low, end) if tells(k)), None)


def _with_another(scene: Scene, told: int, end: int) -> bool:
    """Whether the encounter was with somebody who does not speak at the table ("we have had a good meeting with B")."""
    there = {party for voice in scene.resolver.voices if voice.at_table for party in voice.parties}
    behind = next((k for k in range(told + 1, min(told + BEHIND, end)) if scene.words.lower[k] == "with"), None)
    if behind is None:
        return False
    mention = scene.cast.at[scene.words.head[behind]]
    return mention is not None and mention.sort == "person" and there.isdisjoint(mention.parties)


def _todays(scene: Scene, told: int) -> int | None:
    """ "Today's talks" somewhere in the report: those of its opening."""
    words, nouns = scene.words, scene.pack.lexicon["meetings"]["nouns"]
    if words.sentence[told] >= OPENING:
        return None
    today = (k for k in range(words.sentence_of[told][1], len(words) - 2) if words.lower[k : k + 2] == ["today", "'s"])
    return next((k for k in today if any(word in nouns for word in words.lower[k + 2 : k + 5])), None)
