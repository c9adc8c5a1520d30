"""Finds agreements: documents between parties, by name or by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Finding, Slot
from readout.reading.finders.documents.document_status import status_of_document
from readout.reading.finders.documents.named_sides import named_sides
from readout.reading.finders.documents.signatories import signatories
from readout.reading.finders.documents.signatory_rolls import parties_told
from readout.reading.finders.phrases import LONGEST, STOPS, capitals, first_of_list, phrase, reach, root
from readout.reading.scene import Scene

CLAUSES = ("acl", "acl:relcl")
HELD = ("obj", "nmod")
LONG = 3
"""Spaces in a title from which it is that of one document alone."""
YEAR = re.compile("(19|20)[0-9][0-9]")


def find(scene: Scene) -> Iterator[Finding]:
    """The agreements of a report, once each by their words."""
    seen: list[str] = []
    last_word = -1
    for i, lower in enumerate(scene.words.lower):
        if i <= last_word:
            continue
        for rule in scene.rules("agreement"):
            if not _is_document(scene, rule, i):
                continue
            title = _without_purpose(scene, i, _alone(scene, rule, i, _title(scene, rule, i)))
            span = scene.span(*title) if title else None
            if title is None or span is None or _is_none(scene, *title):
                continue
            last_word = title[1]
            said = span.of(scene.report.text).lower()
            if not any(_is_same(said, other) or (lower in rule.words("known") and lower in other) for other in seen):
                yield scene.finding(rule, span, slots_of_agreement(scene, *title), (lower,))
            seen.append(said)
            break


def _is_same(said: str, other: str) -> bool:
    """Whether a title is told again: in fewer words, or a long one with more words behind it."""
    return said in other or (other in said and other.count(" ") >= LONG)


def _is_document(scene: Scene, rule: Rule, i: int) -> bool:
    """Whether a word is a noun of documents; some are so beside another word alone ("letter of intent", "New START")."""
    words = scene.words
    if words.lower[i] not in rule.fields["nouns"] or not words.is_noun(i):
        return False
    beside = rule.fields["only"].get(words.lower[i])
    return beside is None or any(words.lower[k] in beside for k in (i - 1, i + 2) if 0 <= k < len(words))


def _title(scene: Scene, rule: Rule, i: int) -> tuple[int, int] | None:
    """The words that name the document, where they name one."""
    words = scene.words
    if rule.id.endswith(".named"):
        low, high = capitals(scene, i, rule.words("small"), joined=True)
        high = i if i < high and _is_where(scene, rule, i + 1) else high
        run = {words.lower[k] for k in range(low, high + 1)}
        single = low == high and words.lower[i] not in rule.words("known")
        if not words.form[i][:1].isupper() or run & rule.words("bodies") or (single and not _tail(scene, rule, i)):
            return None
        universal = run & rule.words("universal") and not run - rule.words("universal") - {words.lower[i]}
        if (universal and not _tail(scene, rule, i)) or _is_forum(scene, rule, low):
            return None
        first = min(low, phrase(scene, i)[0]) if words.pos[low] != "DET" else low
        return first, _end(scene, rule, i, _with_date(scene, high))
    first, _ = phrase(scene, i)
    if any(words.lower[k] in rule.words("pointing") for k in range(first, i)):
        return first, i
    return (first, _end(scene, rule, i, i)) if _is_told(scene, rule, i, first) else None


def _alone(scene: Scene, rule: Rule, i: int, title: tuple[int, int] | None) -> tuple[int, int] | None:
    """A title without another that is joined to it ("the Agreement on Ferries and the Treaty on Ports")."""
    if title is None:
        return None
    words, (first, last) = scene.words, title
    for k in range(i + 1, last - 1):
        if (words.pos[k] == "CCONJ" or words.form[k] in (",", ";")) and words.pos[k + 1] == "DET":
            end = next((j for j in range(k + 2, last + 1) if words.pos[j] in ("ADP", "VERB", "PUNCT")), last + 1)
            if any(words.lower[j] in rule.fields["nouns"] for j in range(k + 2, end)):
                return first, k - 1
    return title


def _without_purpose(scene: Scene, i: int, title: tuple[int, int] | None) -> tuple[int, int] | None:
    """A title without the purpose behind what it is about or between whom ("a treaty between A and B to open the ports"), and with the
    whole names of its sides."""
    if title is None:
        return None
    words, (first, last) = scene.words, title
    sides = named_sides(scene, i, last)
    if sides is not None and sides[1] <= last:
        last = max(last, sides[2])
    about = scene.rules("agreement")[-1].words("about")
    tail = next((k for k in range(i + 1, last) if words.lower[k] in about), last)
    for k in range(tail + 1, last):
        verb = words.head[k]
        if words.lower[k] == "to" and words.tag[k + 1] == "VB" and verb == k + 1:
            over = words.head[verb]
            common = i < over < k and words.pos[over] == "NOUN" and words.dep[verb] in CLAUSES
            return first, last if common else k - 1
    return first, last


def _is_none(scene: Scene, first: int, last: int) -> bool:
    """Whether words that may name a document name none: a state's own law or order, one that may never be, a heading in capitals."""
    words, rule = scene.words, scene.rules("agreement")[-1]
    said = words.lower[first : last + 1]
    begin = next((k for k in range(first, last + 1) if words.lower[k] not in scene.cast.references["articles"]), last)
    heading = last - first > 1 and scene.words.span(first, last).of(scene.report.text).isupper()
    before = {words.lower[begin], words.lower[begin - 1]} if begin else {words.lower[begin]}
    own = not rule.words("never").isdisjoint(said) or words.lower[root(scene, first, last)] in rule.words("laws")
    return heading or own or not rule.words("unreal").isdisjoint(before)


