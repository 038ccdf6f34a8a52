import numpy as np

from engine.read.log.blocks import Block, column_of, rows_of, values_of
from engine.read.log.kinds import kinds_of
from engine.read.log.line_reader import LineReader
from tests.engine.read.log.names import resolver


def block_of(line, **columns):
    """Return a block of such lines; the columns are named by their places: _0, _1."""
    text = "\n".join([line] * 20)
    (kind,) = kinds_of(text, LineReader(resolver()).plan)
    numbers = {int(name[1:]): np.array(column) for name, column in columns.items()}
    return Block(5, kind.plan, numbers)


def test_height_is_the_number_of_lines():
    assert block_of("step 1 loss 2.0", _0=[1.0, 2.0], _1=[0.5, 0.4]).height == 2


def test_place_among_every_third_line():
    block = block_of("step 1 loss 2.0", _0=[1.0], _1=[0.5])

    assert block.at(3).before == 2
    assert block.at(1).before == 5


def test_values_are_multiplied_by_their_scale():
    block = block_of("step 1 loss 2.0 acc 50%", _0=[1.0], _1=[0.5], _2=[40.0])
    loss, accuracy = block.plan.metrics

    assert values_of(block, loss).tolist() == [0.5]
    assert values_of(block, accuracy).tolist() == [0.4]
    assert column_of(block, 2, 2.0).tolist() == [80.0]


def test_shares_of_totals():
    block = block_of("step 1 acc: 5/10", _0=[1.0, 2.0], _1=[5.0, 1.0], _2=[10.0, 0.0])
    (accuracy,) = block.plan.metrics

    assert values_of(block, accuracy).tolist()[0] == 0.5
    assert np.isnan(values_of(block, accuracy)[1])


def test_rows_are_the_lines_one_by_one():
    block = block_of("epoch 1 step 3 loss 2.0", _0=[1.0, 1.0], _1=[3.0, 4.0], _2=[0.5, 0.4])
    first, second = rows_of(block)

    assert first.counts == {"epoch": 1.0, "step": 3.0}
    assert [value for _, value in second.values] == [0.4]
    assert second.plan is block.plan
