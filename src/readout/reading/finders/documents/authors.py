"""Whose a joint document is: the parties that its headline names, those who release it, or its first plural subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from readout.lang.offices import fold_name
from readout.lang.pack import Phrase
from readout.reading.actors.party import Mention, Party
from readout.reading.scene import Scene

STATES = ("country", "organisation")
OPENING = 60
"""Words at a text's head among which a joint document names its authors."""
LATER = 160
"""Words among which a document that opens with its reasons comes to name its authors."""
MANY = 3
"""Parties that such a list has at the least."""
DASHES = str.maketrans("–—‑", "---")


def authors(scene: Scene) -> tuple[Party, ...]:
    """The parties of a joint document; one alone only where that is a group of states ("We, the Leaders of the G7")."""
    alone: tuple[Party, ...] = ()
    for find in (_we_ourselves, _in_headline, _released_by, _first_subject, _listed_later, _joined_in_headline):
        found = find(scene)
        if len(found) > 1:
            return found
        alone = alone or (found if found and found[0].kind == "organisation" else ())
    return alone


def _in_headline(scene: Scene) -> tuple[Party, ...]:
    """Countries and organisations of the headline before what the document is about, and the countries of persons there."""
    headline, cast = scene.cast.headline, scene.cast
    about = min(
        (k for word in cast.references["about"] if (k := headline.text.lower().find(f" {word} ")) > 0), default=None
    )
    folded = fold_name(headline.text[:about]).split()
    named = [p for p in headline.phrases if headline.text.find(p.words) < (about or len(headline.text))]
    parties = [party for p in named for party in _states_of(scene, p)]
    persons = [p for p in cast.persons.parties if p.country and p.words and p.words[-1] in folded]
    return tuple(dict.fromkeys([*parties, *(cast.country(p.country) for p in persons if p.country)]))


def _joined_in_headline(scene: Scene) -> tuple[Party, ...]:
    """The parties that dashes join anywhere in the headline ("on the U.S.-Ukraine Strategic Partnership"), or the members of a
    small group that it names."""
    phrases, text = scene.cast.headline.phrases, scene.cast.headline.text.translate(DASHES).replace(" - ", "-")
    joined = [p for pair in pairwise(phrases) if f"{pair[0].words}-{pair[1].words}" in text for p in pair]
    groups = [p for p in phrases if p.value in scene.pack.members_of]
    return tuple(dict.fromkeys(party for p in joined or groups for party in _states_of(scene, p)))


def partners(scene: Scene) -> tuple[Party, ...]:
    """Whom "we" means in a fact sheet about what its headline's parties do together ("U.S.-Singapore Technology Partnership"): those
    whom a dash joins there, or the members of a small group; nobody where the headline tells the doings of a person or of one side."""
    title = (scene.report.title or "").lower()
    told = next((words for words in scene.pack.lexicon["meetings"]["facts"] if words in title), None)
    if told is None or any(word in title for word in scene.pack.lexicon["meetings"]["doings"]):
        return ()
    found = _joined_in_headline(scene)
    return found if len(found) > 1 and all(party.kind in STATES for party in found) else ()


def _states_of(scene: Scene, phrase: Phrase) -> list[Party]:
    """The country or organisation of a headline's phrase; of a small group such as the Quad, its members."""
    cast, members = scene.cast, scene.pack.members_of.get(phrase.value, ())
    if members:
        return [cast.country(name) for name in members]
    return [cast.party(phrase.value, "country" if phrase.sort == "country" else "organisation", phrase.country)]


def _released_by(scene: Scene) -> tuple[Party, ...]:
    """ "The following statement was released by the Governments of ..."."""
    words, references = scene.words, scene.cast.references
    for k in range(1, min(OPENING, len(words) - 1)):
        if words.lower[k] in ("by", "of") and words.lower[k - 1] in references["released"]:
            end = words.sentence_of[k][1]
            stop = next((m for m in range(k, end) if words.lower[m] in references["released_until"]), end)
            return _states(scene, _mentions(scene, k, stop))
    return ()


def _first_subject(scene: Scene) -> tuple[Party, ...]:
    """The first subject of the text that is more than one party; "we, the leaders of ..." by what stands beside it."""
    words = scene.words
    for k in range(min(OPENING, len(words))):
        if words.dep[k] not in ("nsubj", "nsubj:pass"):
            continue
        if words.lower[k] != "we":
            found = tuple(dict.fromkeys(scene.who(k)))
        else:
            found = _we(scene, k)
            if found:
                return found
        if len(found) > 1:
            return found
    return ()


def _we_ourselves(scene: Scene) -> tuple[Party, ...]:
    """Who speaks where the text opens with "we, the ministers of ..."; whom its headline names may be others."""
    words = scene.words
    subject = next((k for k in range(min(OPENING, len(words))) if words.dep[k] in ("nsubj", "nsubj:pass")), None)
    return _we(scene, subject) if subject is not None and words.lower[subject] == "we" else ()


def _listed_later(scene: Scene) -> tuple[Party, ...]:
    """The first list of states that acts behind the opening ("Norway, Latvia, and Finland (hereinafter the “Participants”) ...")."""
    words = scene.words
    subjects = (k for k in range(OPENING, min(LATER, len(words))) if words.dep[k] == "nsubj")
    lists = (tuple(dict.fromkeys(scene.who(k))) for k in subjects)
    return next((found for found in lists if len(found) >= MANY and all(p.kind in STATES for p in found)), ())


def _we(scene: Scene, k: int) -> tuple[Party, ...]:
    """Who "we, the leaders of ..." at word `k` are, or "as leaders of ..., we"."""
    words = scene.words
    low, high = words.edges[k]
    first = words.sentence_of[k][0]
    as_whom = words.lower[first] == "as"
    return _states(scene, _mentions(scene, first if as_whom else low, k if as_whom else high + 1))


def _mentions(scene: Scene, first: int, end: int) -> Iterator[Mention]:
    """The mentions by name from word `first` to the one before `end`, each once."""
    at = (scene.cast.at[k] for k in range(first, end))
    return (mention for mention in dict.fromkeys(at) if mention is not None)


def _states(scene: Scene, mentions: Iterable[Mention]) -> tuple[Party, ...]:
    """The states and organisations of some mentions, those of persons and governments too; a group that merely tells whose
    ministers they are ("the G7 foreign ministers of Canada, ...") only where nobody else is named."""
    cast, words = scene.cast, scene.words
    whose: list[Party] = []
    found: list[Party] = []
    for mention in mentions:
        if mention.sort not in (*STATES, "person", "body"):
            continue
        states = [cast.country(p.country) if p.kind not in STATES and p.country else p for p in mention.parties]
        of_others = mention.sort == "organisation" and words.dep[mention.last] in ("compound", "nmod:poss")
        (whose if of_others else found).extend(states)
    return tuple(dict.fromkeys(found or whose))
