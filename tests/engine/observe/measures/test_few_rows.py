"""Few rows of a run are judged through the detector that asks for them."""

import pytest

from engine.observe.curves.validation.validation_loss_turns_up import observe
from engine.observe.measures.few_rows import turn_of_few_losses
from tests.engine.cases import case, series


@pytest.mark.parametrize(
    ("train", "held_out"),
    [([0.4, 0.05], [0.52, 0.97]), ([0.61, 0.38, 0.17, 0.06], [0.55, 0.49, 0.66, 0.91])],
)
def test_a_few_rows_show_a_large_turn(train, held_out):
    found = observe(case(train_loss=train, val_loss=held_out))

    assert found.strength > 0.9
    assert found.text.startswith(f"val_loss goes from {min(held_out)} at step")
    assert f"to {held_out[-1]}, while train_loss goes on by -8" in found.text


@pytest.mark.parametrize(
    ("train", "held_out"),
    [
        ([0.35, 0.2, 0.12], [0.299, 0.314, 0.36]),
        ([0.4, 0.41], [0.52, 0.97]),
        ([0.4, 0.05], [0.97, 0.52]),
        ([0.0, 0.0], [0.0, 0.0]),
    ],
    ids=["slight", "training stands", "falls", "zeros"],
)
def test_a_few_rows_without_a_large_turn_rule_none_out(train, held_out):
    assert observe(case(train_loss=train, val_loss=held_out)) is None


def test_rows_of_one_epoch_may_be_of_two_runs():
    train = series("train_loss", [0.4, 0.05], [400, 400], "epoch")
    held_out = series("val_loss", [0.52, 0.97], [400, 400], "epoch")

    assert observe(case(train_loss=train, val_loss=held_out)) is None


def test_a_few_rows_of_scores_show_that_they_move_apart():
    found = observe(case(train_accuracy=[0.795, 0.95], val_accuracy=[0.912, 0.865]))

    assert found.strength > 0.9
    assert "val_accuracy goes from 0.912 at step 20 to 0.865" in found.text


@pytest.mark.parametrize(
    ("train", "held_out"),
    [([0.8, 0.95], [0.8, 0.79]), ([0.8, 0.81], [0.9, 0.7]), ([0.8, 0.9], [0.8, 0.9])],
    ids=["holds", "training holds", "both rise"],
)
def test_a_few_rows_of_scores_that_do_not_move_apart_rule_nothing_out(train, held_out):
    assert observe(case(train_accuracy=train, val_accuracy=held_out)) is None


def test_without_a_training_loss_nothing_shows():
    held_out = series("val_loss", [0.52, 0.97])

    assert turn_of_few_losses(case(val_loss=held_out), held_out) is None
