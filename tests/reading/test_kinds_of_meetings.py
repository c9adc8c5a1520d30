"""What kind of meeting it was: by the word that tells it, the words beside that, and who took part."""

from __future__ import annotations

import pytest
from tests.reading.reader import READER

from readout.reading.finders import rules_alone

FOUR = (
    "Prime Minister of Japan Kishida Fumio, President of France Emmanuel Macron and Chancellor of Germany Olaf Scholz"
)
KINDS = {
    "President of Finland Sauli Niinisto met with President of Latvia Egils Levits in Riga on Tuesday.": "talks",
    "President of Finland Sauli Niinisto met virtually with President of Latvia Egils Levits on Tuesday.": "call",
    f"President of the United States Joseph Biden met with {FOUR} in Paris on Tuesday.": "summit",
    f"President of the United States Joseph Biden held meetings with {FOUR} on Tuesday.": "talks",
    "President of the United States Joseph Biden met virtually with G7 leaders on Tuesday.": "summit",
    "After the CSTO Summit, Vladimir Putin held talks with President of Kyrgyzstan Sadyr Japarov.": "talks",
    "The US-Japan working group on cyber security met in Tokyo on Tuesday.": "consultations",
    "Foreign Minister of Norway Anniken Huitfeldt took part in the NATO summit in Madrid on Tuesday.": "summit",
    "Foreign Minister of Norway Anniken Huitfeldt took part in a video conference with Foreign Minister of Latvia Edgars "
    "Rinkevics on Tuesday.": "call",
    "Foreign Minister of Norway Anniken Huitfeldt met with NATO Secretary General Jens Stoltenberg in Oslo on Tuesday.": "talks",
    "President of Latvia Egils Levits met with President of the European Commission Ursula von der Leyen and President of the "
    "European Council Charles Michel in Riga on Tuesday.": "talks",
    "During their telephone conversation, President of Finland Sauli Niinisto and President of Latvia Egils Levits exchanged "
    "greetings on the anniversary of the ferry line.": "call",
    "The United States and Canada held their first Arctic Dialogue on Tuesday.": "consultations",
    "The United States and India held the 2+2 Ministerial Dialogue in Washington on Tuesday.": "talks",
    "On April 21, U.S. and Cuban officials met in Washington, D.C. to discuss the ferry lines.": "consultations",
    "The Second Norway-Latvia Education Forum was held in Riga on Tuesday.": "talks",
    "Deputy Foreign Minister of Norway Anna Berg held video consultations with Deputy Foreign Minister of Latvia Janis Ozols.": "call",
    "President of Finland Sauli Niinisto had a conversation with President of Latvia Egils Levits and President of France Emmanuel "
    "Macron.": "call",
    "Vice Minister of Commerce of China Li Chenggang met with Dan Bartlett, Vice President of Walmart, on Tuesday.": "talks",
    "The minister commented on the conversation between President of Latvia Egils Levits and President of Finland Sauli "
    "Niinisto.": "call",
    "Foreign Minister of Norway Anniken Huitfeldt met with Foreign Minister of Latvia Edgars Rinkevics and NATO Secretary General "
    "Jens Stoltenberg in Riga on Tuesday.": "summit",
    "Foreign Minister of Norway Anniken Huitfeldt met separately with Foreign Minister of Latvia Edgars Rinkevics and Foreign "
    "Minister of Finland Pekka Haavisto.": "talks",
    "President of Latvia Egils Levits sent a message to President of Malta George Vella on his birthday.": "correspondence",
    "National Security Advisor Jake Sullivan held an introductory call with Foreign Minister of Latvia Edgars Rinkevics on Tuesday.": "call",
    "Foreign Minister of Norway Anniken Huitfeldt has received a letter from Foreign Minister of Latvia Edgars Rinkevics.": (
        "correspondence"
    ),
    'President of Latvia Egils Levits congratulated President of Malta George Vella on his birthday. The message reads: "Be well."': (
        "correspondence"
    ),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_meeting_is_of_the_kind_that_its_words_and_participants_tell(text: str, kind: str) -> None:
    meetings = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert kind in {finding.one("kind").value for finding in meetings}


def test_a_ceremony_that_somebody_hosts_is_no_meeting_of_its_host_alone() -> None:
    text = "Foreign Minister of Norway Anniken Huitfeldt spoke at a ceremony hosted by President of Latvia Egils Levits in Riga."
    assert not [f for f in READER.read(text).of_kind("meeting") if f.one("kind").value == "talks"]


def test_a_summit_that_is_over_is_told_by_its_outcome_and_once() -> None:
    text = (
        "The ministers discussed the outcomes of the NATO summit. They praised the decisions of the NATO summit again."
    )
    (told,) = READER.read(text).of_kind("meeting")
    assert told.values("kind") == ("summit",) and "NATO" in told.values("participants")


def test_preparations_for_a_summit_are_no_summit() -> None:
    assert not READER.read("The ministers discussed their expectations of the NATO summit.").of_kind("meeting")


def test_a_summit_of_another_name_is_another_summit() -> None:
    text = (
        "President Joe Biden took part in the NATO Summit in Madrid on March 1. The President spoke of the results of the Camp "
        "David Summit in Maryland."
    )
    assert len(READER.read(text, date="2023-03-10", source="whitehouse.gov").of_kind("meeting")) == 2


def test_no_rule_takes_a_wish_for_a_summit_for_one() -> None:
    scene = READER.scene("The President sent his best wishes for a successful NATO summit.", date="2023-03-10")
    assert not [finding for finding in rules_alone(scene) if finding.kind == "meeting"]


SPOKE = (
    "Foreign Minister of Norway Anniken Huitfeldt spoke {}with Foreign Minister of Latvia Edgars Rinkevics on Tuesday."
)


@pytest.mark.parametrize(
    ("headline", "how", "kind"),
    [
        ("Foreign Minister Huitfeldt's Meeting with Foreign Minister Rinkevics", "", "talks"),
        ("Foreign Minister Huitfeldt's Meeting with Foreign Minister Rinkevics", "by phone ", "call"),
        ("Foreign Minister Huitfeldt's Virtual Meeting with Foreign Minister Rinkevics", "", "call"),
        ("Foreign Minister Huitfeldt's Call with Foreign Minister Rinkevics", "", "call"),
        ("Meeting of the Nordic Council", "", "call"),
    ],
)
def test_those_who_spoke_met_where_the_headline_calls_it_a_meeting(headline: str, how: str, kind: str) -> None:
    (told,) = READER.read(SPOKE.format(how), title=headline, date="2023-03-10").of_kind("meeting")
    assert told.values("kind") == (kind,)


def test_nobody_congratulates_by_letter_unless_the_report_goes_on_with_its_words() -> None:
    text = (
        "President of Latvia Egils Levits congratulated President of Malta George Vella on his birthday. The sun shone."
    )
    assert "correspondence" not in [f.one("kind").value for f in READER.read(text).of_kind("meeting")]


@pytest.mark.parametrize(("headline", "kind"), [("at Arrival Ceremony", "ceremony"), ("before Their Meeting", "talks")])
def test_whoever_greets_a_guest_at_a_ceremony_that_the_headline_names_is_at_it(headline: str, kind: str) -> None:
    turns = (
        "PRESIDENT NIINISTO: Mr. President, welcome to Helsinki. Thank you.\n\nPRESIDENT LEVITS: Thank you, Sauli. It rains.\n\n"
        * 2
    )
    title = f"Remarks by President Niinisto and President Levits {headline}"
    assert READER.read(turns, title=title, date="2023-03-10").of_kind("meeting")[0].values("kind") == (kind,)


SETTLED = {
    "Readout of Leaders Call": ("President of Finland Sauli Niinisto met with President of Latvia Egils Levits on Tuesday.", "call"),
    "A Call for Peace": ("President of Finland Sauli Niinisto met with President of Latvia Egils Levits on Tuesday.", "talks"),
    "Readout": ("Foreign Minister of Norway Anniken Huitfeldt held consultations with Foreign Minister of Latvia Edgars Rinkevics.", "talks"),
    "Talks": ("The minister praised the Norway-Latvia Ministerial Consultations that took place on March 3 in Riga.", "talks"),
}  # fmt: skip


@pytest.mark.parametrize(("title", "told"), SETTLED.items())
def test_the_kind_is_settled_by_the_headline_and_by_the_rank_of_those_who_met(
    title: str, told: tuple[str, str]
) -> None:
    text, kind = told
    met = READER.read(text, title=title, date="2023-03-10").of_kind("meeting")
    assert [finding.values("kind") for finding in met] == [(kind,)]


def test_consultations_that_somebody_hosted_are_told_by_their_noun() -> None:
    text = (
        "Assistant Secretary of State Lisa Petersen hosted the Norway-Latvia Annual Consultations in Oslo on Tuesday."
    )
    met = READER.read(text, date="2023-03-10").of_kind("meeting")
    assert [finding.values("kind") for finding in met] == [("consultations",)]
