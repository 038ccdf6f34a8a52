import numpy as np
import pytest

from engine.read.log.block_rows import read_block
from engine.read.log.blocks import Block, rows_of
from engine.read.log.kinds import kinds_of
from engine.read.log.line_reader import LineReader
from engine.read.log.single_rows import add_row
from engine.read.log.state import LogState
from tests.engine.read.log.names import resolver

EPOCHS = [1.0, 1.0, 2.0, 2.0]
LOSSES = [0.5, 0.4, 0.3, 0.2]


def block_of(line, *columns):
    """Return a block of such lines, with one column for each number."""
    text = "\n".join([line] * 20)
    (kind,) = kinds_of(text, LineReader(resolver()).plan)
    return Block(0, kind.plan, {place: np.array(column) for place, column in enumerate(columns)})


def curves_of(state):
    return {
        (curve.name, curve.split, curve.run): (curve.x_name, curve.x.tolist(), curve.y.tolist())
        for curve in state.recorder.curves()
    }


def state_after(block, **held):
    state = LogState(**held)
    read_block(state, block)
    return state


def test_columns_are_the_points_of_a_curve():
    block = block_of("step 1 loss 2.0", [10.0, 20.0], [0.5, 0.4])

    assert curves_of(state_after(block)) == {
        ("loss", "", ""): ("step", [10.0, 20.0], [0.5, 0.4]),
    }


def test_steps_with_a_total_count_on_through_the_epochs():
    columns = EPOCHS, [5.0, 10.0, 5.0, 10.0], [10.0] * 4, LOSSES
    state = state_after(block_of("Epoch: [1][5/10] loss 2.0", *columns))

    assert curves_of(state) == {("loss", "", ""): ("step", [5.0, 10.0, 15.0, 20.0], LOSSES)}


def test_the_last_position_holds_for_the_lines_below():
    state = state_after(block_of("epoch 1 step 3 loss 2.0", EPOCHS, [1.0, 2.0, 3.0, 4.0], LOSSES))

    assert state.recorder.epoch == 2
    assert state.step == 4.0


def test_steps_that_go_back_open_another_run():
    state = state_after(block_of("step 1 loss 2.0", [1.0, 2.0, 1.0, 2.0], LOSSES))

    assert set(curves_of(state)) == {("loss", "", "run 1"), ("loss", "", "run 2")}


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("step 1 loss 2.0", ([1.0, 2.0, 3.0, 4.0], LOSSES)),
        ("epoch 1 step 3 loss 2.0", (EPOCHS, [1.0, 2.0, 3.0, 4.0], LOSSES)),
        ("epoch 1 val_loss 2.0", ([1.0, 2.0, 1.0, 2.0], LOSSES)),
        ("val [1/10] loss 2.0", ([1.0, 2.0, 1.0, 2.0], [10.0] * 4, LOSSES)),
        ("loss 2.0", (LOSSES,)),
    ],
)
@pytest.mark.parametrize("section", ["", "val"])
def test_a_block_says_what_its_lines_say_one_by_one(line, columns, section):
    block = block_of(line, *columns)
    single = LogState(section=section)
    for row in rows_of(block):
        add_row(single, row)

    assert curves_of(state_after(block, section=section)) == curves_of(single)


def test_lines_without_a_position_are_read_as_single_lines_are():
    block = block_of("LR=0.1 loss=2.0", [0.1] * 4, LOSSES)
    state = state_after(block, section="val", step=7.0)
    single = LogState(section="val", step=7.0)
    for row in rows_of(block):
        add_row(single, row)

    assert curves_of(state) == curves_of(single)
    assert state.held_out == single.held_out
    assert state.open_steps.keys() == single.open_steps.keys()
