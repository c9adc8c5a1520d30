"""The page as a file: self-contained, escaped, with every mark where its words are."""

import base64
import re
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from readout.model import Span, kinds
from readout.pages.reading import page
from readout.pages.reading.marks import Layer, paragraphs
from readout.pages.reading.view import code_letters

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"


class Marks(HTMLParser):
    """Reads marked text again: what is written, and what each layer covers; fails where elements do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.codes, self.inside, self.open = "", [], {}, []
        self.feed(str(html))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "a":
            self.codes.append(data)
            return
        for _, attributes in self.open:
            self.inside.setdefault(attributes["data-key"], []).extend(range(len(self.text), len(self.text) + len(data)))
        self.text += data


texts = st.text(st.sampled_from("ab <&\"'é日\t"), min_size=1, max_size=40).filter(str.strip)


@given(texts, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20), st.booleans()), max_size=6))
def test_marks_nest_whatever_overlaps_and_the_text_comes_back_to_the_letter(text, drawn):
    spans = [(Span(start, min(len(text), start + length)), slot) for start, length, slot in drawn if start < len(text)]
    layers = [
        Layer(span, f"key{n}", 1, code="" if slot else f"S{n}", role="By" if slot else "")
        for n, (span, slot) in enumerate(spans)
    ]
    (html,) = paragraphs(text, layers)
    marks = Marks(html)
    assert marks.text == text
    for layer in layers:
        assert sorted(marks.inside[layer.key]) == list(range(layer.span.start, layer.span.end))
    assert sorted(marks.codes) == sorted(layer.code for layer in layers if layer.code)


@given(st.text(st.sampled_from("ab. \n\r\u2028<"), max_size=60))
def test_paragraphs_hold_every_letter_of_the_text_in_order(text):
    written = "".join(Marks(html).text for html in paragraphs(text, []))
    assert "".join(written.split()) == "".join(text.split())


def test_a_finding_that_goes_over_a_paragraph_break_is_marked_in_both():
    text = "They met\nand agreed."
    first, second = paragraphs(text, [Layer(Span(5, 12), "key", 1, code="M1", label="Meeting 1")])
    assert '<span class="mark k1 d0" data-key="key" id="w-key">met</span>' in first
    assert '<span class="mark k1 d0" data-key="key">and</span>' in second


def test_lines_that_were_broken_by_hand_stay_in_their_paragraph():
    assert len(paragraphs("One line\nand another.\n\nA second paragraph.", [])) == 2
    assert len(paragraphs("One line.\nAnother.", [])) == 2


def test_every_kind_has_a_letter_of_its_own():
    assert list(code_letters().values()) == ["M", "S", "C", "A", "P", "R"]
    assert len(set(code_letters().values())) == len(kinds())


def test_nothing_that_a_report_says_becomes_markup(by_hand):
    hand = by_hand(f"{EVIL} met Ada. {EVIL}", title=EVIL, source=EVIL, url="javascript:alert(3)")
    hand.actor(EVIL, EVIL, EVIL)
    hand.find("meeting", f"{EVIL} met Ada", participants=[EVIL, "Ada"], kind=EVIL, place=EVIL, date=EVIL)
    html = page([(f"{EVIL}.txt", hand.reading)])
    assert html.count("<script>") == 1
    assert "<img" not in html
    assert "javascript:alert" not in html
    assert html.count("&lt;script&gt;") > 5


def test_the_page_names_no_other_file_and_allows_only_its_own_style_and_script(by_hand):
    hand = by_hand("Ada met Bob.", url="https://example.org/1")
    html = page([("a.txt", hand.reading)])
    assert set(re.findall(r"""(?:src|href)=["']([^"'#][^"']*)""", html)) == {"data:,", "https://example.org/1"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", html)
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = base64.b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html or f"{tag}-src 'sha256-{digest}'" in html


def test_every_link_of_the_page_has_its_place(by_hand):
    hand = by_hand("Ada met Bob. They agreed to meet again.")
    hand.find("meeting", "Ada met Bob", participants=["Ada", "Bob"])
    hand.find("commitment", "meet again", by=["Ada", "Bob"], strength="agreed")
    html = page([("a.txt", hand.reading), ("b.txt", hand.reading)])
    places = re.findall(r'id="([^"]+)"', html)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(places)
    assert "2 reports" in html


def test_a_report_without_a_meeting_says_so(by_hand):
    html = page([("a.txt", by_hand("The weather was nice.").reading)])
    assert "No official meeting found. Nothing else that Readout looks for was found either." in html


def test_the_page_names_a_file_without_the_folders_that_it_lay_in(by_hand):
    html = page([("private/matters/a.jsonl: line 3", by_hand("Ada met Bob.").reading)])
    assert "a.jsonl: line 3" in html
    assert "matters" not in html