def _is_forum(scene: Scene, rule: Rule, first: int) -> bool:
    """Whether a name stands behind "Parties to": those who meet under a document, not the document."""
    before = scene.words.lower[max(first - 3, 0) : first]
    return bool(before) and before[0] in rule.words("forums") and "to" in before[1:]


def _is_dated(scene: Scene, first: int, i: int) -> bool:
    """Whether a month or a year stands before a noun ("the 2015 agreements")."""
    return any(_is_month(scene, k) or YEAR.fullmatch(scene.words.form[k]) for k in range(first, i))


def _is_month(scene: Scene, k: int) -> bool:
    return scene.words.form[k] in scene.pack.lexicon["calendar"]["months"]


def _is_where(scene: Scene, rule: Rule, k: int) -> bool:
    """Whether a word and the next tell where or when something happened ("in Riga", "in May")."""
    if scene.words.lower[k] not in rule.words("inside") or k + 1 >= len(scene.words):
        return False
    place = scene.cast.at[k + 1]
    return _is_month(scene, k + 1) or (place is not None and place.sort in ("country", "capital", "city"))


def _with_date(scene: Scene, last: int) -> int:
    """The last word of a name that ends with a month ("Declaration of December"): the day and the year belong to it."""
    words, end = scene.words, last
    while (
        _is_month(scene, last)
        and end + 1 < len(words)
        and (words.form[end + 1].isdigit() or words.form[end + 1] == ",")
    ):
        end += 1
    return end - (words.form[end] == ",")


def _is_told(scene: Scene, rule: Rule, i: int, first: int) -> bool:
    """Whether the words around a noun show that it means one document."""
    words = scene.words
    if _is_dated(scene, first, i):
        return True
    if words.lower[i] in rule.words("truces"):
        return False
    modified = {words.lower[k] for k in range(first, i)}
    if modified & rule.words("shared") and words.lower[i] in rule.words("together"):
        return True
    if any(words.lower[k] in rule.words("vague") for k in range(max(first - 2, 0), i)):
        return False
    if _is_concluded(scene, rule, i, first):
        return True
    if words.form[i][:1].isupper():
        return False
    plain = words.lower[i] not in rule.words("common")
    proper = any(words.pos[k] == "PROPN" or scene.cast.at[k] for k in range(first, i))
    topical = words.lower[i - 1] in rule.words("topics") and first < i
    if plain and (proper or topical or _tail(scene, rule, i)):
        return True
    follows = words.lower[i + 1] if i + 2 < len(words) else ""
    if modified & rule.words("shared") and follows in rule.words("contents"):
        return scene.cast.at[i + 2] is None and (words.pos[i + 2] in ("NUM", "PROPN"))
    governs = {words.lower[words.head[first_of_list(scene, i)]], words.lower[max(first - 2, 0)]}
    tail = i + 1 < len(words) and words.lower[i + 1] in rule.words("tails")
    more = first < i or tail or _clause(scene, rule, i) is not None
    return more and words.dep[i] != "obl" and bool(governs & rule.words("makes"))


