import pytest

from engine.observe.words.figures.not_finite import not_finite
from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain
from tests.together import together


def shown(text):
    spelled = plain(text)
    return {item.symptom: item.strength for item in not_finite(figures(spelled), spelled)}


@together(
    "text, symptom",
    [
        ("My loss is NaN!", "loss-non-finite"),
        ("loss: nan", "loss-non-finite"),
        ("training loss = inf", "loss-non-finite"),
        ("NaN loss", "loss-non-finite"),
        ("the loss is not normal, sometimes it is 0 and sometimes infinity", "loss-non-finite"),
        ("never seen this before, the loss is infinite", "loss-non-finite"),
        (
            "in the training with the example script of my new model the loss is weird, it is inf",
            "loss-non-finite",
        ),
        ("grad_norm: nan", "gradient-norm-non-finite"),
        ("val loss is nan, train loss 0.3", "validation-nan-training-finite"),
        ("loss is nan after 3 steps", "nan-in-first-steps"),
        ("loss is nan from the first batch", "nan-in-first-steps"),
        ("loss becomes nan after 2 epochs", "nan-after-healthy-start"),
        ("loss goes nan at step 14000", "nan-after-healthy-start"),
        ("the loss is nan from step zero", "nan-in-first-steps"),
        ("within a few batches the loss is nan", "nan-in-first-steps"),
        ("loss is nan straight away", "nan-in-first-steps"),
        ("loss is nan after a couple of iterations", "nan-in-first-steps"),
        ("loss is nan as soon as some batches have passed", "nan-in-first-steps"),
        ("the loss is nan once a few steps are done", "nan-in-first-steps"),
        ("when two batches are through the loss is nan", "nan-in-first-steps"),
        ("as soon as the first few updates are made the loss is nan", "nan-in-first-steps"),
        ("loss is nan once a handful of iterations have run", "nan-in-first-steps"),
        ("the loss jumps between 0 and inf", "loss-non-finite"),
        ("loss is 0 or nan", "loss-non-finite"),
        ("the loss is 0, then nan", "loss-non-finite"),
        ("loss alternates: 0 / nan", "loss-non-finite"),
        ("the loss is 0 and sometimes it is nan", "loss-non-finite"),
        ("the loss falls at first and is nan from 5000 steps on", "nan-after-healthy-start"),
        ("it trains for several hours and the loss is nan", "nan-after-healthy-start"),
    ],
)
def test_a_literal_nan_is_read(text, symptom):
    assert shown(text)[symptom] >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "how to avoid nan loss",
        "if the loss is nan, stop",
        "inputs hold nan",
        "the loss is 0.3",
        "info about the loss",
        "can the loss be nan",
    ],
)
def test_what_is_only_supposed_or_of_other_things_is_not(text):
    assert shown(text) == {}


@pytest.mark.parametrize("text", ["the loss is not nan", "the loss never becomes nan"])
def test_what_is_denied_is_ruled_out(text):
    assert shown(text) == {"loss-non-finite": pytest.approx(0.02)}


def test_an_onset_that_is_not_dated_is_left_open():
    assert shown("the loss is nan").keys() == {"loss-non-finite"}
    assert shown("epoch 1: loss is nan").keys() == {"loss-non-finite"}
    assert shown("the loss is nan in a run of two steps a second").keys() == {"loss-non-finite"}
