"""The page of two accounts, and the sentences that sum them up."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from tests.asking.test_compare import oslo, stockholm
from tests.ledger.conftest import Told

from readout.asking.compare import compared
from readout.pages.compare import names, page, summary
from readout.pages.compare.view import sentence_views


@pytest.fixture
def comparison():
    return compared(oslo().reading(), stockholm().reading())


class Tags(HTMLParser):
    """Ids, links to them, and whether every element is closed."""

    EMPTY = frozenset(("meta", "link", "br"))

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.open = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"][1:]] if known.get("href", "").startswith("#") else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_accounts_of_two_countries_are_called_by_their_capitals():
    one = Told("Kyiv spoke.", source="The White House").reading()
    other = Told("Washington spoke.", source="President of Ukraine").reading()
    assert names(compared(one, other)) == ("Washington", "Kyiv")


def test_accounts_of_one_outlet_are_called_by_what_they_are():
    one = Told("One word.", source="The White House", title="Readout of the Meeting").reading()
    other = Told("Another word.", source="The White House", title="FACT SHEET: The Meeting").reading()
    assert names(compared(one, other)) == ("the readout", "the fact sheet")


def test_accounts_that_nothing_tells_apart_are_the_first_and_the_second():
    one, other = (Told(text, source=None).reading() for text in ("One word.", "Another word."))
    assert names(compared(one, other)) == ("the first account", "the second account")


def test_the_summary_says_what_the_counts_say(comparison):
    assert summary(comparison, ("Oslo", "Stockholm")) == (
        "Oslo reports one statement that Stockholm does not mention, and Stockholm reports one that Oslo does not. "
        "Both report two undertakings, all of them differing in strength, numbers and who acts. "
        "No statement was found in both."
    )


def test_what_comes_near_a_sentence_of_the_other_account_is_not_said_to_be_unmentioned_there():
    one = Told("Norway will repair the lighthouse on Utsira.").country("Norway")
    one.find("commitment", "repair the lighthouse on Utsira", by="Norway", strength="pledged")
    near = Told("The lighthouse on Utsira and its repair came up.").reading()
    far = Told("There was talk of the weather.").reading()
    said = [summary(compared(one.reading(), other), ("Oslo", "Stockholm")) for other in (near, far)]
    assert said == [
        "No undertaking was found in both.",
        "Oslo reports one undertaking that Stockholm does not mention. No undertaking was found in both.",
    ]


def test_an_undertaking_that_one_account_only_says_does_not_differ_in_strength():
    words = "stand by the sovereignty and the territorial integrity of Ukraine"
    one, other = (Told(f"Norway {cue} {words}.").country("Norway") for cue in ("pledged to", "said that it would"))
    one.find("commitment", words, by="Norway", strength="pledged")
    other.find("statement", words, speaker="Norway", form="indirect")
    said = summary(compared(one.reading(), other.reading()), ("Oslo", "Kyiv"))
    assert said == "Both report one undertaking, differing in whether it is undertaken or said."


def test_a_matter_of_which_each_account_has_another_speak_is_no_statement_that_both_report():
    words = "the sovereignty and the territorial integrity of Ukraine"
    told = []
    for who, cue in (("Norway", "reaffirmed support for"), ("Ukraine", "thanked them for backing")):
        report = Told(f"{who} {cue} {words}.").country(*{who, "Ukraine"})
        told.append(report.find("statement", f"{cue.split(' ', 1)[1]} {words}", speaker=who, form="indirect").reading())
    found = compared(*told)
    assert [row.verdict for row in found.rows] == ["differently"]
    assert summary(found, ("Oslo", "Kyiv")) == ("On one matter each account has another speaker.")
    assert "differs in who speaks of it" in page(found)


def test_every_link_of_the_page_leads_to_a_place_on_it(comparison):
    tags = Tags(page(comparison))
    assert not tags.open
    assert len(tags.ids) == len(set(tags.ids))
    assert set(tags.links) <= set(tags.ids)


def test_the_page_shows_both_texts_whole(comparison):
    html = page(comparison, ("Oslo", "Stockholm"))
    for letter, account in (("a", comparison.one), ("b", comparison.other)):
        article = html.split(f'id="text-{letter}"')[1].split("</article>")[0].split("</p>", 1)[1]
        words = re.sub(r"<a class=\"code.*?</a>|<[^>]+>", "", article)
        assert " ".join(words.split()) == account.report.text


def test_the_words_that_differ_are_marked_by_their_sort(comparison):
    html = page(comparison)
    assert '<mark class="differs number">by 2027' in html or 'class="differs number"><dt>Deadline</dt>' in html
    assert 'class="who differs actor"' in html


def test_what_a_report_says_is_text_on_the_page_and_never_markup():
    one = Told("Norway will <script>alert(1)</script> the gate.", title="<b>Gate</b>").country("Norway")
    one.find("commitment", "<script>alert(1)</script> the gate", by="Norway", strength="pledged")
    html = page(compared(one.reading(), Told("Nothing more.").reading()))
    assert "<script" not in html
    assert "<b>Gate" not in html


def test_what_one_account_alone_tells_in_a_sentence_is_quoted_once_undertakings_before_what_was_only_said():
    one = Told(
        "Norway and Sweden met. It rained, Norway said. Norway said that it liked ships and would repair the lighthouse."
    )
    one.country("Norway", "Sweden")
    one.find("statement", "It rained", speaker="Norway", form="direct")
    one.find("agreement", "ships", parties=["Norway"], status="in force")
    one.find("statement", "it liked ships and would repair the lighthouse", speaker="Norway", form="indirect")
    one.find("commitment", "repair the lighthouse", by="Norway", strength="pledged")
    found = compared(one.reading(), Told("Sweden was silent.").reading())
    light, rain = sentence_views(found)["one"]
    assert [[row.kind for row in view.rows] for view in (light, rain)] == [
        ["Undertaking", "Agreement", "Statement"], ["Statement"],
    ]  # fmt: skip
    assert [row.number for view in (light, rain) for row in view.rows] == [1, 2, 3, 4]
    assert "".join(piece.words for piece in light.quote if piece.own) == (
        "it liked ships and would repair the lighthouse"
    )
    assert page(found).split('id="texts"')[0].count("<blockquote") == 2


def test_a_link_to_the_page_says_what_the_summary_says(comparison):
    assert f'<meta property="og:description" content="{summary(comparison, names(comparison))}">' in page(comparison)


def test_two_reports_of_different_meetings_are_said_to_be_that():
    one, other = Told("Norway spoke.").reading(), Told("Sweden spoke.").reading()
    assert "do not seem to tell of one meeting" in page(compared(one, other))
