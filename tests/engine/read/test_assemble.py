import math

import numpy as np
import pytest

from engine.read.assemble import Joined, with_promoted_steps, without_untrained_nan
from engine.read.inputs import Curve, NamedReading, Reading
from engine.read.metric_names.resolve import Resolver, with_own_names
from engine.run import CurveRead, Series
from tests.engine.content import real_knowledge


def curve(name, y, x=None, x_name="step", **place):
    x = np.arange(1, len(y) + 1) if x is None else x
    return Curve(name, np.array(x, dtype=float), np.array(y, dtype=float), x_name, **place)


def series(name, y, x=None):
    read = curve(name, y, x)
    return Series(name, read.x, read.y, read.x_name)


def reading(*curves, **parts):
    return Reading(curves=curves, **parts)


def joined(*readings, names=("a.csv", "b.csv")):
    """Return the joined curves, and what each reading was taken for."""
    result = Joined(Resolver(with_own_names(real_knowledge().metric_names)))
    taken = [
        result.add(NamedReading(name, "csv", each))
        for name, each in zip(names, readings, strict=False)
    ]
    return result, taken


def test_curves_get_canonical_names_and_counts():
    result, (taken,) = joined(reading(curve("train/Loss", [2, 1])))

    assert result.series["train_loss"].name == "train_loss"
    assert (taken.name, taken.format, taken.series) == ("a.csv", "csv", {"train_loss": 2})
    assert result.all_warnings([]) == ()


def test_each_curve_says_what_it_was_taken_for():
    _, (taken,) = joined(
        reading(
            curve("Loss", [2, 1], x_name="epoch"),
            curve("acc", [0.5, 0.75, 0.8], split="val"),
        )
    )

    assert taken.curves == (
        CurveRead("train_loss", "Loss", 2, "train", is_split_said=False, grain="epoch"),
        CurveRead("val_accuracy", "acc", 3, "val", is_split_said=True, grain="step"),
    )


def test_the_name_of_the_file_says_the_split_where_nothing_else_does():
    _, taken = joined(
        reading(curve("loss", [2, 1])),
        reading(curve("loss", [3, 2.5])),
        names=("learn_error.tsv", "validation/events"),
    )

    assert [each.curves[0].name for each in taken] == ["train_loss", "val_loss"]
    assert all(each.curves[0].is_split_said for each in taken)


def test_settings_of_an_input_are_counted():
    _, taken = joined(reading(config={"lr": 0.1, "epochs": 3}), reading(curve("loss", [1])))

    assert [each.settings for each in taken] == [2, 0]


def test_the_last_complete_run_is_taken_and_the_others_are_listed():
    runs = [
        curve("loss", [3, 2, 1], run="fold 1"),
        curve("loss", [4, 3, 2], run="fold 2"),
        curve("loss", [5], run="fold 3"),
    ]
    result, (taken,) = joined(reading(*runs))

    assert (taken.run, taken.other_runs) == ("fold 2", ("fold 1", "fold 3"))
    assert result.series["train_loss"].y.tolist() == [4, 3, 2]
    assert result.warnings == ["a.csv holds 3 runs: fold 2 is diagnosed; left out: fold 1, fold 3"]


def test_an_input_of_one_run_lists_no_others():
    _, (taken,) = joined(reading(curve("loss", [3, 2, 1], run="seed 7")))

    assert (taken.run, taken.other_runs) == ("seed 7", ())


def test_a_second_curve_of_one_name_in_an_input_is_left_out():
    result, (taken,) = joined(
        reading(curve("val_loss", [2, 1, 0.5], group="a"), curve("eval/loss", [9], group="b"))
    )

    assert result.series["val_loss"].y.tolist() == [2, 1, 0.5]
    assert taken.left_out == ("eval/loss",)
    assert taken.series == {"val_loss": 3}


def test_the_longer_one_of_two_inputs_with_the_same_values_stays():
    result, taken = joined(
        reading(curve("loss", [2, 1])), reading(curve("train_loss", [2, 1, 0.5]))
    )

    assert result.series["train_loss"].y.tolist() == [2, 1, 0.5]
    assert [each.series for each in taken] == [{"train_loss": 2}, {"train_loss": 3}]
    assert result.warnings == ["b.csv repeats curves of a.csv: train_loss"]


