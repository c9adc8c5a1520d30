"""Who may have said something, in news: the subject of a verb beside the words, those who spoke and who acted before."""

from __future__ import annotations

from tests.reading.reader import READER

from readout.model import Finding, Slot, Span
from readout.reading.casting import Scenery, Stage, compared, of_links

NEWS = (
    "Anna Berg met Nils Dahl in Riga. He said that the port would open soon. "
    "She feared, one adviser volunteered, that the harbour was too small."
)


def traits(words: str) -> dict[str, set[str]]:
    """The traits of each who may have said `words` of the news, by name."""
    scene = READER.scene(NEWS, date="2023-03-10")
    said = [f for f in READER.read(NEWS, date="2023-03-10").findings if f.kind == "statement"]
    first = NEWS.index(words)
    k, last = (next(i for i, start in enumerate(scene.words.start) if start >= place) for place in (first, first + 1))
    while last + 1 < len(scene.words) and scene.words.end[last] < first + len(words):
        last += 1
    finding = Finding("statement", "r", scene.words.span(k, last), (), "network.statement", 0.9)
    return {one.party.name: one.traits for one in compared(Stage(Scenery(scene, said), finding))}


def test_the_subject_of_a_verb_beside_the_words_may_have_said_them() -> None:
    own = traits("the port would open soon")
    assert {"beside ahead known", "beside he ahead", "beside said"} <= own["Nils Dahl"]


def test_the_one_whom_a_pronoun_beside_the_words_may_mean_is_told_by_gender() -> None:
    own = traits("the port would open soon")
    assert "acted 0 by he" in own["Anna Berg"] and "gender does not fit" in own["Anna Berg"]
    assert not any(trait.startswith("beside") for trait in own["Anna Berg"])


def test_a_clause_put_into_the_words_tells_who_says_them() -> None:
    own = traits("She feared, one adviser volunteered, that the harbour was too small")
    assert "beside put in" in own["one adviser"]


def test_who_spoke_last_is_told() -> None:
    own = traits("She feared, one adviser volunteered, that the harbour was too small")
    assert "spoke 0" in own["Nils Dahl"]


def test_a_finding_that_nobody_says_has_no_such_hints() -> None:
    scene = READER.scene(NEWS, date="2023-03-10")
    finding = Finding("commitment", "r", scene.words.span(0, 4), (), "network.commitment", 0.9)
    found = compared(Stage(Scenery(scene), finding))
    assert not any(trait.startswith(("beside ", "spoke ", "acted 0")) for one in found for trait in one.traits)


def test_a_link_is_told_by_its_strength_its_rank_and_what_else_speaks_for_one() -> None:
    strong, weak, unseen = of_links("commitment", [2.4, -0.5, None], [{"acts nearest"}, {"chosen"}, {"chosen"}])
    assert set(strong) == {"link 2", "link rank 0", "link yes", "link yes acts"}
    assert weak == ["link -1", "link rank 1"] and unseen == ["link none"]


def test_of_those_who_speak_in_news_no_link_is_told() -> None:
    assert of_links("quotation", [2.4, None], [{"acts"}, set()]) == [[], []]


def test_two_statements_that_begin_at_one_word_keep_their_order() -> None:
    scene = READER.scene(NEWS, date="2023-03-10")
    people = {party.name: party.id for party in scene.cast.persons.parties}
    start = NEWS.index("the port")
    own = []
    for name, words in (("Nils Dahl", "the port would open soon"), ("Anna Berg", "the port")):
        span = Span(start, start + len(words))
        own.append(Finding("statement", "r", span, (Slot("speaker", name, span, people[name]),), "r", 0.9))
    spoke = [party.name for _, parties in Scenery(scene, own).spoke for party in parties]
    assert spoke == ["Nils Dahl", "Anna Berg"]
