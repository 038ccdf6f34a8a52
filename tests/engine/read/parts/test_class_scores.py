import math

import numpy as np

from engine.read.parts.class_scores import (
    ClassScores,
    beside,
    classes_of_confusion,
    tables_of_classes,
)

BOTH = {"cat": ClassScores(0.5, 0.25, 8), "dog": ClassScores(1.0, 0.75, 4)}


def plain(tables):
    return {name: table.tolist() for name, table in tables.items()}


def test_a_row_for_each_evaluation_and_a_column_for_each_class():
    assert plain(tables_of_classes([BOTH, {}, BOTH])) == {
        "per_class_recall": [[0.5, 1.0]] * 2,
        "per_class_precision": [[0.25, 0.75]] * 2,
        "per_class_count": [[8, 4]] * 2,
    }


def test_a_table_that_lacks_a_value_is_left_out():
    uncounted = BOTH | {"dog": ClassScores(1.0, 0.75)}

    assert set(tables_of_classes([BOTH, uncounted])) == {"per_class_recall", "per_class_precision"}


def test_other_classes_and_a_single_one_have_no_tables():
    assert tables_of_classes([BOTH, {"cat": ClassScores(1.0)}]) == {}
    assert tables_of_classes([{"cat": ClassScores(1.0)}]) == {}
    assert tables_of_classes([]) == {}


def test_a_class_that_is_never_predicted_or_never_occurs():
    never_predicted, never_there = classes_of_confusion(
        [[0.0, 5.0], [0.0, 0.0]],
    ).values()

    assert never_predicted.recall == 0
    assert math.isnan(never_predicted.precision)
    assert math.isnan(never_there.recall)
    assert (never_there.precision, never_there.examples) == (0, 0)


def test_shares_tell_the_recall_alone():
    found = classes_of_confusion([[0.75, 0.25], [0.5, 0.5]])

    assert found == {"0": ClassScores(0.75), "1": ClassScores(0.5)}


def test_scores_of_two_evaluations_are_not_mixed():
    kept = {"per_class_recall": np.ones((3, 2)), "own": np.zeros((1, 2))}
    further = {"per_class_precision": np.ones((1, 2)), "other": np.ones((1, 2)), "own": None}

    both = beside(kept, further)

    assert list(both) == ["per_class_recall", "own", "other"]
    assert both["own"] is kept["own"]
    assert beside({}, further) == further
