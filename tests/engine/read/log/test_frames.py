import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.log.frames import frame_of
from tests.together import together


@together(
    "line, position, total, rest",
    [
        ("33%|███   | 4/12 [00:00<00:01, 5.2it/s, loss=1.2, lr=0.1]", 4, 12, "loss=1.2, lr=0.1"),
        ("50%|#  | 5/10 [00:01<00:01, loss=0.5, lr=0.1]", 5, 10, "loss=0.5, lr=0.1"),
        ("50%|#  | 5/10 [00:01<00:01, loss: 0.5]", 5, 10, "loss: 0.5"),
        ("50%|#  | 5/10 [00:01<00:01, ?it/s, loss=0.5]", 5, 10, "loss=0.5"),
        ("7it [00:03, loss=1.2]", 7, math.nan, "loss=1.2"),
        ("train:  40%|##  | 80/200 [00:31<00:46, 2.6it/s] nll 1.91", 80, 200, "nll 1.91"),
        ("12/24 [===>....] - ETA: 0s - loss: 0.5", 12, 24, "- ETA: 0s - loss: 0.5"),
        ("25/25 - 0s - 7ms/step - loss: 0.5", 25, 25, "0s - 7ms/step - loss: 0.5"),
        ("step 5/8 [====>...] - loss: 28.0", 5, 8, "- loss: 28.0"),
        ("Epoch 0/9 ━━━━━━╸━━ 9/25 0:00:00 • 0:00:01 82.1it/s loss: 0.5", 9, 25, "loss: 0.5"),
    ],
)
def test_frames_of_many_tools(line, position, total, rest):
    frame = frame_of(line)

    assert (frame.position, frame.total) == pytest.approx((position, total), nan_ok=True)
    assert rest in frame.rest
    assert "it/s" not in frame.rest


@pytest.mark.parametrize(
    "line",
    [
        "epoch 1 loss 0.5",
        "| epoch | loss |",
        "|---|---|",
        "[valid] loss 0.3",
        "100% done",
        "",
        "[Eval batch=1/40] Eval on eval data",
    ],
)
def test_other_lines_draw_no_bar(line):
    assert frame_of(line) is None


def test_the_epoch_in_front_is_told_and_the_head_has_no_digits():
    frame = frame_of("Epoch 3:  50%|█████     | 5/10 [00:00<00:00, 9.1it/s, loss=0.5]")

    assert (frame.epoch, frame.head) == (3.0, "Epoch #:")
    assert math.isnan(frame_of("50%|█ | 5/10 [00:00<00:00]").epoch)


def test_a_bar_without_a_total_has_none():
    frame = frame_of("12it [00:03, 4.0it/s, loss=1.2]")

    assert frame.position == 12
    assert math.isnan(frame.total)


def test_only_values_behind_a_dash_are_means():
    assert frame_of("12/24 [===>....] - loss: 0.5").is_mean
    assert not frame_of("33%|███   | 4/12 [00:00<00:01, loss=1.2]").is_mean


@given(st.text(alphabet="0123456789/%|[]=>. █━:-<its,loss", max_size=300))
def test_any_line_is_looked_at_without_an_error(line):
    frame = frame_of(line)

    assert frame is None or frame.position >= 0


def test_a_value_that_the_terminal_cut_is_left_out():
    frame = frame_of("Epoch 1:  20%|##| 5/25 [00:00<00:00, 68.7it/s, loss=1.460, acc=0.3")

    assert "loss=1.460" in frame.rest
    assert "acc" not in frame.rest


def test_the_last_value_of_a_whole_bar_stays():
    frame = frame_of("Epoch 1:  20%|##| 5/25 [00:00<00:00, 68.7it/s, loss=1.460, acc=0.3]")

    assert "acc=0.3" in frame.rest
