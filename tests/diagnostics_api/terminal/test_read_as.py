from diagnostics_api.terminal.read_as import MOST_CURVES, reading_lines
from engine.run import CurveRead, ReadAs

LOSS = CurveRead("train_loss", "loss", 3, "train", False, "epoch")
SAID = CurveRead("val_loss", "val_loss", 1, "val", True, "step")


def text_of(*inputs):
    return "\n".join(reading_lines(inputs))


def read_as(*curves, **fields):
    series = {curve.name: curve.points for curve in curves}
    return ReadAs("a.log", "console", series, curves=curves, **fields)


def test_nothing_given_is_nothing_to_tell():
    assert text_of() == ""


def test_curves_are_told_with_points_split_and_values():
    assert text_of(read_as(LOSS, SAID)) == (
        "\nRead as\n"
        "  a.log: console prints (console)\n"
        "      loss -> train_loss: 3 points, split training (assumed), per epoch\n"
        "      val_loss: 1 point, split validation (said), per step"
    )


def test_runs_settings_and_what_was_left_out_are_told():
    text = text_of(
        read_as(LOSS, run="run 2", other_runs=("run 1",), settings=3, left_out=("a", "b"))
    )

    assert "    run diagnosed: run 2; others: run 1\n" in text
    assert "    settings found: 3\n" in text
    assert text.endswith("    left out: a, b")


def test_layers_are_told_by_their_values():
    layers = ReadAs("a.json", "json-body", {"grad_norm_by_layer": 12})

    assert "      grad_norm_by_layer: 12 values" in text_of(layers)


def test_what_to_send_is_told_where_no_curve_was_read():
    assert "No curve was read" in text_of(ReadAs("a.log", "plain-log", {}))
    assert "No curve was read" not in text_of(read_as(LOSS))


def test_of_many_curves_and_runs_the_first_are_told():
    curves = [CurveRead(f"m{n}", f"m{n}", 2, "", True, "step") for n in range(MOST_CURVES + 4)]
    runs = tuple(f"run {n}" for n in range(20))

    text = text_of(read_as(*curves, other_runs=runs, run="run 20"))

    assert "and 4 more curves" in text
    assert "and 8 more" in text
