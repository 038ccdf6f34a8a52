import math

import pytest

from engine.observe.measures.evaluated import evaluated_counts, last_row
from tests.engine.cases import case


def test_the_counts_of_the_last_evaluation():
    assert evaluated_counts(case(classes={"per_class_count": [[1, 1], [30, 10]]})).tolist() == [
        30,
        10,
    ]


@pytest.mark.parametrize("row", [[5], [0, 0], [-1, 5], [math.nan, 5], [1e308, 1e308]])
def test_counts_that_cannot_be_used(row):
    assert evaluated_counts(case(classes={"per_class_count": [row]})) is None
    assert evaluated_counts(case()) is None


def test_the_last_row_of_a_table_that_is_not_there():
    assert last_row(case(), "per_class_recall") is None
