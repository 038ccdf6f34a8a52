import pytest

from diagnostics_api.service.reading_words import (
    grain_in_words,
    guessed,
    label_of,
    likely_names,
    nothing_read,
    split_in_words,
)
from engine.run import CurveRead, ReadAs


def curve(name, own_name="", split="", is_said=True, is_corrected=False, grain="step"):
    return CurveRead(name, own_name or name, 3, split, is_said, grain, is_corrected)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (curve("lr"), "none"),
        (curve("val_loss", split="val"), "validation (said)"),
        (curve("train_loss", split="train", is_said=False), "training (assumed)"),
        (curve("test_loss", split="test", is_corrected=True), "test (as you said)"),
        (curve("lr", is_corrected=True), "none (as you said)"),
    ],
)
def test_split_is_told_with_who_says_it(read, words):
    assert split_in_words(read) == words


def test_grain_has_words_and_an_unknown_one_stays():
    assert grain_in_words(curve("a", grain="evaluation")) == "of the finished model"
    assert grain_in_words(curve("a", grain="week")) == "week"


def test_format_has_its_label():
    assert label_of(ReadAs("a", "csv", {})) == "a CSV table"
    assert label_of(ReadAs("a", "unheard-of", {})) == "unheard-of"


@pytest.mark.parametrize(
    ("read", "first"),
    [
        (
            curve("train_loss", "Loss/total", "train"),
            ["train_loss", "val_loss", "test_loss", "loss_total"],
        ),
        (
            curve("val_box_loss", "box", "val"),
            ["val_box_loss", "train_box_loss", "test_box_loss", "box"],
        ),
        (curve("best_val_accuracy", "best", "val"), ["best_val_accuracy", "train_accuracy"]),
        (curve("train_loss_step", "loss [val] (2)", "train"), ["train_loss_step", "train_loss"]),
        (curve("lr", "learning rate"), ["lr", "learning_rate"]),
        (curve("odd", "odd"), ["odd", "train_loss"]),
    ],
)
def test_likely_names_begin_with_the_same_quantity(read, first):
    names = likely_names(read)

    assert list(names[: len(first)]) == first
    assert len(set(names)) == len(names)
    assert {"train_loss", "val_accuracy", "grad_norm"} <= set(names)


def test_a_curve_that_was_left_out_is_guessed_by_its_name():
    assert guessed("Val Loss").name == "val_loss"
    assert guessed("loss [val]").name == "train_loss"
    assert guessed("").name == "unnamed"


def test_what_to_send_is_told_where_nothing_was_read():
    assert "only words and ticks were given. Send" in nothing_read(())
    many = [ReadAs(f"{number}.txt", "plain-log", {}) for number in range(7)]
    assert "in 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more. Send" in nothing_read(many)
    assert nothing_read([*many, ReadAs("a", "csv", {"lr": 1})]) == ""