def test_the_first_of_two_inputs_with_other_values_stays():
    result, _ = joined(
        reading(curve("loss", [2, 1, 0.5])), reading(curve("train_loss", [9, 8, 7, 6]))
    )

    assert result.series["train_loss"].y.tolist() == [2, 1, 0.5]
    assert result.warnings == [
        "b.csv shows other values than a.csv under train_loss: "
        "two runs, or two ways of measuring; the first is diagnosed"
    ]


def test_a_summary_of_one_value_gives_way_to_a_curve():
    result, _ = joined(reading(curve("loss", [0.25])), reading(curve("loss", [2, 1, 0.5])))

    assert result.series["train_loss"].y.tolist() == [2, 1, 0.5]


def test_axes_clocks_and_empty_curves_are_no_series():
    result, (taken,) = joined(
        reading(curve("Epoch", [1, 2]), curve("val_loss", []), curve("eta", [3, 2]))
    )

    assert result.series == {}
    assert taken.curves == ()


def test_layers_and_classes_count_all_their_numbers():
    layers = {"grad_norm_by_layer": (series("0", [1, 2]), series("1", [3, 4]))}
    result, (taken,) = joined(
        reading(layers=layers, classes={"per_class_recall": np.zeros((3, 2))})
    )

    assert taken.series == {"grad_norm_by_layer": 4, "per_class_recall": 6}
    assert set(result.layers) == {"grad_norm_by_layer"}
    assert set(result.classes) == {"per_class_recall"}


@pytest.mark.parametrize(
    ("y", "share"),
    [
        ([10, 55], [0.1, 0.55]),
        ([1.2, 0.9], [1.2, 0.9]),
        ([0.5, 0.9, 550], [0.5, 0.9]),
        ([10, 550], []),
        ([-5, 50], []),
    ],
)
def test_scores_up_to_a_hundred_are_percent_and_others_are_none(y, share):
    result, _ = joined(reading(curve("val_accuracy", y)))

    assert result.series["val_accuracy"].y.tolist() == share


def test_loss_of_fifty_is_not_percent():
    result, _ = joined(reading(curve("val_loss", [50, 40])))

    assert result.series["val_loss"].y.tolist() == [50, 40]


def test_steps_that_go_back_are_named():
    result, _ = joined(reading(curve("loss", [3, 2, 2.5], x=[10, 20, 15])))

    assert result.warnings == [
        "train_loss goes back from step 20 to 15: the run was resumed, or two runs share a log"
    ]


def test_positions_never_go_back():
    result, _ = joined(reading(curve("loss", [3, 2, 2.5], x=[2, 1, 0], x_name="index")))

    assert result.warnings == []


def test_warnings_of_a_reading_are_told_once():
    result, _ = joined(reading(warnings=("cut off", "cut off")), reading(warnings=("cut off",)))

    assert result.all_warnings([]) == ("cut off",)


def test_unknown_names_are_listed_with_their_number():
    names = [f"odd{number}q" for number in range(14)]
    result, _ = joined(reading(*(curve(name, [1]) for name in names)))

    listed = ", ".join(names[:12])
    assert result.all_warnings(["my_odd"]) == (
        f"unknown metric names: {listed} and 2 more",
        "unknown setting name: my_odd",
    )


def test_nan_before_training_is_dropped_only_if_all_is_finite_behind():
    early = series("loss", [math.nan, 2, 1], x=[0, 5, 10])
    diverged = series("loss", [math.nan, 2, math.nan], x=[0, 5, 10])

    assert without_untrained_nan(early).x.tolist() == [5, 10]
    assert without_untrained_nan(diverged) is diverged


def test_training_loss_per_step_stands_in():
    per_step = series("train_loss_step", [2, 1])

    assert with_promoted_steps({"train_loss_step": per_step})["train_loss"].name == "train_loss"
    assert with_promoted_steps({"val_loss": per_step}).keys() == {"val_loss"}
    own = series("train_loss", [5])
    both = with_promoted_steps({"train_loss_step": per_step, "train_loss": own})
    assert both["train_loss"] is own


def test_curves_of_one_name_that_were_not_compared_are_named_in_a_warning():
    curves = [curve("val_loss", [2, 1, 3], [1, 2, 3], group=str(number)) for number in range(20)]
    few, _ = joined(reading(*curves[:16]))
    many, _ = joined(reading(*curves))

    assert not any("not looked for" in warning for warning in few.all_warnings(()))
    assert (
        "a.csv: parts of 4 further curves of one name were not looked for (left out)"
        in many.all_warnings(())
    )
