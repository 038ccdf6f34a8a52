import io
import math
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.numpy_arrays import read, sniff
from tests.engine.read.short import source_of
from tests.engine.read.stores.test_arrays import saved
from tests.engine.read.stores.test_members import zipped


def packed(**arrays):
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


def reading_of(content, name="history.npz"):
    source = source_of(content, name)
    assert sniff(source)
    return read(source)


def test_arrays_are_curves_under_their_names():
    reading = reading_of(packed(train_loss=[3.0, math.nan], val_acc=np.array([1, 2], dtype="i1")))

    loss, accuracy = reading.curves
    assert (loss.name, loss.x.tolist(), loss.x_name) == ("train_loss", [0, 1], "index")
    assert math.isnan(loss.y[1])
    assert (accuracy.name, accuracy.y.tolist()) == ("val_acc", [1.0, 2.0])


@pytest.mark.parametrize(
    ("axis", "x_name"), [("epochs", "epoch"), ("timesteps", "step"), ("train_iter", "step")]
)
def test_array_that_counts_is_the_axis(axis, x_name):
    reading = reading_of(packed(**{axis: [10, 20], "loss": [3.0, 2.0], "other": [1.0]}))

    loss, other = reading.curves
    assert (loss.x.tolist(), loss.x_name) == ([10, 20], x_name)
    assert other.x_name == "index"


def test_array_that_does_not_rise_is_no_axis():
    assert len(reading_of(packed(epoch=[1, 1], loss=[3.0, 2.0])).curves) == 2


def test_episodes_on_the_axis_are_averaged():
    (results,) = reading_of(packed(timesteps=[10, 20], results=[[1, 3], [5, 7]])).curves

    assert (results.y.tolist(), results.grain) == ([2.0, 6.0], "evaluation")


def test_one_array_is_named_by_its_file():
    assert reading_of(saved(np.array([2.0, 1.0])), "run/loss.npy").curves[0].name == "loss"


def test_number_alone_is_a_point_and_a_table_is_left_out():
    reading = reading_of(packed(best=np.array(0.5), table=np.ones((3, 4))))

    assert reading.curves[0].y.tolist() == [0.5]
    assert reading.warnings == ("history.npz: no curves (left out): table",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (packed(weight=np.ones((3, 3, 3, 3)), bias=np.ones(3)), "holds no curve: weight, bias"),
        (packed(names=np.array(["a"])), "holds no curve"),
        (packed(history=np.array([{}], dtype=object)), "holds a pickle, which is never loaded"),
        (saved(np.ones(9))[:-1], "is broken"),
    ],
)
def test_arrays_that_are_refused(content, reason):
    with pytest.raises(ReadError, match=reason):
        reading_of(content)


@pytest.mark.parametrize("content", [b"", b"\x93NUM", zipped(a_log=b"x"), zipped(), b"PK\x03\x04a"])
def test_other_content_is_no_array(content):
    assert not sniff(source_of(content))


WHOLE = packed(loss=[3.0, 2.0], epoch=[1, 2])


@given(st.binary(min_size=1, max_size=60), st.integers(0, len(WHOLE)))
def test_any_damage_is_read_or_refused(damage, place):
    source = source_of(WHOLE[:place] + damage + WHOLE[place + len(damage) :])
    with suppress(ReadError):
        if sniff(source):
            read(source)
