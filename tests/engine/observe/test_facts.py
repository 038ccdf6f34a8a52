import math

import numpy as np
import pytest

from diagnostics_api.engine.observe import facts
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, series


def test_curve_drops_what_is_not_finite_and_condenses_long_series():
    long = case(train_loss=[1.0, float("nan"), *[2.0] * 1000])
    assert len(facts.curve(long, "train_loss")) == 200
    assert np.isfinite(facts.curve(long, "train_loss").y).all()
    assert facts.curve(case(train_loss=[1.0, float("inf")]), "train_loss") is None
    assert facts.curve(case(), "train_loss") is None


def test_a_curve_is_worked_out_once_per_case():
    first, second = case(train_loss=[3.0, 2.0]), case(train_loss=[5.0, 4.0])
    assert facts.curve(first, "train_loss") is facts.curve(first, "train_loss")
    assert facts.curve(second, "train_loss").y[0] == 5


def test_losses_of_games_do_not_count_as_training_loss():
    for task in ("gan", "reinforcement_learning"):
        game = case(
            {"task": task, "n_classes": 2.0}, train_loss=[1.0, 0.5], val_loss=[1.0, 0.5], train_loss_step=range(20)
        )
        assert facts.train_loss(game) is facts.validation_loss(game) is facts.step_loss(game) is None
        assert facts.chance_loss(game) is facts.first_loss(game) is None


def test_step_loss_prefers_the_per_step_series_and_takes_a_long_loss_otherwise():
    assert facts.step_loss(case(train_loss=range(200), train_loss_step=range(50))).name == "train_loss_step"
    assert facts.step_loss(case(train_loss=range(200))).name == "train_loss"
    assert facts.step_loss(case(train_loss=range(20))) is None
    assert facts.step_loss(case(train_loss_step=[float("nan")] * 20)) is None


def test_settings_are_read_by_kind():
    settings = case({"lr": True, "depth": 3.0, "optimizer": " AdamW ", "class_counts": (3.0, 1.0), "width": math.nan})
    assert facts.number(settings, "lr") is None
    assert facts.number(settings, "width", "depth") == 3
    assert facts.word(settings, "optimizer") == "adamw"
    assert facts.word(settings, "depth", "missing") == ""
    assert facts.numbers(settings, "class_counts").tolist() == [3, 1]
    assert facts.numbers(settings, "optimizer") is None


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (TEN_CLASSES, math.log(10)),
        ({"n_classes": 2.0, "class_counts": (90.0, 10.0)}, -0.9 * math.log(0.9) - 0.1 * math.log(0.1)),
        ({"class_counts": (5.0, 5.0, 0.0)}, math.log(2)),
        ({"class_counts": (0.0, 0.0)}, math.log(2)),
        (REGRESSION | {"target_std": 3.0}, 9),
        (REGRESSION | {"loss": "mae"}, None),
        ({"task": "vae", "n_classes": 10.0}, None),
        ({}, None),
    ],
)
def test_chance_loss(config, expected):
    assert facts.chance_loss(case(config)) == (None if expected is None else pytest.approx(expected))


def test_the_loss_of_a_guess_follows_from_loss_and_r2_together():
    scaled = case(REGRESSION | {"target_std": 120.0}, val_loss=[0.5, 0.25], val_r2=[0.5, 0.75])
    assert facts.chance_loss(scaled) == pytest.approx(1)
    unscored = case({"task": "regression"}, val_loss=[0.0, 0.0], val_r2=[1.0, 1.0])
    assert facts.chance_loss(unscored) is None
    agreeing = case(REGRESSION, val_loss=[0.6, 0.3], val_r2=[0.5, 0.75])
    assert facts.chance_loss(agreeing) == 1


def test_classes_are_counted_from_whatever_tells():
    assert facts.n_classes(case({"n_classes": 7.0})) == 7
    assert facts.n_classes(case({"class_counts": (1.0, 2.0, 3.0)})) == 3
    assert facts.n_classes(case(classes={"per_class_recall": [[0.1, 0.2]]})) == 2
    assert facts.n_classes(case({"n_classes": 1.0})) is None


