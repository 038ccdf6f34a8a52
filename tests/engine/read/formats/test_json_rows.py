import json

import pytest

from engine.read import ReadError
from engine.read.formats.json_rows import sniff
from tests.engine.read.tables import read_file, source_of


def test_list_of_rows():
    case = read_file(json.dumps([{"step": 1, "loss": 2.0}, {"step": 2, "loss": 1.0}]))
    assert case.read_as[0].format == "json-rows"
    assert case.series["train_loss"].x.tolist() == [1, 2]


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"a": [{}]}', '{"loss": 1}\n{"loss": 2}'])
def test_no_list_of_rows(text):
    assert not sniff(source_of(text))


def test_empty_list_has_no_curves():
    case = read_file("[]")

    assert (case.read_as[0].format, case.series) == ("json-rows", {})


def test_list_with_anything_but_objects_is_refused():
    with pytest.raises(ReadError, match="a JSON list must hold objects"):
        read_file('[{"loss": 1}, [2]]', "run.json")
