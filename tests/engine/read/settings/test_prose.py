import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.prose import is_sentence, settings_of_sentence

SENTENCES = [
    (
        "I train a small transformer with lr = 3e-4, batch size 64 and dropout 0.1.",
        {"learning_rate": 3e-4, "batch_size": 64, "dropout": 0.1},
    ),
    (
        "Training for 3 epochs with a batch size of 32 and a learning rate of 0.1 using SGD",
        {"epochs": 3, "batch_size": 32, "learning_rate": 0.1, "optimizer": "sgd"},
    ),
    ("Using learning rate 0.1", {"learning_rate": 0.1}),
]


@pytest.mark.parametrize(("line", "settings"), SENTENCES)
def test_settings_of_a_sentence(line, settings):
    assert settings_of_sentence(line) == settings


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The model is in the folder that you set on the command line.",
        "epoch 3 of the run with a learning rate of 0.1 and loss 2.0",
        "iteration 10 | learning rate: 1e-4 | number of skipped and number of nan | loss 2",
        "learning rate: 0.1 and of the loss: 2.0 and more of it",
        "lr 0.1 loss 2.0 acc 0.5 time 3 it 4",
    ],
)
def test_lines_of_loggers_and_sentences_without_settings_give_none(line):
    assert settings_of_sentence(line) == {}


@given(st.text(alphabet="I train with lr 0.1 and a|:=", max_size=80))
def test_any_line(line):
    assert isinstance(is_sentence(line), bool)
    assert isinstance(settings_of_sentence(line), dict)
