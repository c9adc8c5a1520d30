"""Finds agreements: documents between parties, by name or by what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.finders.phrases import capitals, phrase, reach, root
from readout.reading.finders.signatories import signatories
from readout.reading.scene import Scene

STATUSES = ("planned", "ended", "ratified", "signed", "negotiated", "in force")
BEFORE, AFTER = 9, 6


def find(scene: Scene) -> Iterator[Finding]:
    """The agreements of a report, once each by their words."""
    seen: list[str] = []
    last_word = -1
    for i, lower in enumerate(scene.words.lower):
        if i <= last_word:
            continue
        for rule in scene.rules("agreement"):
            if lower not in rule.fields["nouns"] or not scene.words.is_noun(i):
                continue
            title = _title(scene, rule, i)
            span = scene.span(*title) if title else None
            if title is None or span is None:
                continue
            last_word = title[1]
            said = span.of(scene.report.text).lower()
            if not any(said in other or (lower in rule.words("known") and lower in other) for other in seen):
                yield scene.finding(rule, span, slots_of_agreement(scene, *title), (lower,))
            seen.append(said)
            break


def _title(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """The words that name the document, where they name one."""
    words = scene.words
    if rule.id.endswith(".named"):
        low, high = capitals(scene, i, rule.words("small"))
        run = {words.lower[k] for k in range(low, high + 1)}
        single = low == high and words.lower[i] not in rule.words("known")
        if not words.form[i][:1].isupper() or run & rule.words("bodies") or (single and not _tail(scene, rule, i)):
            return None
        if run & rule.words("universal") and len(run) < 3:
            return None
        first = min(low, phrase(scene, i)[0]) if words.pos[low] != "DET" else low
        return first, _end(scene, rule, i, high)
    first, _ = phrase(scene, i)
    if any(words.lower[k] in rule.words("pointing") for k in range(first, i)):
        return first, i
    return (first, _end(scene, rule, i, i)) if _is_told(scene, rule, i, first) else None


def _is_told(scene: Scene, rule: Rule, i: int, first: int) -> bool:
    """Whether the words around a noun show that it means one document."""
    words = scene.words
    modified = {words.lower[k] for k in range(first, i)}
    if modified & rule.words("shared") and words.lower[i] in rule.words("together"):
        return True
    if words.form[i][:1].isupper() or any(words.lower[k] in rule.words("vague") for k in range(max(first - 2, 0), i)):
        return False
    plain = words.lower[i] not in rule.words("common")
    proper = any(words.pos[k] == "PROPN" or scene.cast.at[k] for k in range(first, i))
    if plain and (proper or _tail(scene, rule, i)):
        return True
    follows = words.lower[i + 1] if i + 2 < len(words) else ""
    if modified & rule.words("shared") and follows in rule.words("contents"):
        return scene.cast.at[i + 2] is None and (words.pos[i + 2] in ("NUM", "PROPN"))
    governs = {words.lower[words.head[i]], words.lower[max(first - 2, 0)]}
    tail = i + 1 < len(words) and words.lower[i + 1] in rule.words("tails")
    return (first < i or plain or tail) and bool(governs & rule.words("makes"))


def _tail(scene: Scene, rule: Rule, i: int) -> bool:
    """Whether what follows the noun says what the document is about or between whom."""
    words = scene.words
    following = words.lower[i + 1] if i + 1 < len(words) else ""
    if following in rule.words("partners") | rule.words("contents") and i + 4 < len(words):
        named = any((m := scene.cast.at[k]) is not None and m.parties for k in range(i + 2, i + 5))
        return (named and following in rule.words("partners")) or words.lower[i + 2] in rule.words("of_what")
    if following in rule.words("inside"):
        return i + 2 < len(words) and words.lower[i + 2] in rule.words("in_what")
    return following in rule.words("tells") or (
        following in rule.words("aims") and words.lower[i] in rule.words("deeds")
    )


def _end(scene: Scene, rule: Rule, i: int, last: int) -> int:
    """The last word of a title: what it is about belongs to it, when it was signed does not."""
    words = scene.words
    after = words.lower[last + 1] if last + 1 < len(words) else ""
    if after in rule.words("inside") and words.lower[min(last + 2, len(words) - 1)] not in rule.words("in_what"):
        return last
    by = after in rule.words("by") and words.lower[i] in rule.words("together")
    return reach(scene, i, last) if by or after in rule.words("tails") else last


def _status(scene: Scene, rule: Rule, first: int, last: int) -> Slot:
    """What became of it: told by the nearest telling word, else by the rule."""
    words = scene.words
    low, end = words.sentence_of[first]
    said = next((words.lower[k] for k in range(first, last + 1) if words.lower[k] in rule.fields["otherwise"]), "")
    nearby = [*range(first, last + 1), *range(first - 1, max(first - BEFORE, low - 1), -1)]
    for k in [*nearby, *range(last + 1, min(last + AFTER, end))]:
        inside = first <= k <= last
        for status in STATUSES:
            if words.lower[k] not in rule.fields[status] or (inside and status not in ("planned", "signed")):
                continue
            if status == "in force" and rule.fields["otherwise"].get(said) == "signed":
                continue
            ahead = {words.lower[j] for j in range(max(low, k - 5), k)}
            comes = bool(ahead & rule.words("ahead")) and words.tag[k] in ("VB", "NN", "VBG")
            status = "planned" if comes and status in ("signed", "negotiated") else status
            return Slot("status", status, words.span(k, k))
    return Slot("status", rule.fields["otherwise"].get(said, "in force"), words.span(first, last))


def slots_of_agreement(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of a document given by its title: its kind, the parties, and what became of it."""
    rule = scene.rules("agreement")[-1]
    nouns = [k for k in range(first, last + 1) if scene.words.lower[k] in rule.fields["nouns"]]
    i = nouns[0] if nouns else root(scene, first, last)
    status = _status(scene, rule, first, last)
    parties, at = signatories(scene, rule, str(status.value), i, (first, last))
    kind = rule.fields["nouns"].get(scene.words.lower[i], "other")
    return [Slot("kind", kind, scene.words.span(i, i)), *scene.actors("parties", parties, at), status]
