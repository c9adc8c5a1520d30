"""The page in a real browser: mouse, keyboard, phone, print, and what it must not do."""

import pytest

VISIBLE = """element => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
}"""
ACTIVE = "[...document.querySelectorAll('.fact.on')].map(card => card.dataset.key)"
MARKED = """key => [...document.querySelectorAll(`.mark.on[data-key="${key}"]`)].map(mark => {
    const copy = mark.cloneNode(true);
    copy.querySelectorAll('a').forEach(code => code.remove());
    return copy.textContent;
}).join(' ').replace(/\\s+/g, ' ')"""
QUOTE = "key => document.querySelector(`#f-${key} .quote`).textContent"


def keys(page):
    """The facts of the page in order."""
    return page.evaluate("[...document.querySelectorAll('.fact')].map(card => card.dataset.key)")


def test_a_click_on_a_fact_marks_its_words_and_brings_them_into_view(visit):
    page = visit()
    for key in keys(page):
        page.click(f"#f-{key}")
        assert page.evaluate(ACTIVE) == [key]
        assert page.evaluate(MARKED, key) == page.evaluate(QUOTE, key)
        assert page.locator(f"#w-{key}").evaluate(VISIBLE)


def test_an_active_fact_shows_the_words_of_its_slots_with_their_names(visit):
    page = visit()
    page.click("[data-key$=meeting-1] .words")
    shown = page.locator(".slot.on[data-role]").evaluate_all("all => all.map(slot => slot.dataset.role)")
    assert "Participants" in shown
    label = page.locator(".slot.on[data-role]").first.evaluate("slot => getComputedStyle(slot, '::before').content")
    assert label == f'"{shown[0]}"'


def test_a_click_on_words_brings_their_fact_into_view_and_escape_clears_both(visit):
    page = visit()
    last = page.locator(".report").first.locator(".text .mark").last
    last.scroll_into_view_if_needed()
    last.click()
    (key,) = page.evaluate(ACTIVE)
    assert page.locator(f"#f-{key}").evaluate(VISIBLE)
    page.keyboard.press("Escape")
    assert page.evaluate(ACTIVE) == []
    assert page.locator(".on").count() == 0


def test_j_and_k_and_the_arrows_walk_through_the_facts_with_the_focus(visit):
    page = visit()
    order = keys(page)
    assert len(order) > 3
    walked = []
    for press in ["j", "j", "ArrowDown", "k", "ArrowUp"]:
        page.keyboard.press(press)
        walked += page.evaluate(ACTIVE)
        assert page.evaluate("document.activeElement.closest('.fact').dataset.key") == walked[-1]
    assert walked == [order[0], order[1], order[2], order[1], order[0]]
    page.keyboard.press("k")
    assert page.evaluate(ACTIVE) == [order[0]]


def test_tab_reaches_skip_link_legend_codes_and_facts_in_turn_and_each_shows_its_focus(visit):
    page = visit()
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => { const e = document.activeElement;
            const s = getComputedStyle(e, e.matches('.words') ? '::after' : null);
            return [e.className.split(' ')[0] || e.type || e.tagName, s.outlineStyle]; }"""
        )
        assert outline != "none", name
        seen.append(name)
        if name == "words":
            break
    assert seen[0] == "skip"
    assert list(dict.fromkeys(name for name in seen if name in ("skip", "checkbox", "code", "words"))) == [
        "skip",
        "checkbox",
        "code",
        "words",
    ]


def test_enter_on_a_code_in_the_text_goes_to_its_fact_and_says_so_to_a_screen_reader(visit):
    page = visit()
    code = page.locator(".text .code").first
    code.focus()
    page.keyboard.press("Enter")
    key = code.get_attribute("data-key")
    assert page.evaluate("document.activeElement.closest('.fact').dataset.key") == key
    assert page.locator(f"#f-{key} .words").get_attribute("aria-current") == "true"
    assert "its words are marked" in page.locator("[role=status]").text_content()


def test_a_kind_that_is_switched_off_is_neither_listed_nor_marked_nor_walked_to(visit):
    page = visit()
    statements = page.locator("section.group.k2")
    assert statements.first.is_visible()
    page.uncheck("#kind-2")
    assert not statements.first.is_visible()
    assert page.locator(".text .mark.k2").first.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    for _ in keys(page):
        page.keyboard.press("j")
        assert "-statement-" not in page.evaluate(ACTIVE)[0]


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2000])
def test_no_width_scrolls_sideways_with_or_without_an_active_fact(visit, width):
    page = visit(width, 844)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    page.locator(".words").first.click()
    assert page.evaluate(overflow) == 0


def test_on_a_phone_an_active_fact_lies_as_a_sheet_under_its_words_and_can_be_closed(visit):
    page = visit(390, 844, has_touch=True, is_mobile=True)
    for key in keys(page)[:3]:
        page.locator(f"#f-{key} .words").tap()
        sheet = page.locator(f"#f-{key}").bounding_box()
        words = page.locator(f"#w-{key}").bounding_box()
        assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
        assert 0 <= words["y"] < sheet["y"]
        close = page.get_by_role("button", name="Close")
        assert close.bounding_box()["height"] >= 44
        close.tap()
        assert page.evaluate(ACTIVE) == []


def test_without_javascript_codes_and_facts_are_links_to_one_another(visit):
    page = visit(java_script_enabled=False)
    code = page.locator(".text .code").last
    code.click()
    assert page.url.endswith(code.get_attribute("href"))
    page.locator(f"{code.get_attribute('href')} .words").click()
    assert page.url.endswith(f"#w-{code.get_attribute('data-key')}")


def test_an_address_with_a_facts_anchor_opens_on_that_fact(visit):
    page = visit()
    key = keys(page)[-1]
    page.goto(f"{page.url}#f-{key}")
    page.wait_for_function(f"document.querySelector('.fact.on')?.dataset.key === '{key}'")
    assert page.locator(f"#w-{key}").evaluate(VISIBLE)


def test_nothing_that_a_report_says_is_run_or_becomes_an_element(visit):
    page = visit()
    assert page.title() == "2 reports – Readout"
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert "<script>document.title = 'taken'</script><img src=x" in page.locator(".text").first.text_content()
    assert "Talks in Helsinki </title><script>" in page.locator("h2").first.text_content()


def test_light_and_dark_follow_the_reader_and_both_can_be_read(visit):
    contrast = """() => { const part = c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
        const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
            return .2126 * part(r) + .7152 * part(g) + .0722 * part(b); };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll('.text p, .code, dt, .count, .why, h3, footer')].map(element => {
            const ink = light(getComputedStyle(element).color);
            return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05); }); }"""
    papers = set()
    for scheme in ("light", "dark"):
        page = visit(scheme=scheme)
        papers.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert min(page.evaluate(contrast)) >= 4.5
    assert len(papers) == 2


def test_in_print_the_facts_follow_the_text_and_no_control_is_left(visit):
    page = visit()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    text, facts = (page.locator(name).first.bounding_box() for name in (".text", ".facts"))
    assert facts["y"] >= text["y"] + text["height"]
