"""The kind of an encounter: by the word that tells it, the words around that, and by who took part."""

from __future__ import annotations

from collections.abc import Iterable

from readout.reading.actors.party import Party
from readout.reading.finders.encounters.encounter import Vocabulary, is_courtesy
from readout.reading.scene import Scene

BEHIND = 8
"""Words behind a clause in which its format may stand ("met with the ministers by video")."""
BESIDE = 4
"""Words before a noun that may say what meeting it was ("the second trilateral advisors meeting")."""


def kind_of(scene: Scene, vocabulary: Vocabulary, told: tuple[int, str], parties: Iterable[Party], last: int) -> str:
    """The kind of an encounter whose clause ends at word `last`; `told` is the word that tells it and that word's kind."""
    (i, kind), those = told, list(parties)
    words, data = scene.words, vocabulary.data
    beside = set(words.lower[max(words.sentence_of[i][0], i - BESIDE) : i])
    if is_courtesy(scene, i):
        kind = "talks"
    if (
        (words.lower[i] in data["between_two"] or _is_of_talks(scene, i))
        and not beside & set(data["gathering_words"])
        and len(states_of(vocabulary, those)) == 2
    ):
        kind = "talks"
    if kind != "talks":
        by_line = words.lower[i] == "conference" or kind == "consultations"
        return "call" if by_line and beside & vocabulary.call_words else kind
    if words.lower[i] in data["by_phone"] and _told_of(scene, i):
        return "call"
    near = set(words.lower[i : min(max(last, i) + 1 + BEHIND, words.sentence_of[i][1])]) | beside
    if near & vocabulary.call_words and not _group(vocabulary, those):
        return "call"
    if beside & set(data["gathering_words"]) or is_gathering(vocabulary, words.lower[i], those):
        return "call" if words.lower[i] in data["by_phone"] else "summit"
    if " ".join(words.lower[max(words.sentence_of[i][0], i - BESIDE) : i]).endswith(tuple(data["consultative"])):
        return "consultations"
    high = any(level_of(scene, p) in ("principal", "minister") for p in those)
    if not high and (_names_officials(scene, i) or _is_dialogue(scene, i, beside) or _officials_met(scene, i)):
        return "consultations"
    levels = [level_of(scene, p) for p in those]
    return "consultations" if len(levels) > 1 and all(level == "official" for level in levels) else kind


def _is_of_talks(scene: Scene, i: int) -> bool:
    """Whether a noun of summits tells of talks ("an official session of talks")."""
    nouns, behind = scene.pack.lexicon["meetings"]["nouns"], scene.words.lower[i + 1 : i + 3]
    return behind[:1] == ["of"] and nouns.get(behind[-1]) == "talks"


def is_gathering(vocabulary: Vocabulary, told: str, parties: Iterable[Party]) -> bool:
    """Whether three states or more met at once, or a group of states did; one who meets several in turn holds talks."""
    own = list(parties)
    several = len(states_of(vocabulary, own)) > 2 and told not in vocabulary.data["in_turn"]
    return several or _group(vocabulary, own)


def states_of(vocabulary: Vocabulary, parties: Iterable[Party]) -> set[str]:
    """The states for which those who met act."""
    own = (p.country for p in parties if p.kind in ("person", "country") and p.country)
    return {vocabulary.whole_of.get(country, country) for country in own}


def _is_dialogue(scene: Scene, i: int, beside: set[str]) -> bool:
    """Whether a dialogue that has a name of its own is what met ("the U.S.-Fiji Strategic Dialogue"), below ministers."""
    words, data = scene.words, scene.pack.lexicon["meetings"]
    met = (i, *words.kin(i, "nmod")) if words.lower[i] in data["nouns"] else ()
    named = [k for k in met if words.lower[k] in data["standing"]]
    own = beside | {words.lower[k] for n in named for k in words.children[n]}
    is_standing = any(words.form[n][0].isupper() or own & set(data["standing_words"]) for n in named)
    return is_standing and not own & set(data["of_ministers"])


def _told_of(scene: Scene, i: int) -> bool:
    """Whether a noun tells of somebody else's talk, and not of one that somebody had ("had a conversation") or has at this table."""
    words = scene.words
    at_table = any(voice.at_table and voice.first <= i <= voice.last for voice in scene.resolver.voices)
    case = words.child(i, "case")
    within = case is not None and words.lower[case] == "in"
    return words.dep[i] in ("nmod", "obl") and not within and not at_table


def _officials_met(scene: Scene, i: int) -> bool:
    """Whether officials or teams without names are the ones who met ("their technical teams met")."""
    words = scene.words
    verb = i if words.pos[i] == "VERB" else words.head[i]
    subject = scene.subject(verb) if words.pos[verb] == "VERB" else None
    return subject is not None and words.lower[subject] in scene.pack.lexicon["meetings"]["officials"]


def _group(vocabulary: Vocabulary, parties: Iterable[Party]) -> bool:
    """Whether a group of states took part as such: not where one person speaks for it and another meets him."""
    own = list(parties)
    return any(p.name in vocabulary.data["groups"] for p in own) and sum(p.kind == "person" for p in own) < 2


def _names_officials(scene: Scene, i: int) -> bool:
    """Whether the sentence names a body of officials ("working group") as what met at word `i`."""
    low, end = scene.words.sentence_of[i]
    said = " ".join(scene.words.lower[max(low, i - 3 * BESIDE) : min(end, i + 2 * BEHIND)])
    return any(body in said for body in scene.pack.lexicon["meetings"]["consultative"])


def level_of(scene: Scene, party: Party) -> str | None:
    """The level of the first title of a person that the lexicon knows; those of a parliament's groups and committees are officials."""
    of_parliament = scene.pack.lexicon["meetings"]["of_parliament"]
    if any(word in title.lower() for title, *_ in party.titles for word in of_parliament):
        return "official"
    return next((level for title, *_ in party.titles if (level := scene.pack.level(title))), None)
