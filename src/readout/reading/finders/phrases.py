"""Phrases around a noun or a name: what several finders cut out of a sentence."""

from __future__ import annotations

from readout.reading.scene import Scene

BETWEEN = frozenset(("between", "among"))
LONGEST = 24
"""Words behind a noun that its phrase may take."""
LOOSE = frozenset(("acl:relcl", "advcl", "parataxis", "ccomp", "advcl:relcl"))
STOPS = frozenset((";", ":", ".", "!", "?", '"', "“", "”", "–", "—", "\n"))
JOINS = frozenset(("-", "–", "’s", "'s", "’", "&"))
ITEMS = 6
"""Items of a list that are climbed to its first."""
ABBREVIATED = 3
"""Words that an abbreviation in brackets takes at the least."""


def root(scene: Scene, first: int, last: int) -> int:
    """The word of a stretch on which most of the stretch hangs."""
    words = scene.words
    tops = [k for k in range(first, last + 1) if not first <= words.head[k] <= last or words.head[k] == k]
    return max(
        tops, key=lambda k: (min(words.edges[k][1], last) - max(words.edges[k][0], first), words.pos[k] == "VERB", -k)
    )


def action_root(scene: Scene, first: int, last: int) -> int:
    """The word that an action given by its words hangs on: its first verb where it begins with one."""
    words = scene.words
    start = next((k for k in range(first, last + 1) if words.pos[k] != "ADV"), first)
    return start if words.tag[start] in ("VB", "VBG") else root(scene, first, last)


def phrase(scene: Scene, i: int) -> tuple[int, int]:
    """The noun phrase of a noun without its article: from its first modifier to the last word before a looser clause."""
    words = scene.words
    low, high = words.edges[i]
    first = i
    while first > low and words.pos[first - 1] not in ("DET", "ADP", "PRON", "SCONJ"):
        if words.pos[first - 1] == "PUNCT" and words.form[first - 1] not in ("-", "–", ","):
            break
        first -= 1
    while first < i and (words.pos[first] in ("PUNCT", "CCONJ") or words.dep[first] == "case"):
        first += 1
    stop = min(high, i + LONGEST)
    for k in range(i + 1, stop + 1):
        own = words.dep[k] in ("conj", "appos", "cop") and words.head[k] == i
        if words.dep[k] in LOOSE or own:
            stop = min(stop, max(words.edges[k][0], i + 1) - 1)
        comma = words.form[k] == "," and k < stop
        if words.form[k] in STOPS or (comma and not scene.cast.at[k + 1] and words.pos[k + 1] not in ("CCONJ", "DET")):
            stop = min(stop, k - 1)
    return first, max(i, stop)


def reach(scene: Scene, i: int, last: int) -> int:
    """The last word of what follows a noun or name at once ("on", "to build"), wherever the parser hung it."""
    words = scene.words
    here, high = last + 1, phrase(scene, i)[1]
    if high > last or here >= len(words) or words.dep[here] not in ("case", "mark"):
        return max(high, last)
    thing = words.head[here]
    if thing <= here:
        return last
    others = words.kin(thing, "conj") if words.lower[here] in BETWEEN else ()
    return max(last, *(phrase(scene, k)[1] for k in (thing, *others) if k >= thing))


def capitals(scene: Scene, i: int, small: frozenset[str], joined: bool = False) -> tuple[int, int]:
    """The run of capitalised words around a word, with small words inside and an abbreviation in brackets after it; with `joined` it goes
    on behind a conjunction where that joins what the name is about or between whom it is."""
    words = scene.words
    low, end = words.sentence_of[i]
    first = last = i
    while first > low and capital(words.form[first - 1]):
        if words.pos[first - 1] in ("DET", "PRON", "SCONJ", "VERB", "ADP") and first - 1 == low:
            break
        first -= 1
    while first < i and (words.form[first] in JOINS or words.pos[first] == "ADP"):
        first += 1
    while last + 1 < end:
        ahead = range(last + 1, min(last + 4, end))
        step = next((k for k in ahead if words.form[k][:1].isupper() or words.lower[k] not in small), end)
        if step >= end or not words.form[step][:1].isupper() or words.pos[step] in ("AUX", "PRON"):
            break
        shortened = step + 1 < end and words.form[step + 1] == "("
        joint = next((k for k in range(last + 1, step) if words.pos[k] == "CCONJ"), None)
        if joint is not None and not shortened and not (joined and _goes_on(scene, i, last, joint, step)):
            break
        last = step
    if last + ABBREVIATED < end + 1 and words.form[min(last + 1, end - 1)] == "(":
        close = next((k for k in range(last + 2, min(last + 6, end)) if words.form[k] == ")"), None)
        last = close if close is not None and words.form[last + 2][:1].isupper() else last
    return first, last


def _goes_on(scene: Scene, i: int, last: int, joint: int, step: int) -> bool:
    """Whether a name at word `i` that reaches word `last` goes on behind a conjunction: the second of two between whom it is, or
    more of what it is about ("Treaty of Amity and Commerce")."""
    words = scene.words
    between = any(words.lower[k] in BETWEEN for k in range(i + 1, last + 1))
    if between and not any(words.pos[k] == "CCONJ" for k in range(i + 1, joint)):
        return True
    end = step
    while end + 1 < words.sentence_of[i][1] and capital(words.form[end + 1]):
        end += 1
    tops = [k for k in range(step, end + 1) if not step <= words.head[k] <= end]
    return all(words.dep[k] == "conj" and i < words.head[k] <= last for k in tops)


def capital(form: str) -> bool:
    """Whether a word may stand within a capitalised name."""
    return form[:1].isupper() or form in JOINS or form.isdigit()


def first_of_list(scene: Scene, noun: int) -> int:
    """The first noun of the list in which a noun stands ("a protocol on ports, a plan for trade and"), itself where it is none."""
    words = scene.words
    for _ in range(ITEMS):
        if words.dep[noun] not in ("conj", "appos") or not words.is_noun(words.head[noun]):
            break
        noun = words.head[noun]
    return noun
