"""Where an action begins and ends: coordinated actions are told apart, and what merely accompanies one is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from readout.reading.finders.phrases import action_root
from readout.reading.scene import Scene

SHORTEST = 3
"""Words of an action below which it shares its object with the next ("maintain and strengthen ties")."""
WHOLE = 4
"""Words that each of two actions has at the least where "and" alone joins them: of those with fewer annotators parted one in five."""
CLAUSE_HEAD = 6
"""Words from "where" to the modal of its clause at the most."""
FINITE = ("VBD", "VBZ", "VBP")
JOINS = frozenset((",", ";", "and", "or"))
LINKS = frozenset((",", ";", "and", "or", "to", "will", "shall", "as", "well", "also", "then", "-", "–", "—"))


def actions(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last word of each action within words `first` to `last`: coordinated verbs with words of their own."""
    head = action_root(scene, first, last)
    last = _until_reason(scene, first, _until_next_stop(scene, first, _until_new_clause(scene, first, last)))
    last = _until_other_clause(scene, first, until_relative(scene, first, last))
    starts, heads = _begun(scene, head, first, last)
    for number, start in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else last
        while end > start and scene.words.lower[end] in LINKS:
            end -= 1
        yield start, _without_company(scene, heads[number], start, end)


def _begun(scene: Scene, head: int, first: int, last: int) -> tuple[list[int], list[int]]:
    """The first words of all actions within words `first` to `last`, and their verbs."""
    starts, heads = [first], [head]
    joined = {*_coordinated(scene, head, last), *_with_own_to(scene, head, last), *_listed(scene, head, last)}
    for k in sorted(k for k in joined if scene.words.lower[k] not in scene.pack.lexicon["undertakings"]["hoped"]):
        start = _start(scene, k)
        if start - starts[-1] >= SHORTEST and last - k + 1 >= SHORTEST and has_own_words(scene, heads[-1], start):
            starts.append(start)
            heads.append(k)
    brief = len(starts) == 2 and is_brief_pair(scene, first, starts[1], last)
    return (starts[:1], heads[:1]) if brief else (starts, heads)


def is_brief_pair(scene: Scene, first: int, start: int, last: int) -> bool:
    """Whether "and" alone joins two actions before word `start`, one of which has but few words ("keep the strait open and fight smuggling"): they are told as one."""
    words = scene.words
    if words.lower[start - 1] != "and" or words.form[start - 2] == ",":
        return False
    return min(_length(scene, first, start - 2), _length(scene, start, last)) < WHOLE


def _length(scene: Scene, first: int, last: int) -> int:
    """How many words there are between two, without marks."""
    return sum(scene.words.pos[k] != "PUNCT" for k in range(first, last + 1))


def _coordinated(scene: Scene, head: int, last: int) -> list[int]:
    """Verbs of the same form that "and" or "or" joins to the head, or to the verb that it goes on with ("continue to"); commas alone
    join words for one thing."""
    words = scene.words
    if words.tag[head] not in ("VB", "VBG"):
        return []
    own, forms = [head], {words.tag[head]} | ({"VBP"} if words.tag[head] == "VB" else set())
    if words.lower[head] in scene.pack.lexicon["undertakings"]["continues"]:
        own += [k for k in words.kin(head, "xcomp") if head < k <= last]
        forms |= {words.tag[k] for k in own}
    found = sorted(k for verb in own for k in words.kin(verb, "conj") if verb < k <= last and words.tag[k] in forms)
    joined = any(words.dep[m] == "cc" for k in found for m in words.children[k])
    if joined and any(words.lower[k - 1] == "to" for k in found):
        found = sorted([*found, *_between(scene, head, found[-1])])
    return [k for k in found if words.child(k, "nsubj") is None] if joined else []


def _between(scene: Scene, head: int, last: int) -> Iterator[int]:
    """Verbs of ", to ..." before one that "and to" joins: members of the same list, wherever the parser hung them."""
    words = scene.words
    for k in words.kin(head, "advcl"):
        if head < k < last and words.tag[k] == "VB" and words.form[k - 2 : k] == [",", "to"]:
            yield k


def _listed(scene: Scene, head: int, last: int) -> list[int]:
    """Verbs of a list ("widen the port, mend the bridge and open the line"), wherever the parser hung them; none behind a purpose or
    another verb in between ("help the port to grow"), for they may go with that."""
    words, listed = scene.words, list[int]()
    if words.tag[head] != "VB":
        return []
    data = scene.pack.lexicon["undertakings"]
    goes_on = next((k for k in words.kin(head, "xcomp") if k > head), head)
    inner = goes_on if words.lower[head] in data["continues"] else head
    for k in range(inner + 1, last + 1):
        if words.pos[k] != "VERB" or words.tag[k] not in ("VB", "VBP"):
            continue
        if words.lower[_start(scene, k) - 1] not in JOINS:
            break
        if words.child(k, "obj", "obl", "xcomp") is not None:
            listed.append(k)
    if not listed or words.lower[_start(scene, listed[-1]) - 1] not in ("and", "or"):
        return []
    ends = [*(_start(scene, k) - 1 for k in listed), last + 1]
    told = all(_length(scene, begin, end - 1) >= SHORTEST for begin, end in pairwise([head, *ends]))
    return listed if told else []


