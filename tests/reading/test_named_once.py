"""Documents and undertakings: what can name one, and that one which is named again is found once."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout import Finding, Span
from readout.model import Slot
from readout.reading.finders.documents.known_documents import merely_invoked
from readout.reading.proposals.named_again import named_once
from readout.reading.proposals.naming import head_noun, is_plural, names_undertaking, telling_words
from readout.reading.proposals.propose import name_begin, name_end
from readout.reading.scene import Scene

DATE = "2024-05-14"


def scene_of(text: str) -> Scene:
    return READER.scene(text, date=DATE)


def words_of(scene: Scene, quote: str) -> tuple[int, int]:
    start = scene.report.text.index(quote)
    return scene.words_of(Span(start, start + len(quote)))


def kept(text: str, *names: tuple[str, float], kind: str = "agreement") -> list[str]:
    """Which of some names, each at its last mention, stay in a report, given with their chances."""
    spans = [Span(text.rindex(name), text.rindex(name) + len(name)) for name, _ in names]
    found = [Finding(kind, "r", span, (), "x", score) for span, (_, score) in zip(spans, names, strict=True)]
    return [f.span.of(text) for f in named_once(scene_of(text), found)]


def test_a_document_that_is_named_again_in_fewer_words_is_found_once() -> None:
    text = "Norway and Latvia signed the Riga Agreement on Ferry Traffic. The provisions of the Ferry Traffic Treaty matter. The Riga Agreement opens four ports."
    names = (("Riga Agreement on Ferry Traffic", 0.6), ("Ferry Traffic Treaty", 0.5), ("Riga Agreement", 0.9))
    assert kept(text, *names) == ["Riga Agreement on Ferry Traffic", "Ferry Traffic Treaty"]


@pytest.mark.parametrize(
    ("later", "stays"),
    [(0.7, ["Harbour Initiative of the Nordic Ports"]), (0.3, ["Harbour Initiative", "Harbour Initiative of the Nordic Ports"])],
)  # fmt: skip
def test_a_fuller_name_takes_the_place_of_a_shorter_one_where_it_is_likelier(later: float, stays: list[str]) -> None:
    text = "They praised the Harbour Initiative. It is the Harbour Initiative of the Nordic Ports."
    short = Finding("project", "r", Span(17, 35), (), "x", 0.4)
    full = Finding("project", "r", Span(text.rindex("Harbour"), len(text) - 1), (), "x", later)
    assert [f.span.of(text) for f in named_once(scene_of(text), [short, full])] == stays


def test_a_document_of_another_day_and_what_only_holds_a_name_stay_apart() -> None:
    text = "They issued a joint statement. It repeats the joint statement of May 27. The Ferry Program’s Young Captains Initiative grows, and so does the Ferry Program."
    assert kept(text, ("a joint statement", 0.4), ("joint statement of May 27", 0.9)) == ["a joint statement", "joint statement of May 27"]  # fmt: skip
    programs = (("Ferry Program’s Young Captains Initiative", 0.9), ("Ferry Program", 0.5))
    assert kept(text, *programs, kind="project") == [name for name, _ in programs]


def test_a_project_and_a_document_of_one_name_are_both_found() -> None:
    text = "The Nordic Harbour Framework opens four ports."
    both = [Finding(kind, "r", Span(4, 28), (), "x", 0.5) for kind in ("agreement", "project")]
    assert named_once(scene_of(text), both) == both


@pytest.mark.parametrize(
    ("quote", "head", "telling", "plural"),
    [
        ("joint projects on ferry safety", "projects", ["joint", "projects", "ferry", "safety"], True),
        ("the Harbour Fund of the ports", "Fund", ["harbour", "fund", "ports"], False),
        ("and so quickly", None, [], False),
    ],
)
def test_a_name_has_a_noun_and_words_that_tell_it_from_others(
    quote: str, head: str | None, telling: list[str], plural: bool
) -> None:
    scene = scene_of("They run joint projects on ferry safety with the Harbour Fund of the ports, and so quickly.")
    span = words_of(scene, quote)
    noun = head_noun(scene, *span)
    assert (noun if noun is None else scene.words.form[noun]) == head
    assert telling_words(scene, *span) == telling
    assert is_plural(scene, *span) == plural


def test_a_place_a_law_and_words_without_a_noun_name_no_undertaking() -> None:
    scene = scene_of(
        "In Riga, Latvia, they opened the Baltic Ferry Project by the Ferry Ports Act of May and went there quickly."
    )
    quotes = {
        "Riga, Latvia": False,
        "there quickly": False,
        "Ferry Ports Act of May": False,
        "the Baltic Ferry Project": True,
    }
    assert {quote: names_undertaking(scene, *words_of(scene, quote)) for quote in quotes} == quotes


def test_a_name_has_no_article_and_no_open_bracket() -> None:
    scene = scene_of("They will fund the nuclear power plant (NPP) in Narva.")
    first, last = words_of(scene, "the nuclear power plant (")
    assert name_end(scene, first, last) == last - 1
    assert name_begin(scene, first, last) == first + 1 and name_begin(scene, first, first) == first


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Norway and Latvia respect borders in accordance with the UN Charter.", []),
        ("Norway and Latvia are committed to the UN Convention on the Law of the Sea.", []),
        ("Norway joined the Indo-Pacific Economic Framework in May.", ["Indo-Pacific Economic Framework"]),
    ],
)
def test_a_document_that_is_called_on_like_a_law_is_found_only_where_words_tell_what_became_of_it(
    text: str, titles: list[str]
) -> None:
    reading = READER.read(text, date=DATE)
    assert [reading.quote(f) for f in reading.of_kind("agreement")] == titles


def test_a_document_between_two_states_is_not_merely_invoked() -> None:
    text = "They uphold the Riga Charter."
    found = Finding("agreement", "r", Span(16, 28), (Slot("status", "in force"),), "x", 0.9)
    assert not merely_invoked(scene_of(text), found)
