"""Whom news tells of by an office before it names the person ("Norway's prime minister said ... Speaking in Bergen, A said ...")."""

from __future__ import annotations

from readout.reading.actors.party import Mention, Party
from readout.reading.finders.statements.cue_words import vocabulary
from readout.reading.finders.statements.described_as import is_person
from readout.reading.finders.statements.he_or_she import SUBJECTS
from readout.reading.scene import Scene

AHEAD = 2
"""Sentences behind the description's in which the name is looked for."""
INTRODUCING = ("appos", "acl", "acl:relcl", "compound", "nmod:desc", "amod")
"""Relations of what tells, beside a name, who somebody is."""
OPENING = 2
"""Sentences of a text in which one is told of by an office whom a title before the name may tell otherwise."""


def named_next(scene: Scene, i: int) -> Party | None:
    """The person whom the text names first behind the phrase of the noun at word `i`, as one who speaks; None in an official report.

    It is the one whom the phrase describes where nobody else is named between, and where the name stands alone, as news names nobody
    whom it has not told of, or bears the noun of the phrase. In a text's opening a title before the name may tell more.
    """
    if scene.cast.around.official or not _tells_one(scene, i):
        return None
    words = scene.words
    number = words.sentence[i]
    behind = words.sentences[number][1]
    end = words.sentences[min(number + AHEAD, len(words.sentences) - 1)][1]
    if any(m is not None and m.sort == "person" for m in scene.cast.at[i:behind]):
        return None
    here = next(
        (m for k in range(behind, end) if (m := scene.cast.at[k]) is not None and _is_told_by_reporter(scene, m)), None
    )
    if here is None or len(here.parties) != 1 or not _speaks(scene, here):
        return None
    party = here.parties[0]
    is_new = party.spans[0].start >= words.start[here.first]
    return party if is_new and _may_be_one(scene, i, here) else None


def _tells_one(scene: Scene, i: int) -> bool:
    """Whether a phrase tells of one person by an office or the like, definitely and as one who speaks."""
    words = scene.words
    if not (
        is_person(scene, i)
        or scene.cast.around.title_at[i] is not None
        or words.form[i] in scene.cast.around.title_words
    ):
        return False
    owned = any(words.pos[k] != "PRON" or words.lower[k] == "its" for k in words.kin(i, "nmod:poss"))
    definite = owned or any(words.lower[k] == "the" for k in words.kin(i, "det"))
    return definite and words.tag[i] in ("NN", "NNP") and words.dep[i] in SUBJECTS and scene.cast.quoted[i] == 0


def _is_told_by_reporter(scene: Scene, mention: Mention) -> bool:
    return mention.sort == "person" and scene.cast.quoted[mention.first] == 0


def _speaks(scene: Scene, mention: Mention) -> bool:
    """Whether the one who is named is the subject of a verb of saying."""
    words = scene.words
    acting = next((k for k in range(mention.first, mention.last + 1) if words.dep[k] in SUBJECTS), None)
    return acting is not None and words.lower[words.head[acting]] in vocabulary(scene.pack.language)["direct"]


def _may_be_one(scene: Scene, i: int, mention: Mention) -> bool:
    """Whether a name may be that of the one whom the phrase at word `i` describes."""
    words, own = scene.words, range(mention.first, mention.last + 1)
    opening = words.sentence[i] < OPENING
    if not opening and all(words.dep[k] in ("det", "case", "punct") for k in words.children[i]):
        return False  # "the official" points back
    beside = {k for m in own for k in words.kin(m, *INTRODUCING) if k not in own}
    if any(words.lower[k] == words.lower[i] for k in (*range(mention.first, mention.core[0]), *beside)):
        return True
    return not beside and (opening or mention.first == mention.core[0])
