import math

from engine.read.log.bars import Bars
from engine.read.log.frames import Frame

TOTAL = 4.0


def bars_of(frames, is_mean=False, head="Epoch #"):
    """Make bars of (epoch, position, values)."""
    bars = Bars()
    for epoch, position, values in frames:
        frame = Frame(head, epoch, position, TOTAL, "", is_mean)
        bars.add(frame, math.nan, [(name, "", value) for name, value in values.items()])
    return bars


def test_values_that_change_from_frame_to_frame_are_of_steps():
    frames = [(0, n, {"loss": 5.0 - n}) for n in (1, 2, 3, 4)]
    points = list(bars_of(frames).step_points())

    assert [(point.position, point.value) for point in points] == [(1, 4), (2, 3), (3, 2), (4, 1)]
    assert list(bars_of(frames).epoch_points()) == []


def test_a_frame_that_is_drawn_again_counts_once():
    frames = [(0, n, {"loss": value}) for n, value in ((1, 9.0), (1, 4.0), (2, 3.0), (3, 2.0))]

    assert [point.value for point in bars_of(frames).step_points()] == [4.0, 3.0, 2.0]


def test_what_stands_there_since_the_last_epoch_is_no_point():
    frames = [
        *[(0, n, {"loss": 5.0 - n}) for n in (1, 2, 3, 4)],
        (1, 0, {"loss": 1.0}),
        *[(1, n, {"loss": 1.0 - n / 10}) for n in (1, 2, 3, 4)],
    ]

    assert len(list(bars_of(frames).step_points())) == 8


def test_values_of_an_epoch_count_once_for_each_bar():
    frames = [(epoch, n, {"val_loss": 3.0 - epoch}) for epoch in (0, 1, 2) for n in (1, 2, 3, 4)]
    points = [point for point, _ in bars_of(frames).epoch_points()]

    assert [point.value for point in points] == [3.0, 2.0, 1.0]


def test_a_value_that_never_changes_counts_for_each_bar():
    frames = [(epoch, n, {"val_loss": 2.3}) for epoch in (0, 1, 2) for n in (1, 2, 3, 4)]

    assert len(list(bars_of(frames).epoch_points())) == 3


def test_names_say_their_grain():
    frames = [(0, n, {"loss_step": 1.0, "loss_epoch": n}) for n in (1, 2, 3, 4)]
    bars = bars_of(frames)

    assert {point.name for point in bars.step_points()} == {"loss_step"}
    assert {point.name for point, _ in bars.epoch_points()} == {"loss_epoch"}


def test_means_count_at_the_end_of_a_bar_and_an_unfinished_one_does_not():
    frames = [
        (0, 2, {"loss": 3.0}),
        (0, 4, {"loss": 2.0}),
        (1, 4, {"loss": 1.5}),
        (2, 1, {"loss": 9.0}),
    ]
    points = [point.value for point, _ in bars_of(frames, is_mean=True).epoch_points()]

    assert points == [2.0, 1.5]


def test_a_second_bar_under_one_header_is_an_evaluation():
    bars = Bars()
    for header in (1, 2):
        bars.header = header
        frame = Frame("", math.nan, TOTAL, TOTAL, "", True)
        bars.add(frame, float(header), [("loss", "", 1.0 / header)])
    bars.add(Frame("", math.nan, TOTAL, 3.0, "", True), 2.0, [("loss", "", 9.0)])
    evaluations = [is_evaluation for _, is_evaluation in bars.epoch_points()]

    assert evaluations == [False, False, True]


def test_bars_without_values_are_forgotten():
    assert bars_of([(0, 1, {}), (0, 2, {})]).sessions == {}
