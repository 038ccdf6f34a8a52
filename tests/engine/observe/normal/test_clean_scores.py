import pytest

from engine.observe.normal.clean_scores import clean_accuracy, clean_loss_share
from tests.engine.cases import TEN_CLASSES, case, falling


def test_scores_on_plain_training_examples():
    run = case(
        TEN_CLASSES,
        train_clean_accuracy=1 - falling(0.9, 0.1),
        train_clean_loss=falling(2.3, 0.23),
    )

    assert clean_accuracy(run).y[-1] == pytest.approx(0.9, abs=0.01)
    assert clean_loss_share(run) == pytest.approx(0.1, abs=0.01)


def test_other_scores_are_not_taken_for_them():
    run = case(
        TEN_CLASSES,
        train_accuracy=[0.1, 0.2],
        train_loss=[2.0, 1.0],
        train_clean_chance_loss=[1.0, 0.5],
    )

    assert clean_accuracy(run) is None
    assert clean_loss_share(run) is None


def test_a_loss_without_a_scale_has_no_share():
    assert clean_loss_share(case(train_clean_loss=falling(2.3, 0.2))) is None
