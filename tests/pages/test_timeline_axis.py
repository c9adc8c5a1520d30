"""Where days stand along the picture of a timeline."""

from datetime import date
from itertools import pairwise

from readout.pages.timeline.axis import BREAK, RIGHT, stretches, ticks


def drawn(*dates):
    """The stretches of a picture of things on these days, and the words along its bottom."""
    shown = stretches([date.fromisoformat(each).toordinal() for each in dates])
    return shown, [tick.words for tick in ticks(shown)]


def test_a_long_time_of_which_nothing_is_told_takes_no_room_in_the_picture():
    (old, new), words = drawn("2010-11-13", "2021-01-27", "2023-05-18", "2024-06-01")
    assert (old.left, old.right) == (16, 16) and new.left == 16 + BREAK and new.right == RIGHT - 4
    assert words == ["2010", "2021", "2022", "2023", "2024"]


def test_time_runs_evenly_where_no_stretch_of_it_stands_out():
    for dates in (("2010-11-13", "2021-01-27"), ("2021-01-27", "2022-03-01", "2023-05-18"), ("2021-01-01",)):
        shown, _ = drawn(*dates)
        assert len(shown) == 1 and shown[0].left == 16


def test_words_beside_time_that_is_left_out_do_not_lie_on_one_another():
    shown, _ = drawn("2000-05-01", "2010-11-13", "2010-12-20", "2020-12-20", "2021-12-30")
    reaches = [tick.reach for tick in ticks(shown)]
    assert len(shown) == 3 and all(one[1] <= other[0] for one, other in pairwise(reaches))
