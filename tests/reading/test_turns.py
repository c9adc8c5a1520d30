"""Whose words the turns of a transcript are."""

from readout import read

ASKED = (
    "Briefing by the Aide to the President of Latvia Arturs Liepa. Arturs Liepa: Good evening! The call has just ended. It lasted an "
    "hour, and I believe that it was useful. Question: Will the ferry line be discussed again? Arturs Liepa: We told our colleagues "
    "that the ferry line is ready. Question: And what about the bridge, and who will pay for it? Arturs Liepa: I do not know yet."
)


def test_what_somebody_asks_in_the_same_line_is_not_the_words_of_whom_they_ask() -> None:
    found = read(ASKED)
    said = [found.quote(f) for f in found.findings if f.kind == "statement" and f.all("speaker")]
    assert any("the ferry line is ready" in words for words in said)
    assert not any("discussed again" in words or "who will pay" in words for words in said)


def test_a_label_of_an_article_alone_names_nobody() -> None:
    found = read(
        "The ministers of Latvia and Norway met in Riga. THE: We will open the ferry line, and we agreed on it today."
    )
    assert any(f.kind == "meeting" for f in found.findings)


def test_a_moderator_undertakes_nothing() -> None:
    text = (
        "MODERATOR: Thank you, Secretary Berg. We will allow about 20 minutes for this session.\n\n"
        "SECRETARY BERG: Good morning. We will open a school in Riga by 2026.\n\n"
        "MODERATOR: We will now take a question from each side."
    )
    reading = read(
        text, date="2024-05-14", source="U.S. Department of State", title="Secretary Berg at a Press Availability"
    )
    assert [f.span.of(text) for f in reading.of_kind("commitment")] == ["open a school in Riga by 2026"]
