import math

import pytest

from engine.observe import facts, learned
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling


def test_losses_of_games_do_not_count_as_training_loss():
    for task in ("gan", "reinforcement_learning"):
        game = case(
            {"task": task, "n_classes": 2.0},
            train_loss=[1.0, 0.5],
            val_loss=[1.0, 0.5],
            train_loss_step=range(20),
        )
        assert (
            facts.train_loss(game) is facts.validation_loss(game) is facts.step_loss(game) is None
        )
        assert learned.chance_loss(game) is learned.first_loss(game) is None


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (TEN_CLASSES, math.log(10)),
        (
            {"n_classes": 2.0, "class_counts": (90.0, 10.0)},
            -0.9 * math.log(0.9) - 0.1 * math.log(0.1),
        ),
        ({"class_counts": (5.0, 5.0, 0.0)}, math.log(2)),
        ({"class_counts": (0.0, 0.0)}, math.log(2)),
        (REGRESSION | {"target_std": 3.0}, 9),
        (REGRESSION | {"loss": "mae"}, None),
        ({"task": "vae", "n_classes": 10.0}, None),
        ({}, None),
    ],
)
def test_chance_loss(config, expected):
    assert learned.chance_loss(case(config)) == (
        None if expected is None else pytest.approx(expected)
    )


def test_the_loss_of_a_guess_follows_from_loss_and_r2_together():
    scaled = case(REGRESSION | {"target_std": 120.0}, val_loss=[0.5, 0.25], val_r2=[0.5, 0.75])
    assert learned.chance_loss(scaled) == pytest.approx(1)
    unscored = case({"task": "regression"}, val_loss=[0.0, 0.0], val_r2=[1.0, 1.0])
    assert learned.chance_loss(unscored) is None
    agreeing = case(REGRESSION, val_loss=[0.6, 0.3], val_r2=[0.5, 0.75])
    assert learned.chance_loss(agreeing) == 1


def test_what_is_left_to_learn_is_the_smaller_of_loss_and_errors():
    half = case(
        TEN_CLASSES,
        train_loss=[2.3, math.log(10) / 2, math.log(10) / 2],
        train_accuracy=[0.1, 0.82, 0.82],
    )
    assert learned.unlearned(half) == pytest.approx(0.2)
    assert learned.unlearned(case(train_loss=falling(2, 1))) is None
    assert learned.unlearned(case({"class_counts": (5.0, 0.0)}, train_accuracy=[1.0, 1.0])) is None


def test_a_language_model_guesses_over_its_vocabulary():
    tokens = case({"task": "language_modeling", "vocab_size": 50_257.0})
    assert learned.chance_loss(tokens) == pytest.approx(math.log(50_257))


def test_a_loss_out_of_scale_leaves_the_word_to_the_accuracy():
    summed = case(TEN_CLASSES, train_loss=[0.002, 0.001, 0.001], train_accuracy=[0.1, 0.1, 0.1])
    assert learned.unlearned(summed) == pytest.approx(1.0)


def test_late_losses_take_the_lag_of_the_running_mean_out():
    train, held_out = learned.late_losses(case(train_loss=[8, 6, 4, 2], val_loss=[7, 5, 3, 1]))
    assert (train.tolist(), held_out.tolist()) == ([3, 2], [3, 1])
    assert learned.late_losses(case(train_loss=[1, 1], val_loss=[1, 1])) is None


def test_validation_skill_prefers_scores_to_losses():
    assert learned.validation_skill(case(TEN_CLASSES, val_accuracy=[0.55, 0.55])) == (
        pytest.approx(0.5),
        "val_accuracy",
    )
    assert learned.validation_skill(case(REGRESSION, val_r2=[0.3, 0.3])) == (
        pytest.approx(0.3),
        "val_r2",
    )
    level, name = learned.validation_skill(case(TEN_CLASSES, val_loss=[math.log(10) / 2] * 4))
    assert (level, name) == (pytest.approx(0.5), "val_loss")
    assert learned.validation_skill(case()) is None


def test_an_untrained_model_gives_all_classes_equal_chances():
    assert learned.untrained_loss(case({"class_counts": (98.0, 2.0)})) == pytest.approx(math.log(2))
    assert learned.untrained_loss(case(REGRESSION)) == 1
    assert learned.untrained_loss(case()) is None


def test_the_scale_of_a_loss_of_unknown_kind_leaves_a_blow_up_out():
    blown = [300.0, 20.0, 2.0, 0.8, *[0.69] * 12]
    assert learned.loss_scale(case(train_loss=blown)) == pytest.approx(11)
    assert learned.loss_scale(case(train_loss=blown, val_accuracy=[0.5] * 16)) == pytest.approx(
        math.log(10)
    )
    assert learned.loss_scale(case(TEN_CLASSES, train_loss=blown)) == pytest.approx(math.log(10))
    assert learned.loss_scale(case(train_loss=[4.0, 1.0])) == 4
    assert learned.loss_scale(case()) is None