def _is_concluded(scene: Scene, rule: Rule, i: int, first: int) -> bool:
    """Whether a verb tells that a document came to be: one that parties sign ("signed an MoU"), one that is signed ("a new protocol was
    signed"), or one with a clause that tells it ("the treaty that A signed with B")."""
    words = scene.words
    if any(words.dep[k] in CLAUSES and k > i and words.lower[k] in rule.words("concluded") for k in words.children[i]):
        return True
    verb = words.head[first_of_list(scene, i)]
    if words.lower[i] in rule.words("common"):
        return False
    if words.dep[i] == "nsubj:pass" and first < i:
        return words.lower[verb] in rule.words("concluded")
    indefinite = first > 0 and words.lower[first - 1] in rule.words("indefinite")
    return indefinite and words.dep[first_of_list(scene, i)] in HELD and words.lower[verb] in rule.words("concludes")


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
    if words.lower[i - 1] in rule.words("topics") and words.pos[last + 1 : last + 2] == ["PART"]:
        return last
    within = words.lower[last + 2 : last + 4]
    if after in rule.words("inside") and rule.words("in_what").isdisjoint(within):
        return last
    told = scene.rules("agreement")[-1]
    if words.lower[last + 2 : last + 3] and words.lower[last + 2] in told.words("behalf"):
        return last
    if (
        after in told.words("released")
        and words.lower[last + 2] in rule.words("by")
        and words.lower[i] in rule.words("together")
    ):
        return words.edges[last + 1][1]
    by = after in rule.words("by") and words.lower[i] in rule.words("together")
    aim = after in rule.words("aims") and words.lower[i] in rule.words("deeds")
    if by or aim or (after in rule.words("tails") and words.lower[words.head[last + 1]] not in rule.words("times")):
        return reach(scene, i, last)
    clause = _clause(scene, rule, i) if last == i else None
    return last if clause is None else clause


def _clause(scene: Scene, rule: Rule, i: int) -> int | None:
    """The last word of the clause right behind a noun that tells what the document does ("that would open the ports")."""
    words = scene.words
    if i + 1 >= len(words) or words.lower[i + 1] not in rule.words("clauses"):
        return None
    verb = next(
        (k for k in words.children[i] if k > i and words.dep[k] in CLAUSES and words.edges[k][0] == i + 1), None
    )
    if verb is None:
        return None
    end = min(words.edges[verb][1], i + LONGEST)
    return next((k - 1 for k in range(i + 2, end + 1) if words.form[k] in STOPS), end)


def names_document(scene: Scene, first: int, last: int) -> bool:
    """Whether words that no rule chose name a document: one of its nouns is among them, and they are not bare talk of "the agreements
    reached"."""
    words, rules, described = scene.words, scene.rules("agreement"), scene.rules("agreement")[-1]
    known = {noun for rule in rules for field in ("nouns", "proposed") for noun in rule.fields.get(field, ())}
    said = set(words.lower[first : last + 1])
    alone = frozenset[str]() if said & described.words("of_both") else described.words("one_sided")
    named = any(words.lower[k] in known and words.form[k] not in alone for k in range(first, last + 1))
    begin = next((k for k in range(first, last + 1) if words.pos[k] != "DET"), last)
    if _is_none(scene, first, last):
        return False
    return named and not (words.form[begin] in described.words("bare") and not said & described.words("tells"))


def slots_of_agreement(scene: Scene, first: int, last: int) -> list[Slot]:
    """The slots of a document given by its title: its kind, the parties, and what became of it."""
    rule = scene.rules("agreement")[-1]
    nouns = [k for k in range(first, last + 1) if scene.words.lower[k] in rule.fields["nouns"]]
    i = nouns[0] if nouns else root(scene, first, last)
    status = status_of_document(scene, rule, i, (first, last))
    bound = parties_told(scene, scene.words.span(first, last), str(status.value))
    parties, at = bound or signatories(scene, rule, str(status.value), i, (first, last))
    parties = [party for party in parties if party.name.lower() not in rule.fields["nouns"]]
    kind = rule.fields["nouns"].get(scene.words.lower[i], "other")
    return [Slot("kind", kind, scene.words.span(i, i)), *scene.actors("parties", parties, at), status]
