import math

import numpy as np
import pytest

from engine.observe.measures.evaluated import evaluated_counts, last_row, predicted_per_true
from tests.engine.cases import case


def rates(recall, precision):
    tables = {"per_class_recall": recall, "per_class_precision": precision}
    found = predicted_per_true(case(classes=tables))
    return None if found is None else found.tolist()


def test_the_counts_of_the_last_evaluation():
    assert evaluated_counts(case(classes={"per_class_count": [[1, 1], [30, 10]]})).tolist() == [
        30,
        10,
    ]


@pytest.mark.parametrize("row", [[5], [0, 0], [-1, 5], [math.nan, 5], [1e308, 1e308]])
def test_counts_that_cannot_be_used(row):
    assert evaluated_counts(case(classes={"per_class_count": [row]})) is None
    assert evaluated_counts(case()) is None


def test_predictions_over_examples():
    assert rates([[0.1, 0.1], [0.9, 0.25]], [[0.1, 0.1], [0.75, 0.5]]) == [
        pytest.approx(1.2),
        0.5,
    ]


def test_a_class_without_predictions_and_rates_that_are_not_known():
    never, zero, absent = rates([[0.0, 0.0, math.nan]], [[math.nan, 0.0, 0.5]])

    assert never == 0
    assert math.isnan(zero)
    assert math.isnan(absent)


def test_tables_that_do_not_belong_together_have_no_rates():
    assert rates([[0.5, 0.5]], [[0.5, 0.5, 0.5]]) is None
    assert rates([[0.5]], [[0.5]]) is None
    assert rates(np.zeros((0, 2)), np.zeros((0, 2))) is None


def test_the_last_row_of_a_table_that_is_not_there():
    assert last_row(case(), "per_class_recall") is None