def test_guessing_names_the_largest_class():
    assert facts.guessing_accuracy(case({"class_counts": (90.0, 10.0)})) == pytest.approx(0.9)
    assert facts.guessing_accuracy(case(TEN_CLASSES)) == pytest.approx(0.1)
    assert facts.guessing_accuracy(case()) is None


def test_series_are_paired_by_step_or_by_place():
    a, b = series("a", [1, 2, 3], [10, 20, 30]), series("b", [5, 6], [20, 30])
    left, right = facts.paired(case(a=a, b=b), "a", "b")
    assert (left.tolist(), right.tolist()) == ([2, 3], [5, 6])
    by_epoch = series("b", [7, 8, 9], [1, 2, 3], "epoch")
    assert facts.paired(case(a=a, b=by_epoch), "a", "b")[1].tolist() == [7, 8, 9]
    assert facts.paired(case(a=a, b=series("b", [7, 8], [1, 2], "epoch")), "a", "b") is None
    assert facts.paired(case(a=a), "a", "b") is None
    assert facts.paired(case(a=[1, math.nan, math.nan], b=[1, 2, 3]), "a", "b") is None


def test_what_is_left_to_learn_is_the_smaller_of_loss_and_errors():
    half = case(TEN_CLASSES, train_loss=[2.3, math.log(10) / 2, math.log(10) / 2], train_accuracy=[0.1, 0.82, 0.82])
    assert facts.unlearned(half) == pytest.approx(0.2)
    assert facts.unlearned(case(train_loss=falling(2, 1))) is None
    assert facts.unlearned(case({"class_counts": (5.0, 0.0)}, train_accuracy=[1.0, 1.0])) is None


@pytest.mark.parametrize(("position", "phase"), [(0.0, "first steps"), (0.2, "early"), (0.5, "middle"), (0.9, "late")])
def test_onset_phase(position, phase):
    assert facts.onset_phase(position) == phase


def test_a_language_model_guesses_over_its_vocabulary():
    tokens = case({"task": "language_modeling", "vocab_size": 50_257.0})
    assert facts.chance_loss(tokens) == pytest.approx(math.log(50_257))


def test_a_loss_out_of_scale_leaves_the_word_to_the_accuracy():
    summed = case(TEN_CLASSES, train_loss=[0.002, 0.001, 0.001], train_accuracy=[0.1, 0.1, 0.1])
    assert facts.unlearned(summed) == pytest.approx(1.0)


@pytest.mark.parametrize("config", [{"init": "pretrained"}, {"pretrained": True}])
def test_pretrained(config):
    assert facts.is_pretrained(case(config))
    assert not facts.is_pretrained(case({"pretrained": False}))


def test_steps_per_epoch_from_sizes_or_validations():
    assert facts.steps_per_epoch(case({"n_train": 105.0, "batch_size": 10.0})) == 11
    assert facts.steps_per_epoch(case(val_loss=[1.0, 1.0, 1.0])) == 20
    assert facts.steps_per_epoch(case(val_loss=series("val_loss", [1, 1, 1], [1, 2, 3], "epoch"))) is None


def test_late_losses_take_the_lag_of_the_running_mean_out():
    train, held_out = facts.late_losses(case(train_loss=[8, 6, 4, 2], val_loss=[7, 5, 3, 1]))
    assert (train.tolist(), held_out.tolist()) == ([3, 2], [3, 1])
    assert facts.late_losses(case(train_loss=[1, 1], val_loss=[1, 1])) is None


def test_validation_skill_prefers_scores_to_losses():
    assert facts.validation_skill(case(TEN_CLASSES, val_accuracy=[0.55, 0.55])) == (pytest.approx(0.5), "val_accuracy")
    assert facts.validation_skill(case(REGRESSION, val_r2=[0.3, 0.3])) == (pytest.approx(0.3), "val_r2")
    level, name = facts.validation_skill(case(TEN_CLASSES, val_loss=[math.log(10) / 2] * 4))
    assert (level, name) == (pytest.approx(0.5), "val_loss")
    assert facts.validation_skill(case()) is None
