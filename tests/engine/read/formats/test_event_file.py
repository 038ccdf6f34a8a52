import math
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.event_file import read, sniff
from tests.engine.read.short import source_of
from tests.engine.read.stores.protobufs import double, event, field, record, scalar, version


def tensor(tag, value):
    return field(1, tag.encode()) + field(8, field(1, 1) + field(4, struct.pack("<f", value)))


def text(tag, words, plugin=b"text"):
    value = field(1, 7) + field(8, words.encode())
    metadata = field(1, field(1, plugin))
    return field(1, tag.encode()) + field(8, value) + field(9, metadata)


FILE = version() + b"".join(
    [
        event(5, scalar("Loss/train", 1.5)),
        event(10, scalar("Loss/train", math.nan)),
        event(5, tensor("epoch_val_loss", 2.5)),
        event(10, tensor("epoch_val_loss", 2.25)),
        event(10, field(1, b"a histogram") + field(5, b"")),
    ]
)


def curves(content):
    source = source_of(content, "events")
    assert sniff(source)
    return {curve.name: curve for curve in read(source).curves}


def test_scalars_of_both_kinds():
    found = curves(FILE)

    assert list(found) == ["Loss/train", "epoch_val_loss"]
    assert found["Loss/train"].x.tolist() == [5, 10]
    assert found["Loss/train"].x_name == "step"
    assert math.isnan(found["Loss/train"].y[1])
    assert found["epoch_val_loss"].y.tolist() == [2.5, 2.25]


@pytest.mark.parametrize(
    "first",
    [
        version(b"tensorboard.summary.writer.event_file_writer"),  # torch: 72 bytes and more
        version(b"w" * 4000),
        b"",  # CatBoost: no version at all
        record(double(1, 1.7e9) + field(3, b"brain.Event:2"))[:8] + b"\0\0\0\0" + version()[12:],
    ],
)
def test_first_records_of_every_writer(first):
    assert curves(first + event(1, scalar("loss", 0.5)))["loss"].y.tolist() == [0.5]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"step 1 loss 2.0\nstep 2 loss 1.5\n",
        bytes(100),
        record(field(1, b"features of an example") * 3),  # a data set in the same framing
        FILE[1:],
    ],
)
def test_other_content_is_no_event_file(content):
    assert not sniff(source_of(content))


def test_several_values_of_one_event_and_repeated_steps():
    found = curves(
        version()
        + event(1, scalar("loss", 3.0), scalar("acc", 0.5))
        + event(1, scalar("loss", 2.0))
        + event(2, scalar("loss", 1.0))
    )

    assert found["loss"].x.tolist() == [1, 1, 2]
    assert found["acc"].y.tolist() == [0.5]


def test_writer_without_steps_gives_positions():
    found = curves(version() + event(0, scalar("loss", 3.0)) + event(0, scalar("loss", 2.0)))

    assert (found["loss"].x_name, found["loss"].x.tolist()) == ("index", [0, 1])


def test_settings_in_texts_and_hyperparameters():
    session = field(1, field(1, b"lr") + field(2, double(2, 0.01)))
    plugin = field(1, b"hparams") + field(2, field(3, session))
    hyperparameters = field(1, b"_hparams_/session") + field(9, field(1, plugin))
    content = version() + event(0, hyperparameters, text("args/text_summary", '{"batch_size": 8}'))

    assert read(source_of(content)).config == {"lr": 0.01, "args": {"batch_size": 8}}


def test_samples_of_a_model_are_no_settings():
    samples = [event(step, text("sample", '{"lr": 1}')) for step in range(2)]
    story = event(0, text("story", "the loss was 0.5"))

    assert read(source_of(version() + b"".join(samples) + story)).config == {}


@pytest.mark.parametrize("cut", [1, 4, 20])
def test_last_record_that_is_cut_off_is_told(cut):
    reading = read(source_of(FILE[:-cut], "events"))

    assert reading.curves[0].y[0] == 1.5
    assert reading.warnings == ("events: the last record is cut off",)


def test_broken_record_among_others_is_left_out():
    reading = read(source_of(FILE + record(b"\x2a\x7f\x01"), "events"))

    assert len(reading.curves) == 2
    assert reading.warnings == ("events:7: the record is not an event (left out)",)


@pytest.mark.parametrize("message", [b"\x2a\x7f\x01", b"\xff" * 12, b"\x0f", b"\x2a"])
def test_file_of_broken_records_is_refused(message):
    with pytest.raises(ReadError) as caught:
        read(source_of(version() + record(message), "events"))
    assert tuple(caught.value.problems[0]) == ("events:2", "the record is not an event")


@given(st.binary(max_size=100), st.integers(0, len(FILE)))
def test_any_damage_is_read_or_refused(damage, place):
    content = FILE[:place] + damage + FILE[place + len(damage) :]
    source = source_of(content)
    with suppress(ReadError):
        if sniff(source):
            read(source)
