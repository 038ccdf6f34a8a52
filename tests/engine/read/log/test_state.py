import math

import pytest

from engine.read.log.plan import MetricSlot, Plan
from engine.read.log.state import LogState, has_total, is_held_out, split_of_head

LOSS = MetricSlot(0, "loss", "")
VAL_LOSS = MetricSlot(0, "loss", "val")


def plan(group, *metrics):
    return Plan(metrics or (LOSS,), (), group, True)


def test_a_value_has_the_split_of_its_line_or_of_its_section():
    state = LogState()
    state.see_heading("Test results:")

    assert state.splits_of(plan("", LOSS, VAL_LOSS)) == ["test", "val"]


def test_a_summary_has_the_split_of_the_held_out_data_above_it():
    state = LogState()
    state.see_splits(["test"])

    assert state.splits_of(plan("* Acc")) == ["test"]
    assert state.splits_of(plan("Acc")) == [""]


def test_a_heading_of_training_ends_a_section():
    state = LogState(section="val")
    state.see_heading("Training:")

    assert state.section == ""


def test_a_later_epoch_ends_a_section_and_its_own_does_not():
    state = LogState()
    state.recorder.see_epoch(2)
    state.open_section("val")
    state.close_section_of(2.0)
    assert state.section == "val"

    state.close_section_of(3.0)
    assert state.section == ""


def test_the_next_step_of_lines_from_outside_ends_a_section():
    state = LogState()
    state.close_section("train", 10.0)
    state.open_section("val")
    state.close_section("eval", 11.0)
    state.close_section("train", 10.0)
    assert state.section == "val"

    state.close_section("train", 11.0)
    assert state.section == ""


def test_another_run_forgets_the_position():
    state = LogState(step=5.0)
    state.recorder.see_epoch(3)
    state.see_run("Fold 2")

    assert state.run_of("1") == "fold 2 rank 1"
    assert math.isnan(state.step)
    assert math.isnan(state.recorder.epoch)


def test_the_header_of_an_epoch_ends_the_section_for_good():
    state = LogState(section="val", step=5.0)
    state.see_header(4.0)

    assert (state.section, state.bars.header, state.recorder.epoch) == ("", 1, 4)


@pytest.mark.parametrize(
    ("splits", "expected"),
    [
        ({"val"}, True),
        ({"test", ""}, True),
        ({"train", "val"}, False),
        ({""}, False),
        (set(), False),
    ],
)
def test_lines_without_training_data_are_of_an_evaluation(splits, expected):
    assert is_held_out(splits) is expected


def test_the_counts_of_a_line_say_whether_its_steps_have_a_total():
    assert has_total({"step", "steps"})
    assert has_total({"indices"})
    assert not has_total({"epoch", "epochs", "step"})


@pytest.mark.parametrize(
    ("head", "split"),
    [("Validation: ", "val"), ("train ", "train"), ("train and val", ""), ("Epoch 3", "")],
)
def test_a_head_names_one_split(head, split):
    assert split_of_head(head) == split
