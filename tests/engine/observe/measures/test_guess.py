import math

import pytest

from engine.observe.measures import guess
from tests.engine.cases import REGRESSION, TEN_CLASSES, case
from tests.together import together


@together(
    "config, expected",
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
    assert guess.chance_loss(case(config)) == (
        None if expected is None else pytest.approx(expected)
    )


def test_the_loss_of_a_guess_follows_from_loss_and_r2_together():
    scaled = case(REGRESSION | {"target_std": 120.0}, val_loss=[0.5, 0.25], val_r2=[0.5, 0.75])
    assert guess.chance_loss(scaled) == pytest.approx(1)
    unscored = case({"task": "regression"}, val_loss=[0.0, 0.0], val_r2=[1.0, 1.0])
    assert guess.chance_loss(unscored) is None
    agreeing = case(REGRESSION, val_loss=[0.6, 0.3], val_r2=[0.5, 0.75])
    assert guess.chance_loss(agreeing) == 1


def test_a_language_model_guesses_over_its_vocabulary():
    tokens = case({"task": "language_modeling", "vocab_size": 50_257.0})
    assert guess.chance_loss(tokens) == pytest.approx(math.log(50_257))


def test_an_untrained_model_gives_all_classes_equal_chances():
    assert guess.untrained_loss(case({"class_counts": (98.0, 2.0)})) == pytest.approx(math.log(2))
    assert guess.untrained_loss(case(REGRESSION)) == 1
    assert guess.untrained_loss(case()) is None


@pytest.mark.parametrize("task", ["vae", "diffusion", "density", "gan"])
def test_a_loss_of_another_scale_has_no_untrained_level(task):
    assert guess.untrained_loss(case({"task": task, "n_classes": 10.0})) is None


def test_the_scale_of_a_loss_of_unknown_kind_leaves_a_blow_up_out():
    blown = [300.0, 20.0, 2.0, 0.8, *[0.69] * 12]
    assert guess.loss_scale(case(train_loss=blown)) == pytest.approx(11)
    assert guess.loss_scale(case(train_loss=blown, val_accuracy=[0.5] * 16)) == pytest.approx(
        math.log(10)
    )
    assert guess.loss_scale(case(TEN_CLASSES, train_loss=blown)) == pytest.approx(math.log(10))
    assert guess.loss_scale(case(train_loss=[4.0, 1.0])) == 4
    assert guess.loss_scale(case()) is None


def test_guessing_names_the_largest_class():
    assert guess.guessing_accuracy(case({"class_counts": (90.0, 10.0)})) == pytest.approx(0.9)
    assert guess.guessing_accuracy(case(TEN_CLASSES)) == pytest.approx(0.1)
    assert guess.guessing_accuracy(case()) is None


def test_evaluated_examples_tell_the_guess_on_them_and_none_on_the_training_data():
    counted = case({"n_classes": 2.0}, classes={"per_class_count": [[90, 10]]})

    assert guess.guessing_accuracy_held_out(counted) == 0.9
    assert guess.guessing_accuracy(counted) == 0.5
    assert guess.chance_loss(counted) == pytest.approx(math.log(2))
    assert guess.guessing_accuracy_held_out(case(TEN_CLASSES)) == 0.1
    stated = case({"threshold": 0.1}, classes={"per_class_count": [[90, 10]]})
    assert guess.guessing_accuracy_held_out(stated) is None
