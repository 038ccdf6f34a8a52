"""Ranks that are behind by their counts, and ranks that say nothing."""

import pytest

from engine.observe.log.waiting.standing import in_order, lowest, silent


def test_ranks_are_in_the_order_of_their_numbers():
    assert in_order(["10", "9", "pid 4", "9"]) == ("9", "10", "pid 4")


@pytest.mark.parametrize(
    ("counts", "behind"),
    [
        ({"0": 5, "1": 4, "2": 5, "3": 4}, ("1", "3")),
        ({"0": 5, "1": 5}, ()),
        ({"0": 5}, ()),
        ({}, ()),
    ],
)
def test_the_lowest_count_is_behind(counts, behind):
    assert lowest(counts) == behind


@pytest.mark.parametrize(
    ("ranks", "missing"),
    [
        (["0", "1", "3"], ("2",)),
        (["0", "1", "2"], ()),
        (["3", "7"], ()),
        (["2"], ()),
        (["worker pid 4", "0"], ()),
    ],
)
def test_ranks_that_say_nothing_among_many_that_speak(ranks, missing):
    assert silent(ranks) == missing
