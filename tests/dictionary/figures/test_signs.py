"""The signs of the recorded run that fails, each on its curve."""

import json
import re

import pytest

from dictionary.figures.recorded import Recordings
from dictionary.figures.signs import sign_figures
from engine.read import ReadError

EPOCHS = range(1, 41)
TURNS_UP = "validation-loss-turns-up"


def lines(validation):
    rows = [
        {"epoch": epoch, "train_loss": 2 / epoch, "val_loss": validation(epoch)} for epoch in EPOCHS
    ]
    return "".join(f"{json.dumps(row)}\n" for row in rows)


TURNING = lines(lambda epoch: 0.5 + abs(epoch - 10) / 10)
FALLING = lines(lambda epoch: 0.2 + 2 / epoch)


def figures(bad="", good=""):
    return sign_figures(Recordings("overfitting", "plateau", bad, good))


def test_a_sign_is_drawn_with_its_partner_and_the_part_that_shows_it():
    drawn = figures(TURNING, FALLING)[TURNS_UP]["svg"]

    assert drawn.count('class="curve train"') == drawn.count('class="curve validation"') == 2
    assert drawn.count('class="field"') == 1
    assert f'id="sign-{TURNS_UP}-title"' in drawn


def test_a_sentence_gives_the_numbers_that_were_measured():
    figure = figures(TURNING)[TURNS_UP]
    [words] = re.findall("<desc[^>]*>(.+?)</desc>", figure["svg"])

    assert "lowest at epoch 10 (0.5)" in figure["text"]
    assert words.startswith(figure["text"])
    assert "Validation: from 1.4 to 3.5" in words


def test_a_run_that_does_not_show_a_sign_has_no_figure_of_it():
    assert TURNS_UP not in figures(FALLING)


def test_a_single_curve_stands_beside_that_of_the_working_run():
    def gradients(size):
        rows = [{"step": step, "train_loss": 2.0, "grad_norm": size} for step in range(40)]
        return "".join(f"{json.dumps(row)}\n" for row in rows)

    drawn = figures(gradients(5e4), gradients(1.0))["gradient-norm-huge"]["svg"]

    assert ">fails</li>" in drawn
    assert ">works</li>" in drawn
    assert "gradient norm (log)" in drawn


def test_an_entry_without_recording_has_no_figures():
    assert figures() == {}


def test_what_cannot_be_read_is_an_error():
    with pytest.raises(ReadError):
        figures(bad="PK\x03\x04\n")
