import math

from engine.read.log.line_reader import LineReader
from engine.read.log.single_rows import add_row
from engine.read.log.state import LogState
from tests.engine.read.log.names import resolver


def state_after(*lines):
    reader = LineReader(resolver())
    state = LogState()
    for line in lines:
        add_row(state, reader.row(line), line)
    return state


def curves_of(*lines):
    curves = state_after(*lines).recorder.curves()
    return {(curve.name, curve.split): (curve.x_name, curve.x.tolist()) for curve in curves}


def test_steps_that_count_in_an_epoch_become_steps_of_the_run():
    curves = curves_of("Epoch: [0][5/10] loss 0.5", "Epoch: [1][5/10] loss 0.4")

    assert curves == {("loss", ""): ("step", [5.0, 15.0])}


def test_a_line_without_a_position_stands_at_the_step_before_it():
    curves = curves_of("step 10 loss 0.5", "eval_loss 0.6", "step 20 loss 0.4", "eval_loss 0.5")

    assert curves[("eval_loss", "val")] == ("step", [10.0, 20.0])


def test_of_a_pass_over_held_out_data_the_last_value_counts():
    curves = curves_of("Epoch: [1][1/2] val loss 9.0", "Epoch: [1][2/2] val loss 2.0")

    assert len(curves[("loss", "val")][1]) == 1


def test_a_line_of_a_position_only_gives_it_to_the_lines_below():
    state = state_after("step 10 loss 0.5", "epoch 3")

    assert state.recorder.epoch == 3
    assert math.isnan(state.step)


def test_the_rank_of_a_line_goes_before_that_of_its_prefix():
    row = LineReader(resolver()).row("rank 2 step 1 loss 0.5")
    state = LogState()

    assert add_row(state, row, rank="0")
    assert [curve.run for curve in state.recorder.curves()] == ["rank 2"]


def test_rows_without_a_known_value_add_nothing():
    row = LineReader(resolver()).row("epoch 3 my_thing=7")
    state = LogState()

    assert not add_row(state, row)
    assert list(state.recorder.curves()) == []
