import math

import numpy as np
import pytest

from engine.observe.measures import skill
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling


def test_what_is_left_to_learn_is_the_smaller_of_loss_and_errors():
    half = case(
        TEN_CLASSES,
        train_loss=[2.3, math.log(10) / 2, math.log(10) / 2],
        train_accuracy=[0.1, 0.82, 0.82],
    )
    assert skill.unlearned(half) == pytest.approx(0.2)
    assert skill.unlearned(case(train_loss=falling(2, 1))) is None
    assert skill.unlearned(case({"class_counts": (5.0, 0.0)}, train_accuracy=[1.0, 1.0])) is None


def test_a_loss_out_of_scale_leaves_the_word_to_the_accuracy():
    summed = case(TEN_CLASSES, train_loss=[0.002, 0.001, 0.001], train_accuracy=[0.1, 0.1, 0.1])
    assert skill.unlearned(summed) == pytest.approx(1.0)


def test_validation_skill_prefers_scores_to_losses():
    assert skill.validation_skill(case(TEN_CLASSES, val_accuracy=[0.55, 0.55])) == (
        pytest.approx(0.5),
        "val_accuracy",
    )
    assert skill.validation_skill(case(REGRESSION, val_r2=[0.3, 0.3])) == (
        pytest.approx(0.3),
        "val_r2",
    )
    level, name = skill.validation_skill(case(TEN_CLASSES, val_loss=[math.log(10) / 2] * 4))
    assert (level, name) == (pytest.approx(0.5), "val_loss")
    assert skill.validation_skill(case()) is None


def test_one_lucky_point_is_no_kept_level():
    score = np.array([0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.2])

    assert skill.best_kept(score) == pytest.approx(0.15)
    assert skill.lowest_kept(1 - score) == pytest.approx(0.85)
