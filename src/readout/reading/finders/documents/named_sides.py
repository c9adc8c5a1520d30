"""The two sides of a document by their names, where its title or what stands right behind tells them ("between the Ferry Agency of Norway
and Daugava Lines")."""

from __future__ import annotations

from readout.reading.actors.party import Party
from readout.reading.finders.phrases import capital
from readout.reading.scene import Scene

NEAR = 2
"""Words behind a title within which its sides begin."""
LONGEST = 40
"""Words that the names of two sides take at the most."""
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
STATES = ("country", "adjective", "capital", "city")


def named_sides(scene: Scene, i: int, last: int) -> tuple[list[Party], int, int] | None:
    """The two sides of the document whose noun is word `i`, with the first and the last word of their names; None where it tells none,
    where persons are named, or states alone, whom others find."""
    words, end = scene.words, scene.words.sentence_of[i][1]
    sides = scene.rules("agreement")[-1].words("sides")
    between = next((k for k in range(i + 1, min(last + 1 + NEAR, end)) if words.lower[k] in sides), None)
    if between is None:
        return None
    stop = _end_of_names(scene, between + 1, min(between + LONGEST, end))
    joint = _joint(scene, between + 1, stop)
    if joint is None or words.form[joint - 1] == ",":  # a list of more than two
        return None
    named = [_side(scene, between + 1, joint - 1), _side(scene, joint + 1, stop)]
    parties = [party for party in named if party is not None]
    if len(set(parties)) < len(named) or all(party.kind in ("country", "person") for party in parties):
        return None
    return parties, between + 1, stop


def _end_of_names(scene: Scene, first: int, end: int) -> int:
    """The last word of a run of names, with the small words and the brackets in it."""
    words, last, joints = scene.words, first - 1, scene.rules("agreement")[-1].words("joint")
    small = scene.rules("agreement")[0].words("small") | POSSESSIVE | {"&", "/", "(", ")", ","}
    for k in range(first, end):
        if not capital(words.form[k]) and words.lower[k] not in small:
            break
        ahead = words.form[k + 1 : k + 2]
        if words.form[k] == "," and not joints.intersection(ahead) and not any(map(capital, ahead)):
            break
        if capital(words.form[k]) or words.form[k] == ")":
            last = k
    return last


def _joint(scene: Scene, first: int, last: int) -> int | None:
    """The word that joins the two sides: the only "and", or the only one before an article or a state ("and the", "and Latvia's")."""
    words = scene.words
    joints = [k for k in range(first + 1, last) if words.lower[k] in scene.rules("agreement")[-1].words("joint")]
    if len(joints) > 1:
        joints = [k for k in joints if words.pos[k + 1] == "DET" or _is_state(scene, k + 1)]
    return joints[0] if len(joints) == 1 else None


def _is_state(scene: Scene, k: int) -> bool:
    mention = scene.cast.at[k]
    return mention is not None and mention.sort in STATES


def _side(scene: Scene, first: int, last: int) -> Party | None:
    """The party that words name as a whole, without article, owner and abbreviation; made where the text has not named it yet."""
    first += first <= last and scene.words.pos[first] == "DET"
    first = _behind_owner(scene, first, last) if first <= last else first
    last = next((k - 1 for k in range(first, last + 1) if scene.words.form[k] == "("), last)
    span = scene.span(first, last)
    if span is None:
        return None
    named = [party for k in range(first, last + 1) if (m := scene.cast.at[k]) is not None for party in m.parties]
    if any(party.kind == "person" for party in named):
        return None
    own = [party for party in named if span in party.spans]
    if own or last == first:
        return next(iter(own or named), None)
    name = " ".join(span.of(scene.report.text).split())
    party = scene.cast.party(name, "organisation", next((p.country for p in named if p.country), None))
    party.spans += [span] if span not in party.spans else []
    return party


def _behind_owner(scene: Scene, first: int, last: int) -> int:
    """The word behind the state whose agency it is ("Latvia's Ministry of Ports"), the first where none stands there."""
    owner = scene.cast.at[first]
    if owner is None or owner.last + 2 > last or not _is_state(scene, first):
        return first
    return owner.last + 2 if scene.words.form[owner.last + 1] in POSSESSIVE else first
