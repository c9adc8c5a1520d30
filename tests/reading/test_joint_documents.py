"""Documents that parties issue together: what makes a joint statement one, and what does not."""

from __future__ import annotations

import pytest

from readout import Reader

READER = Reader()


def titles(text: str) -> list[str]:
    reading = READER.read(text, date="2024-05-14")
    return [reading.quote(f) for f in reading.of_kind("agreement")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President of Latvia Edgars Rinkēvičs met with President of Finland Alexander Stubb. A Joint Statement was signed.", "Joint Statement"),
        ("Finland and Latvia held talks in Riga. The ministers agreed on a joint communiqué and the next meeting.", "joint communiqué"),
        ("Finland and Latvia held talks in Riga. The harbours matter, as we noted in our joint statement.", "joint statement"),
        ("Office of the Spokesperson. The following is a joint statement by the Governments of Finland and Latvia.",
         "joint statement by the Governments of Finland and Latvia"),
        ("Norway and Latvia work on a draft bilateral political declaration.", "draft bilateral political declaration"),
    ],
)  # fmt: skip
def test_a_statement_of_several_parties_is_a_document(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_a_joint_document_is_told_once() -> None:
    text = "Finland and Latvia signed a joint statement on ferries. The joint statement names four ports."
    assert titles(text) == ["joint statement on ferries"]


def test_the_statement_of_one_is_no_document() -> None:
    assert titles("Finland and Latvia held talks in Riga. The minister made a statement on ferries to the press.") == []
