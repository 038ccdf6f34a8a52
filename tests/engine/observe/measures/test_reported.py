import numpy as np
import pytest

from engine.observe.measures.reported import means_of_neighbors, reported_score, sampling_error
from tests.engine.cases import case


def test_the_first_score_with_enough_points_is_reported():
    run = case(val_accuracy=[0.5, 0.6], val_f1=[0.4, 0.5, 0.6])

    assert reported_score(run, 2).name == "val_accuracy"
    assert reported_score(run, 3).name == "val_f1"
    assert reported_score(run, 4) is None
    assert reported_score(case(val_loss=[1.0] * 9), 2) is None


def test_means_of_three_neighbors():
    assert means_of_neighbors(np.array([1.0, 2.0, 6.0, 1.0])) == pytest.approx([3, 3])
    assert means_of_neighbors(np.array([1.0, 2.0])) == pytest.approx([1.5])


def test_the_sampling_error_of_a_share():
    run = case({"n_val": 100.0}, val_accuracy=[0.5, 0.5], val_auc=[0.5, 0.5])
    score = run.series["val_accuracy"]

    assert sampling_error(run, score, 0.5) == pytest.approx(0.05)
    assert sampling_error(run, score, 1.2) == 0
    assert sampling_error(run, run.series["val_auc"], 0.5) == 0
    assert sampling_error(case(val_accuracy=[0.5]), score, 0.5) == 0
