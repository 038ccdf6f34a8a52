import pytest

from engine.read.log.words import KnownWords
from tests.engine.read.log.names import TABLE
from tests.together import together

WORDS = KnownWords(TABLE)


@together(
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
    assert WORDS.are_in_line(text)


@pytest.mark.parametrize("text", ["qwzx: ", "", "12:", "hello world ", "x", "e s n"])
def test_other_lines_do_not(text):
    assert not WORDS.are_in_line(text)


@pytest.mark.parametrize(
    "others",
    [["qwzx 1"], ["qwzx", "hello 2", ""], ["step 1", "epoch 1", "iter 1"]],
)
def test_lines_that_may_hold_a_word_are_found_among_many(others):
    lines = [*others, "Train Loss: 1", "x"] * 3000
    may_hold = list(WORDS.may_be_in(lines))

    assert len(may_hold) == len(lines)
    for line, may in zip(lines, may_hold, strict=True):
        assert may or not WORDS.are_in_line(line)


def test_other_lines_among_many_need_no_look():
    assert list(WORDS.may_be_in(["qwzx 1", "xvalloss 2", "zz", "損失 3"])) == [
        False,
        True,
        False,
        WORDS.are_in_line("損失 3"),
    ]


def test_where_many_words_stand_each_line_is_looked_at():
    line = "step epoch iter loss accuracy bleu train val test lr grad_norm perplexity reward batch"

    assert list(WORDS.may_be_in([line, "zz"])) == [True, True]


@pytest.mark.parametrize("text", ["q" * 40 + "box ", "Q" * 40 + "Box ", "\u00e9" * 40 + "box "])
def test_what_is_longer_than_a_word_is_several(text):
    assert WORDS.are_in_line(text)
    assert not WORDS.are_in_line(text[1:])