def _with_own_to(scene: Scene, head: int, last: int) -> Iterator[int]:
    """Verbs of "and to ..." and "as well as to ...", with those of ", to ..." before them, wherever the parser hung them; none behind
    a purpose ("work to find ships and to repair them"), for they may go with that."""
    words, listed = scene.words, []
    for k in range(head + 1, last + 1):
        if words.tag[k] != "VB" or words.lower[k - 1] != "to":
            continue
        listed.append(k)
        if words.lower[k - 2] == "and" or words.lower[k - 4 : k - 1] == ["as", "well", "as"]:
            yield from listed
            listed = []
        elif words.form[k - 2] != ",":
            return


def first_joined(scene: Scene, verb: int) -> int:
    """The first of the verbs that "and" joins under one subject: what governs it governs all."""
    words = scene.words
    while words.dep[verb] == "conj" and words.head[verb] < verb and words.child(verb, "nsubj") is None:
        verb = words.head[verb]
    return verb


def _start(scene: Scene, verb: int) -> int:
    start = verb
    while scene.words.pos[start - 1] == "ADV" and scene.words.lower[start - 1] not in LINKS:
        start -= 1
    return start


def has_own_words(scene: Scene, head: int, until: int) -> bool:
    """Whether a verb has an object or a complement of its own before a word."""
    words = scene.words
    own = ("obj", "obl", "xcomp", "ccomp", "advmod", "obl:unmarked", "advcl")
    return any(head < k < until for k in words.kin(head, *own))


def _without_company(scene: Scene, head: int, first: int, last: int) -> int:
    """The last word before a participle behind a comma that tells what goes along with the action."""
    words = scene.words
    asides = scene.pack.lexicon["undertakings"]["asides"]
    aside = next(
        (k for k in range(first + SHORTEST, last) if words.lower[k] in asides and words.form[k - 1] == ","), None
    )
    if aside is not None:
        return aside - 2
    for k in words.kin(head, "advcl"):
        low = words.edges[k][0]
        if first + SHORTEST < low <= last and words.tag[k] == "VBG" and words.form[low - 1] == "," and low == k:
            return low - 2
    return last


def follows_where(scene: Scene, modal: int) -> bool:
    """Whether a clause with its modal tells what somebody will do at the place before it ("to Oslo, where she will meet ...")."""
    words, verb = scene.words, scene.words.head[modal]
    low = max(words.sentence_of[modal][0], modal - CLAUSE_HEAD)
    where = next((k for k in range(modal - 1, low - 1, -1) if words.lower[k] == "where"), None)
    return where is not None and _is_place_before(scene, where) and words.child(verb, "nsubj") in range(where, modal)


def _is_place_before(scene: Scene, where: int) -> bool:
    """Whether a comma, a name or a figure stands before "where": behind other nouns it tells which of them is meant."""
    return scene.words.form[where - 1] == "," or scene.words.pos[where - 1] in ("PROPN", "NUM")


def _until_next_stop(scene: Scene, first: int, last: int) -> int:
    """The last word before "where she will ...", which is an action of its own."""
    words = scene.words
    for k in range(first + SHORTEST, last):
        if words.lower[k] == "where":
            modal = next((m for m in range(k + 1, min(k + CLAUSE_HEAD, last)) if words.lower[m] == "will"), None)
            if modal is not None and follows_where(scene, modal):
                return k - 2 if words.form[k - 1] == "," else k - 1
    return last


def _until_reason(scene: Scene, first: int, last: int) -> int:
    """The last word before a clause that tells why ("because")."""
    words, reasons = scene.words, scene.pack.lexicon["undertakings"]["reasons"]
    stop = next(
        (k for k in range(first + SHORTEST, last + 1) if words.lower[k] in reasons and words.tag[k] == "IN"), last + 1
    )
    stop = stop if words.lower[stop : stop + 2] != ["because", "of"] else last + 1
    return stop - 2 if words.form[stop - 1] == "," else stop - 1


def _until_other_clause(scene: Scene, first: int, last: int) -> int:
    """The last word before "and that ...", "and reaffirmed" or ", but called on ...": what else is said is no part of the action."""
    words, data = scene.words, scene.pack.lexicon["undertakings"]
    for k in range(first + SHORTEST, last):
        said = words.lower[k] == "and" and words.lower[k + 1] in data["further"] and words.pos[k + 1] == "SCONJ"
        told = (
            words.lower[k] == "and"
            and words.tag[k + 1] == "VBD"
            and words.tag[action_root(scene, first, k - 1)] == "VB"
        )
        turned = told or (words.lower[k] in data["turns"] and words.tag[k + 1] in FINITE)
        if said or turned:
            return k - 2 if words.form[k - 1] == "," else k - 1
    return last


def until_relative(scene: Scene, first: int, last: int) -> int:
    """The last word before ", which ..." or ", in which ...": what tells of the action is no part of it."""
    words = scene.words
    for k in range(first + SHORTEST, last + 1):
        if words.lower[k] == "which":
            comma = next((m for m in (k - 1, k - 2) if m > first and words.form[m] == ","), None)
            if comma is not None:
                return comma - 1
    return last


def _until_new_clause(scene: Scene, first: int, last: int) -> int:
    """The last word before a semicolon behind which a new clause begins (in a list of places none does)."""
    words = scene.words
    marks = [k for k in range(first + 2, last) if words.form[k] == ";"]
    for number, k in enumerate(marks):
        stop = marks[number + 1] if number + 1 < len(marks) else last + 1
        if any(words.pos[m] in ("VERB", "AUX") for m in range(k + 1, stop)):
            return k - 1
    return last
