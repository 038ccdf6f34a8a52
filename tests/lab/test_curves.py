import math

import pytest

from lab import curves


def test_a_final_value_is_the_mean_of_the_last_epochs():
    assert curves.final({"val_loss": [9.0, 9.0, 1.0, 2.0, 3.0]}, "val_loss") == 2.0
    assert curves.final({"val_loss": [1.0]}, "val_loss") == 1.0


def test_a_curve_that_was_not_logged_is_an_error():
    with pytest.raises(KeyError):
        curves.final({}, "val_loss")


def test_the_score_is_accuracy_r2_or_that_of_the_first_task():
    assert curves.final_score({"val_accuracy": [0.5], "val_r2": [0.1]}) == 0.5
    assert curves.final_score({"val_r2": [0.1]}) == 0.1
    assert curves.final_score({"task_a_accuracy": [0.3]}) == 0.3


def test_a_run_without_a_score_is_an_error_that_names_the_curves():
    with pytest.raises(KeyError, match="val_accuracy, val_r2"):
        curves.final_score({"val_loss": [0.1]})


def test_the_lowest_recall_leaves_out_classes_without_rows():
    run = {"per_class_recall": [[0.0, 0.0, 0.0], [0.9, None, 0.4]]}

    assert curves.lowest_recall(run) == 0.4


def test_a_run_without_any_class_has_no_lowest_recall():
    with pytest.raises(ValueError, match="empty"):
        curves.lowest_recall({"per_class_recall": [[None, None]]})


def test_the_gap_to_the_test_set_has_a_sign():
    run = {"val_r2": [0.9], "test_r2": [0.5]}

    assert curves.gap_to_test(run, "r2") == pytest.approx(0.4)


def test_a_loss_that_does_not_move_has_no_roughness():
    assert curves.roughness({"val_loss": [5.0, 1.0, 1.0, 1.0, 1.0]}, "val_loss") == 0
    rough = {"val_loss": [5.0, 1.0, 2.0, 1.0, 2.0, 1.0]}
    assert curves.roughness(rough, "val_loss") == pytest.approx(1.0)


def test_a_run_too_short_for_a_move_is_refused():
    with pytest.raises(ValueError, match="no median"):
        curves.roughness({"val_loss": [1.0]}, "val_loss")


def test_the_early_norm_ignores_what_comes_later():
    norms = [1.0, 1.0, 1.0, 1.0, 1.0, 50.0, math.inf]

    assert curves.early_norm({"grad_norm": norms}) == 1.0
