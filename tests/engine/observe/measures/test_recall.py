import math

from engine.observe.measures.recall import classes_with_samples, final_recalls
from tests.engine.cases import case


def recalls(*rows):
    return final_recalls(case(classes={"per_class_recall": rows}))


def test_recall_is_the_median_over_the_end_of_the_run():
    assert recalls([0.0, 1.0], [0.2, 0.8], [0.4, 0.6]).tolist() == [0.30000000000000004, 0.7]


def test_classes_without_samples_are_left_out():
    assert recalls([0.1, math.nan, 0.7], [0.1, math.nan, 0.7]).tolist() == [0.1, 0.7]


def test_classes_keep_their_numbers_where_one_has_no_samples():
    table = [[0.1, math.nan, 0.7], [0.1, math.nan, 0.7]]

    assert classes_with_samples(case(classes={"per_class_recall": table})) == [0, 2]
    assert classes_with_samples(case(classes={"per_class_recall": []})) == []
    assert classes_with_samples(case()) == []


def test_a_recall_of_0_without_samples_is_left_out():
    told = {"per_class_recall": [[0.9, 0.8, 0.0]], "per_class_count": [[90.0, 80.0, 0.0]]}
    counted = told | {"per_class_count": [[90.0, 80.0, 30.0]]}
    of_others = told | {"per_class_count": [[90.0, 0.0]]}

    assert final_recalls(case(classes=told)).tolist() == [0.9, 0.8]
    assert final_recalls(case(classes=counted)).tolist() == [0.9, 0.8, 0.0]
    assert final_recalls(case(classes=of_others)).tolist() == [0.9, 0.8, 0.0]


def test_one_class_or_none_is_not_measured():
    assert recalls([0.1, math.nan]) is None
    assert recalls([0.1], [0.2]) is None
    assert final_recalls(case(classes={"per_class_recall": []})) is None
    assert final_recalls(case()) is None
