import numpy as np

from engine.observe.curves.validation.last_checkpoint_below_best import observe
from tests.engine.cases import case, healthy, noise

RISE_AND_FALL = np.concatenate([np.linspace(0.5, 0.9, 10), np.linspace(0.9, 0.7, 10)])


def test_a_score_that_ends_below_its_best_is_seen():
    found = observe(case(val_accuracy=RISE_AND_FALL))

    assert found.strength > 0.95
    assert "ends at 0.72" in found.text


def test_another_score_counts_where_no_accuracy_is_recorded():
    assert observe(case(val_f1=RISE_AND_FALL)).strength > 0.95


def test_silent_on_a_single_peak_on_noise_and_on_a_learning_run():
    peak = [0.8] * 10 + [0.87] + [0.8] * 9
    assert observe(case(val_accuracy=peak)).strength < 0.1
    assert observe(case(val_accuracy=0.8 + noise(30, 0.01))).strength < 0.1
    assert observe(healthy()).strength < 0.05


def test_few_validation_examples_make_a_drop_less_sure():
    drop = np.concatenate([np.linspace(0.5, 0.8, 10), np.full(10, 0.72)])
    assert observe(case(val_accuracy=drop)).strength > 0.7
    assert observe(case({"n_val": 50.0}, val_accuracy=drop)).strength < 0.1


def test_a_score_that_swings_is_not_below_its_best():
    swings = 0.6 + 0.15 * (-1.0) ** np.arange(20)
    swings[-1] = 0.4
    assert observe(case(val_accuracy=swings)).strength < 0.1


def test_a_run_whose_training_went_wrong_is_not_judged():
    diverges = np.concatenate([np.linspace(2, 0.5, 10), np.linspace(0.5, 1.9, 10)])
    assert observe(case(val_accuracy=RISE_AND_FALL, train_loss=diverges)) is None
    assert observe(case(val_accuracy=RISE_AND_FALL, train_loss=[1.0, np.nan] * 10)) is None
    learns = case(val_accuracy=RISE_AND_FALL, train_loss=np.linspace(2, 0.1, 20))
    assert observe(learns).strength > 0.95


def test_a_model_that_never_was_better_than_a_guess_is_not_judged():
    assert observe(case(val_r2=np.linspace(-1.6, -4.9, 12))) is None


def test_not_measured_with_few_points():
    assert observe(case(val_accuracy=[0.9, 0.8, 0.7])) is None
    assert observe(case(train_accuracy=RISE_AND_FALL)) is None
