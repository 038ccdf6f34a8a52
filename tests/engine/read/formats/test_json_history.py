import json

from engine.read.formats.json_history import sniff
from tests.engine.read.short import read_file, source_of
from tests.together import together


def test_keras_history():
    case = read_file(json.dumps({"loss": [3, 2, 1.5], "val_loss": [3, 2.5, 2.6]}))

    assert case.read_as[0].format == "json-history"
    assert case.series["train_loss"].y.tolist() == [3, 2, 1.5]


@together(
    "document",
    [
        {},
        {"sizes": [64, 64]},
        {"flags": [True, False, True]},
        {"rows": [[1, 2], [3, 4], [5, 6]]},
        {"y": 3},
        {"pair": {"x": [1, 2], "y": 3}},
        [{"loss": 1}],
        {"val_loss": 0.5},
        {"train": {"loss": [3, 2, 1]}},
    ],
)
def test_no_history(document):
    assert not sniff(source_of(json.dumps(document)))


def test_curve_with_its_own_steps():
    case = read_file(json.dumps({"val_loss": {"x": [10, 20], "y": [2, 1]}, "lr": 0.1}))

    assert case.read_as[0].format == "json-history"
    assert case.series["val_loss"].x.tolist() == [10, 20]
    assert case.config == {"learning_rate": 0.1}


def test_word_among_the_points_is_left_out_with_its_place():
    case = read_file('{"loss": [1, "x", 2]}', "run.json")

    assert case.series["train_loss"].x.tolist() == [0, 2]
    assert case.series["train_loss"].y.tolist() == [1, 2]
    assert case.warnings == ("run.json#/loss/1: not a number: 'x' (left out)",)
