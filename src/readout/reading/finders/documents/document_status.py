"""What became of a document: signed, planned, in force, ..., as the words around its title tell."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.model import Slot, Span
from readout.reading.finders.documents.known_documents import known_document
from readout.reading.finders.phrases import first_of_list
from readout.reading.scene import Scene

STATUSES = ("planned", "ended", "ratified", "signed", "negotiated", "in force")
INSIDE = ("planned", "signed")
"""What the words of a title may tell themselves ("draft treaty")."""
BEFORE, AFTER, NEAR = 9, 6, 3
FAR = 16
"""Words before a deed among which another may tell that it is done."""
DEEDS = ("signed", "ended", "ratified", "negotiated")
"""What the verb of a document may tell before all other words do."""
DONE = ("VBN", "VBD")
"""The forms of a verb that tell behind the noun what became of a document ("to be signed"); what it is about tells nothing."""
CLAUSES = ("acl", "acl:relcl")
HELD = ("obj", "nsubj:pass")


def status_of_document(scene: Scene, rule: Rule, i: int, title: tuple[int, int]) -> Slot:
    """The status of the document whose noun is word `i`: told by its verb or the nearest telling word, else by its name
    where everybody knows it, else by the rule."""
    words, otherwise, span = scene.words, rule.fields["otherwise"], scene.words.span(*title)
    told = [words.lower[k] for k in range(title[0], title[1] + 1) if words.lower[k] in otherwise]
    said = next((word for word in told if otherwise[word] == "signed"), told[0] if told else "")
    issued = otherwise.get(said) == "signed"
    for k in _telling(scene, rule, i, title):
        status = _told(scene, rule, k, i, title)
        near = rule.fields["nouns"].get(said) == "declaration" and 0 < title[0] - k <= NEAR
        if status is not None and (status != "in force" or near or not issued):
            return Slot("status", "signed" if issued and status == "negotiated" else status, words.span(k, k))
    if _stands(scene, span) and not issued:
        return Slot("status", "in force", span, how="a document that is known")
    return Slot("status", otherwise.get(said, "in force"), span)


def _stands(scene: Scene, title: Span) -> bool:
    """Whether everybody knows a document, and what became of it is settled."""
    row = known_document(scene, title)
    return row is not None and not row.get("unsettled", False)


def _telling(scene: Scene, rule: Rule, i: int, title: tuple[int, int]) -> Iterator[int]:
    """Words that may tell it, those that tell it best first: of the title, its verbs, then the nearest."""
    words, (first, last) = scene.words, title
    low, end = words.sentence_of[first]
    own = [k for k in range(first, last + 1) if words.form[k].islower() and (k <= i or words.tag[k] in DONE)]
    yield from (k for k in own if words.lower[k] not in rule.words("anew"))
    verbs = [k for k in words.children[i] if k > last and words.dep[k] in CLAUSES]
    listed = first_of_list(scene, i)
    verbs += [words.head[listed]] if words.dep[listed] in HELD else []
    yield from (k for k in verbs if any(words.lower[k] in rule.fields[deed] for deed in DEEDS))
    yield from range(first - 1, max(first - BEFORE, low - 1), -1)
    yield from own
    yield from range(last + 1, min(last + AFTER, end))


def _told(scene: Scene, rule: Rule, k: int, i: int, title: tuple[int, int]) -> str | None:
    """The status that a word tells; a deed that is still to come is planned."""
    words, inside = scene.words, title[0] <= k <= title[1]
    if (
        words.lower[k] in rule.words("comes")
        and words.lower[k + 2 : k + 3]
        and words.lower[k + 2] in rule.words("force")
    ):
        return "in force"
    may = INSIDE if k < i else (*INSIDE, "negotiated")
    status = next((s for s in STATUSES if words.lower[k] in rule.fields[s] and (not inside or s in may)), None)
    if k < title[0] and words.lower[k] in rule.words("means") and words.lower[k + 1 : k + 3] == ["a", "new"]:
        return "negotiated"
    if status not in ("signed", "negotiated"):
        return status
    ahead = set(words.lower[max(words.sentence_of[k][0], k - 5) : k])
    comes = ahead & rule.words("ahead") and (words.tag[k] in ("VB", "NN", "VBG") or "be" in ahead)
    comes = comes or _will_be(scene, rule, k)
    return "planned" if comes and not _came_to(scene, rule, k) else status


def _will_be(scene: Scene, rule: Rule, k: int) -> bool:
    """Whether a deed is the subject of what is still to come ("the signing will open a way", "the signing is being prepared")."""
    words, verb = scene.words, scene.words.head[k]
    if words.dep[k] not in ("nsubj", "nsubj:pass"):
        return False
    return words.lower[verb] in rule.words("prepared") or any(words.lower[j] == "will" for j in words.children[verb])


def _came_to(scene: Scene, rule: Rule, k: int) -> bool:
    """Whether a deed is done though "to" stands before it ("became the tenth nation to sign", "came together to sign")."""
    words, low = scene.words, scene.words.sentence_of[k][0]
    return words.lower[k - 1] == "to" and not rule.words("came").isdisjoint(words.lower[max(low, k - FAR) : k])
