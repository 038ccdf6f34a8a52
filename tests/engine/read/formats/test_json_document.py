import json
import math

import pytest

from engine.read.formats.json_document import sniff
from tests.engine.read.documents.shapes import curves, document, reading_of
from tests.engine.read.short import read_file, source_of

HISTORY = {"loss": [2.0, 1.0, 0.5], "val_loss": [2.0, 1.5, 1.6]}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(HISTORY),
        json.dumps([{"loss": 1.0}]),
        "[1.5, 1.25, 1.0]",
        '{"val_loss": 0.5}',
        "[]",
    ],
)
def test_documents_with_curves(text):
    assert sniff(source_of(text))


@pytest.mark.parametrize(
    "text", ["", '{"lr": 0.1}', "epoch 1 loss 2", "[12:01:05] loss [1.0]", "[1/2]"]
)
def test_other_texts(text):
    assert not sniff(source_of(text))


def test_curves_and_settings_of_a_case():
    case = read_file(json.dumps({"fit": HISTORY, "config": {"lr": 0.1, "batch_size": 8}}), "a.json")

    assert case.read_as[0].format == "json-document"
    assert case.series["val_loss"].y.tolist() == [2.0, 1.5, 1.6]
    assert case.config["learning_rate"] == 0.1
    assert case.warnings == ()


def test_a_document_in_the_spelling_of_python():
    reading = reading_of('{"loss": [2.0, nan, 0.5], "best": None,}')

    assert len(reading.curves[0]) == 3
    assert math.isnan(reading.curves[0].y[1])


def test_what_is_known_of_a_recorded_case_is_no_setting():
    assert document({"id": "x", "labels": ["y"], "history": HISTORY}).config == {}


def test_a_list_of_numbers_over_many_lines():
    assert curves(reading_of("[\n 1.5,\n 1.25,\n 1.0\n]", "loss.json")) == {
        "loss": [1.5, 1.25, 1.0]
    }
