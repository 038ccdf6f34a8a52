import math

import pytest

from engine.observe.words.figures.chance import chance
from engine.observe.words.figures.classes import classes_of
from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain


def shown(text):
    spelled = plain(text)
    found = chance(figures(spelled), classes_of(spelled))
    return {item.symptom: item.strength for item in found}


def test_one_line_suffices_where_loss_and_accuracy_agree():
    line = "loss: 4.6052 - accuracy: 0.0100 - val_loss: 4.6052 - val_accuracy: 0.0100"

    assert shown(line)["loss-at-chance-level"] > 0.9
    assert shown(line)["accuracy-at-chance-level"] > 0.9


@pytest.mark.parametrize("classes", [3, 7, 37])
def test_any_number_of_classes_will_do(classes):
    line = f"loss {math.log(classes):.4f} accuracy {1 / classes:.4f}"

    assert shown(line).keys() == {"loss-at-chance-level", "accuracy-at-chance-level"}


@pytest.mark.parametrize("line", ["loss 4.6052 accuracy 0.30", "loss 0.2 accuracy 0.5"])
def test_a_loss_and_an_accuracy_that_disagree_show_nothing(line):
    assert shown(line) == {}


@pytest.mark.parametrize(
    "text",
    ["mnist, accuracy 10 %", "cifar-100, accuracy 1 %", "10 classes, acc stays 0.1"],
)
def test_a_score_of_one_in_the_classes_is_chance(text):
    assert shown(text)["accuracy-at-chance-level"] > 0.9


def test_a_score_above_it_is_not():
    assert shown("accuracy 38 % on 5 classes")["accuracy-at-chance-level"] < 0.1
    assert shown("accuracy 38 %") == {}


@pytest.mark.parametrize(
    "text", ["loss stuck at 2.303", "the loss doesn't go below 0.693", "loss sits around 6.908"]
)
def test_a_loss_that_stays_there_is_chance(text):
    assert shown(text).keys() == {"loss-at-chance-level"}


def test_a_loss_that_starts_there_is_as_it_should_be():
    assert shown("loss starts at 2.303").keys() == {"loss-starts-at-chance"}


@pytest.mark.parametrize(
    "text", ["loss stuck at 1.7", "loss went from 2.303 to 0.1", "7 classes, loss stays at 2.303"]
)
def test_other_losses_are_not(text):
    assert "loss-at-chance-level" not in shown(text)


def test_validation_at_chance_beside_good_training_never_improves():
    text = "training accuracy goes to 100% but validation stays at 10% (10 classes)"

    assert shown(text)["validation-never-improves"] > 0.9
    assert "validation-never-improves" not in shown("train acc 12%, val acc 10%, 10 classes")
