import pytest

from engine.read.log.words import KnownWords
from tests.engine.read.log.names import TABLE

WORDS = KnownWords(TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "loss: ",
        "trainLoss=",
        "val_acc ",
        "Epoch [",
        "global_step ",
        "box ",
        "gnorm",
        "第 轮",
        "bleu",
    ],
)
def test_lines_of_values_hold_a_known_word(text):
    assert WORDS.are_in([text, None])


@pytest.mark.parametrize("text", ["qwzx: ", "", "12:", "hello world ", "x"])
def test_other_lines_do_not(text):
    assert not WORDS.are_in([text])
