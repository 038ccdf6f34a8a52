import math

import pytest

from benchmarks.calibration import as_text, brier, of_answers, reliability


class Row:
    def __init__(self, probability, is_right, is_fine=False):
        self.probability = probability
        self.is_fine = is_fine
        self._is_right = is_right

    def is_among(self, first):
        return self._is_right


PAIRS = [(0.1, False), (0.9, True), (0.95, False), (1.0, True)]


def test_answers_are_pairs_of_probability_and_outcome():
    rows = [Row(0.7, True), Row(0.2, False), Row(0.9, False, is_fine=True)]

    assert of_answers({"runs": rows}) == {"runs": [(0.7, True), (0.2, False)]}


def test_bins_compare_what_is_said_with_what_is_right():
    low, high = reliability(PAIRS)

    assert (low.items, low.said, low.right) == (1, 0.1, 0.0)
    assert (high.low, high.high, high.items) == (0.8, 1.0, 3)
    assert high.said == pytest.approx(0.95)
    assert high.right == pytest.approx(2 / 3)


def test_brier_score_is_the_mean_squared_error():
    assert brier([(1.0, True), (0.5, False)]) == pytest.approx(0.125)
    assert math.isnan(brier([]))


def test_the_table_has_a_line_for_each_bin_and_one_for_the_score():
    text = as_text({"runs": PAIRS, "none": []})

    assert len(text.splitlines()) == 1 + 2 + 1
    assert "runs, Brier score" in text
