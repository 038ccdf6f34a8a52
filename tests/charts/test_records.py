import dataclasses

import pytest

from charts.records import ROLES, Curve, Labels, Level, Shade


def test_a_curve_is_drawn_as_training_unless_it_says_otherwise():
    assert Curve("loss", [0, 1], [2, 1]).role == "train"
    assert ROLES[0] == "train"


def test_labels_have_numbers_and_include_no_extra_value_by_default():
    labels = Labels()

    assert (labels.x, labels.y) == ("step", "loss")
    assert labels.ticks
    assert labels.y_holds == ()


@pytest.mark.parametrize(
    "record",
    [Curve("a", [], []), Labels(), Level(0.5, "chance"), Shade(0, 1, "here")],
)
def test_no_record_can_be_changed(record):
    name = dataclasses.fields(record)[0].name

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, name, "other")


def test_an_unknown_field_is_refused():
    with pytest.raises(TypeError):
        Labels(title="loss")
