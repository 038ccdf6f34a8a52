from engine.observe.normal.samples import feature_progress, sample_progress
from tests.engine.cases import case, falling


def test_a_distance_of_samples_gets_better_by_falling():
    progress = sample_progress(case(val_fid=falling(90, 20)))

    assert progress.is_lower_better
    assert progress.improves


def test_a_distance_that_rises_does_not_get_better():
    assert not sample_progress(case(sample_distance=falling(20, 90))).improves


def test_a_score_of_samples_gets_better_by_rising():
    assert sample_progress(case(inception_score=falling(2, 8))).improves


def test_a_probe_of_features_gets_better_by_rising_and_its_loss_by_falling():
    assert feature_progress(case(train_neighbor_accuracy=falling(0.2, 0.9))).improves
    assert feature_progress(case(linear_eval_loss=falling(2.0, 0.9))).improves
    assert not feature_progress(case(knn_accuracy=falling(0.9, 0.2))).improves


def test_other_curves_are_no_scores():
    run = case(train_loss=falling(2, 1), kidney_accuracy=falling(0.1, 0.9))

    assert sample_progress(run) is None
    assert feature_progress(run) is None


def test_two_points_are_no_progress():
    assert sample_progress(case(fid=[90.0, 20.0])) is None
