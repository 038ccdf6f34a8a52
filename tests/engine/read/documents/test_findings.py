from engine.read.documents.findings import Findings
from engine.read.documents.points import points_of
from engine.read.documents.spot import Spot
from engine.read.parts.axes import Place


def test_nothing_is_found_at_first():
    assert not Findings(None, "a.json")


def test_a_curve_at_its_spot():
    found = Findings(None, "a.json")
    found.add_curve("loss", points_of([1.0, 2.0]), Spot("b", Place("val", "", "r")), {})

    (curve,) = found.reading().curves
    assert (curve.name, curve.split, curve.run, curve.group) == ("loss", "val", "r", "a.json#b")
    assert found


def test_scores_are_points_of_an_evaluation():
    found = Findings(None, "a")
    found.add_scores({"loss": 0.5}, Spot("val", position=(("step", 7),)))

    (curve,) = found.curves
    assert (curve.name, curve.grain, curve.x.tolist()) == ("val/loss", "evaluation", [7])


def test_rows_of_one_value_have_the_name_of_their_list():
    found = Findings(None, "a")
    found.add_rows([{"step": 1, "value": 2.0}], Spot(), "acc")

    assert [curve.name for curve in found.curves] == ["acc"]


def test_layers_classes_folds_and_matrices():
    found = Findings(None, "a")

    assert found.add_layers("g", {"0": [1.0, 2.0]}, {})
    assert not found.add_layers("h", {"0": ["x"]}, {})
    assert found.add_classes("c", [[1.0, 0.5]])
    assert not found.add_classes("d", [[1.0], [1.0, 2.0]])
    assert found.add_folds("loss", [[1.0, 2.0, 3.0]], Spot(), {})
    assert not found.add_folds("loss", [[1.0], ["x"]], Spot(), {})
    found.add_confusion([[1, 1], [0, 2]])
    found.add_confusion("x")
    assert set(found.layers) == {"g"}
    assert set(found.classes) == {
        "c",
        "per_class_recall",
        "per_class_precision",
        "per_class_count",
    }


def test_texts_are_numbered():
    found = Findings(None, "a")
    found.add_text("x")
    found.add_text("\udc80")

    assert [inner.name for inner in found.inner] == ["text-1.log", "text-2.log"]
