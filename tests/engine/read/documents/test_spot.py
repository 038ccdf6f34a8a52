from engine.read.documents.points import points_of
from engine.read.documents.spot import Spot, axes_in, further_mappings, naming, runs_in, x_of
from engine.read.parts.axes import Place


def test_a_path_leaves_out_what_only_says_how_things_are_stored():
    spot = Spot().below("history").below("train")

    assert spot.name("loss") == "train/loss"
    assert spot.depth == 2


def test_the_split_of_a_key_a_path_or_a_text():
    assert Spot().with_split_of("valid_0").place.split == "val"
    assert Spot("test").with_split_of("rows").place.split == "test"
    assert Spot().with_split_of("rows").place.split == ""
    assert Spot().with_split_said_in({"context": {"subset": "train"}}).place.split == "train"
    assert Spot().with_split_said_in({"a": 1}).place == Place()


def test_a_run():
    assert Spot().in_run("sgd").place.run == "sgd"


def test_the_pointer_keeps_every_level_of_the_document():
    assert Spot().below("history").below("train").pointer_to("a/b") == "/history/train/a~1b"
    assert Spot().below("runs").in_run("sgd", "0").pointer_to("loss") == "/runs/0/loss"
    assert Spot().in_run("sgd").pointer == "/sgd"


def test_names_of_objects():
    assert naming({"tag": "loss", "host": "a"}) == "loss"
    assert naming({"name": 3}) == ""


def test_runs_have_the_same_curves_and_no_split():
    run = {"loss": [1], "acc": [1]}

    assert runs_in({"a": run, "b": run}) == {"a", "b"}
    assert runs_in({"train": run, "val": run}) == set()
    assert runs_in({"a": run, "b": {"loss": [1]}}) == set()
    assert runs_in({"config": run, "b": run}) == set()
    assert runs_in({"a": run}) == set()


def test_runs_hold_lists_under_the_same_keys_beside_other_values():
    run = {"loss": [1, 2], "acc": [3, 4], "lr": 0.1}

    assert runs_in({"a": run, "b": {**run, "lr": 0.2, "seed": 1}}) == {"a", "b"}
    assert not runs_in({"a": {"lr": 1}, "b": {"lr": 2}})
    assert not runs_in({"a": run, "b": {"loss": [1, 2]}})
    assert not runs_in({"a": run, "config": run})


def test_axes_beside_curves():
    axes = axes_in({"epoch": [1, 2], "step": {"0": 10, "1": 20}, "loss": [1, 2], "steps": 3})

    assert {name: axis.tolist() for name, axis in axes.items()} == {
        "epoch": [1, 2],
        "step": [10, 20],
    }


def test_x_is_the_own_one_then_an_axis_of_the_length_then_the_position():
    points = points_of([5.0, None, 6.0])
    axes = axes_in({"epoch": [1, 2, 3]})

    assert x_of(points, axes)[0].tolist() == [1, 3]
    assert x_of(points, {})[1] == "index"
    assert x_of(points, axes_in({"epoch": [1, 2]}))[0].tolist() == [0, 2]
    assert x_of(points_of([[7, 1.0], [8, 2.0]]), axes)[0].tolist() == [7, 8]


def test_a_mapping_of_many_values_counts_as_several():
    assert further_mappings({}) == 0
    assert further_mappings(dict.fromkeys(range(9))) == 0
    assert further_mappings(dict.fromkeys(range(100))) == 10
