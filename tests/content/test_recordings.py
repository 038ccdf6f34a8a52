"""Recordings are read with the engine's reader; what shows nothing is a fault."""

import math

import pytest
from django.conf import settings

from content.recordings import read_recording, recording_fault
from tests.together import together

RECORDINGS = sorted((settings.FIXTURES_DIR / "specimens").glob("*/*.jsonl"))
LINE = '{"epoch": 1, "train_loss": 0.5}\n'


@together("path", RECORDINGS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_recording_of_the_content_is_good(path):
    assert recording_fault(path.read_text()) == ""


@pytest.mark.parametrize(
    "name", ["half_size_accuracy", "task_a_accuracy", "val_loss", "val_batch_share"]
)
def test_names_of_a_recording_stand_for_themselves(name):
    text = "".join(f'{{"epoch": {n}, "train_loss": 1.5, "{name}": 0.{n}}}\n' for n in (1, 2, 3))

    assert read_recording(text).series.keys() == {"train_loss", name}


def test_numbers_of_classes_and_layers_keep_their_names():
    row = '"per_class_recall": [0.9, 0.1], "grad_norm_by_layer": [1.5, 0.5]'
    case = read_recording(f'{{"epoch": 1, {row}}}\n{{"epoch": 2, {row}}}\n')

    assert case.classes.keys() == {"per_class_recall"}
    assert case.layers.keys() == {"grad_norm_by_layer"}


def test_settings_and_blank_lines_are_no_points():
    text = '{"config": {"lr": 1}}\n\n{"epoch": 1, "train_loss": NaN}\n'

    loss = read_recording(text).series["train_loss"]

    assert list(loss.x) == [1]
    assert math.isnan(loss.y[0])


def test_a_printed_message_is_no_point():
    text = f"torch.OutOfMemoryError: CUDA out of memory.\n{LINE}"

    case = read_recording(text)

    assert list(case.series) == ["train_loss"]
    assert len(case.series["train_loss"]) == 1


def test_an_empty_recording_is_an_empty_case():
    assert read_recording("").series == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is broken off"),
        (LINE + '{"epoch": 1, "train_loss": ', "is broken off"),
        ("\n", "must be JSON lines"),
        ("Epoch 1: the loss is 0.5\n", "must be JSON lines"),
        ("epoch,train_loss\n1,0.5\n2,0.4\n", "must be JSON lines"),
        ('{"config": {"lr": 1}}\n{"note": "all is well"}\n', "has no curve"),
    ],
)
def test_a_recording_that_shows_nothing_is_a_fault(text, fault):
    assert fault in recording_fault(text)


def test_a_packed_recording_is_a_fault_and_no_crash():
    assert "cannot be read" in recording_fault("PK\x03\x04\n")
