from charts.axes import axes, headings
from charts.frame import WIDTH, frame_of
from charts.presets import Preset
from charts.records import Curve, Labels, Shade


def drawn(labels=None, shade=None):
    curve = Curve("loss", [0, 10], [0.0, 2.0])
    shape = Preset("", (curve,), labels or Labels(), shade=shade)
    return frame_of(shape, 40.0, None), shape


def test_an_axis_with_ticks_has_a_grid_and_numbers():
    frame, shape = drawn()
    svg = "".join(axes(frame, shape.labels))

    assert svg.count('class="grid"') == len(frame.y.ticks())
    assert svg.count("<text") == len(frame.y.ticks()) + len(frame.x.ticks()) + 1


def test_an_axis_without_ticks_has_only_its_name():
    frame, shape = drawn(Labels("training time", ticks=False))
    svg = "".join(axes(frame, shape.labels))

    assert 'class="grid"' not in svg
    assert svg.count("<text") == 1
    assert "training time" in svg


def test_the_label_of_a_shade_starts_behind_the_name_of_the_axis():
    frame, shape = drawn(shade=Shade(0, 1, "the jump"))

    assert len(headings(frame, shape)) == 2


def test_a_label_that_is_too_long_is_cut_at_the_edge():
    frame, shape = drawn(shade=Shade(9, 10, "w" * WIDTH))
    label = headings(frame, shape)[1]

    assert "…" in label
    assert "w" * WIDTH not in label


def test_a_shade_without_a_label_has_no_heading():
    frame, shape = drawn(shade=Shade(0, 1, ""))

    assert len(headings(frame, shape)) == 1
