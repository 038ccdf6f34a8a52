import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.wandb_run import read, sniff
from tests.engine.read.short import source_of
from tests.engine.read.stores.protobufs import field
from tests.engine.read.stores.test_block_log import written


def item(name, value, nested=False):
    names = name.split(".") if nested else [name]
    keys = b"".join(field(2 if nested else 1, part.encode()) for part in names)
    return field(1, keys + field(16, value.encode()))


def history(step=None, **values):
    items = b"".join(item(name.replace("__", "/"), value) for name, value in values.items())
    given_step = b"" if step is None else field(2, field(1, step))
    return field(2, items + given_step)


def run_of(*messages):
    return b":W&B" + written(messages)[4:]


def reading_of(*messages):
    source = source_of(run_of(*messages), "run.wandb")
    assert sniff(source)
    return read(source)


def test_history_on_its_steps():
    reading = reading_of(
        history(train__loss="1.5", _step="0", _runtime="3"),
        history(train__loss="NaN", _step="10"),
        history(step=20, train__loss='"Infinity"', val='{"acc": 0.5, "hist": {"_type": "x"}}'),
    )
    loss, accuracy = reading.curves

    assert (loss.name, loss.x.tolist(), loss.x_name) == ("train/loss", [0, 10, 20], "step")
    assert (loss.y[0], loss.y[2]) == (1.5, math.inf)
    assert math.isnan(loss.y[1])
    assert (accuracy.name, accuracy.y.tolist()) == ("val/acc", [0.5])


def test_settings_of_the_run_and_later_changes():
    first = item("lr", "0.1") + item("optimizer.name", '"adam"', nested=True) + item("_wandb", "{}")
    reading = reading_of(field(17, field(4, first)), field(5, item("lr", "0.01")))

    assert reading.config == {"lr": 0.01, "optimizer.name": "adam"}


def test_printed_lines_are_read_next():
    reading = reading_of(field(13, field(1, 1) + field(3, b"epoch 1")), field(4, field(3, b" l\n")))

    assert [(file.name, file.content) for file in reading.inner] == [("output.log", b"epoch 1 l\n")]


def test_summary_stands_in_for_a_history():
    with_history = reading_of(history(loss="1"), field(3, item("loss", "9")))
    without = reading_of(field(3, item("loss", "9") + item("_runtime", "3")))

    assert with_history.curves[0].y.tolist() == [1.0]
    assert [(curve.name, curve.y.tolist()) for curve in without.curves] == [("loss", [9.0])]


def test_broken_record_is_counted():
    reading = reading_of(history(loss="1"), b"\x12\x7f", history(loss="{"))

    assert reading.warnings == ("run.wandb: 2 broken records (left out)",)
    assert len(reading.curves[0]) == 1


@pytest.mark.parametrize("messages", [[], [b"\x12\x7f"]])
def test_run_without_a_whole_record_is_refused(messages):
    with pytest.raises(ReadError, match="no whole record"):
        reading_of(*messages)


@pytest.mark.parametrize("content", [b"", b"W&B sync", b":W& "])
def test_other_content_is_no_run(content):
    assert not sniff(source_of(content))


@given(st.binary(max_size=60), st.integers(7, 60))
def test_any_damage_is_read_or_refused(damage, place):
    content = run_of(history(loss="1"), history(loss="2"))
    with suppress(ReadError):
        read(source_of(content[:place] + damage + content[place + len(damage) :]))
