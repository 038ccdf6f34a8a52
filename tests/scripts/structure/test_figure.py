"""Statistics of the figures, and how numbers are written."""

import pytest

from scripts.structure.figure import ninetieth, shown, spread


@pytest.mark.parametrize(("value", "text"), [(None, "-"), (17862, "17,862"), (0.01312, "0.0131")])
def test_numbers_are_shown_short(value, text):
    assert shown(value) == text


def test_spread_of_ten_takes_the_tenth():
    assert spread([10, 1, 2, 3, 4, 5, 6, 7, 8, 9]) == {"median": 5.5, "p90": 10, "max": 10}
    assert ninetieth([]) is None
