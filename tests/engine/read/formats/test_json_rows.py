import json

import pytest

from engine.read.formats.json_rows import sniff
from tests.engine.read.short import read_file, source_of


def test_list_of_rows():
    case = read_file(json.dumps([{"step": 1, "loss": 2.0}, {"step": 2, "loss": 1.0}]))

    assert case.read_as[0].format == "json-rows"
    assert case.series["train_loss"].x.tolist() == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1, 2]",
        '{"a": [{}]}',
        '{"loss": 1}\n{"loss": 2}',
        '[{"name": "loss", "x": [1, 2], "y": [3, 2]}]',
    ],
)
def test_no_list_of_rows(text):
    assert not sniff(source_of(text))


def test_empty_list_has_no_curves():
    case = read_file("[]")

    assert (case.read_as[0].format, case.series) == ("json-rows", {})


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ('[{"loss": 2}, [2], {"loss": 1}]', "run.json: 1 entry is no object in a list of 3"),
        ('[{"loss": 2}, "x", null, {"loss": 1}]', "run.json: 2 entries are no object in a list"),
    ],
)
def test_entries_between_the_rows_are_left_out_with_a_warning(text, warning):
    case = read_file(text, "run.json")

    assert case.series["train_loss"].y.tolist() == [2, 1]
    assert case.warnings[0].startswith(warning)


def test_a_list_that_is_cut_off_is_read_as_far_as_it_goes():
    case = read_file('[{"loss": 2},\n{"loss": 1},\n{"lo', "run.json")

    assert case.read_as[0].format == "json-rows"
    assert case.series["train_loss"].y.tolist() == [2, 1]
    assert case.warnings == ("run.json:3: not JSON from here on: read up to this line",)
