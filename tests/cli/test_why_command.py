"""`readout why` explains a finding by rule, words and path."""

import json

import pytest


@pytest.fixture(scope="module")
def finding(readout, report):
    """The commitment of the report, as the JSON form tells it."""
    reading = json.loads(readout("read", report, "-f", "json").out)
    return next(finding for finding in reading["findings"] if finding["kind"] == "commitment")


def test_the_beginning_of_an_id_is_enough_to_get_the_rule_and_the_words_with_their_offsets(readout, report, finding):
    ended = readout("why", finding["id"][:8], report, COLUMNS="120")
    assert (ended.status, ended.err) == (0, "")
    assert finding["id"] in ended.out
    assert finding["rule"] in ended.out
    assert "says" in ended.out
    start, end = finding["span"]
    assert f"“{report.read_text()[start:end]}” [{start}–{end}]" in " ".join(ended.out.split())


def test_an_unknown_id_lists_the_nearest(readout, report, finding):
    ended = readout("why", f"{finding['id'][:5]}xyz", report)
    assert (ended.status, ended.out, len(ended.errors)) == (1, "", 1)
    assert f"{finding['id'][:8]} (commitment)" in ended.err


def test_a_beginning_that_several_share_asks_for_more(by_hand):
    from readout.cli.explaining import Found, the_one
    from readout.model import ReadoutError

    hand = by_hand("One met. " + "They agreed to meet. " * 40)
    hand.find("meeting", "One met")
    for count in range(1, 40):
        hand.find("commitment", "They agreed to meet. " * count)
    found = [Found(finding, hand.reading, "report.txt") for finding in hand.findings]
    digits = {each.finding.id[0] for each in found}
    shared = next(digit for digit in digits if sum(each.finding.id[0] == digit for each in found) > 1)
    with pytest.raises(ReadoutError, match=r"findings begin so: .* Type more of it\."):
        the_one(shared, found)
    assert the_one(found[0].finding.id.upper(), found) is found[0]


def test_files_without_any_finding_say_so(readout):
    ended = readout("why", "abc", "-", input="The weather was nice in the garden today.")
    assert (ended.status, len(ended.errors)) == (1, 1)
    assert "nothing at all was found" in ended.err
