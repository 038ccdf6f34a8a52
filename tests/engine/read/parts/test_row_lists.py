import json

import pytest

from engine.read.parts import row_lists
from engine.read.parts.row_lists import MAX_PLACES, MAX_WIDTH
from engine.read.parts.rows import MAX_NAMES
from tests.engine.read.short import read_file
from tests.memory import peak_of

SHORT = '{"step": 0, "loss": 2.0}\n' * 3  # by whose beginning the file is known for JSON lines


def lines(rows):
    return "".join(f"{json.dumps(row)}\n" for row in rows)


@pytest.mark.parametrize("rows", [400, 1_200])
def test_a_new_list_in_each_row_takes_memory_for_the_text_alone(monkeypatch, rows):
    monkeypatch.setattr(row_lists, "MAX_NAMES", 20)
    text = lines({"step": step, f"g{step}": [1] * 20} for step in range(rows))

    assert peak_of(lambda: read_file(text)) < 25 * len(text) + 500_000


@pytest.mark.parametrize("names", [50, 150])
def test_wide_lists_under_many_names_take_memory_for_the_text_alone(monkeypatch, names):
    monkeypatch.setattr(row_lists, "MAX_PLACES", 1_000)
    text = lines(
        {"step": step, **{f"g{name}": [1] * 100 for name in range(names)}} for step in (1, 2)
    )

    assert peak_of(lambda: read_file(SHORT + text)) < 25 * len(text) + 800_000


def test_lists_beyond_the_number_of_names_are_left_out_with_a_warning():
    case = read_file(
        lines({"step": step, f"g{step}": [1, 2]} for step in range(MAX_NAMES + 3)), "a.jsonl"
    )

    assert len(case.layers) == MAX_NAMES
    assert any(
        warning.startswith("a.jsonl: lists under 3 names were left out, the first under 'g1000'")
        for warning in case.warnings
    )


def test_lists_beyond_the_numbers_of_a_row_are_left_out_with_a_warning():
    fitting = MAX_PLACES // MAX_WIDTH
    row = {"step": 1, **{f"g{name}": [1] * MAX_WIDTH for name in range(fitting + 1)}, "last": [1]}
    case = read_file(SHORT + lines([row, row | {"step": 2}]), "a.jsonl")

    assert list(case.layers) == [f"g{name}" for name in range(fitting)]
    assert any("lists under 2 names were left out" in warning for warning in case.warnings)


def test_a_list_in_every_row_counts_once_and_gives_no_warning():
    case = read_file(
        lines({"step": step, "grad_norm_by_layer": [1, 2, 3]} for step in range(MAX_NAMES + 3))
    )

    assert [len(layer) for layer in case.layers["grad_norm_by_layer"]] == [MAX_NAMES + 3] * 3
    assert case.warnings == ()


def test_the_warning_about_broken_lines_stays():
    text = (
        lines({"step": step, f"g{step}": [1]} for step in range(MAX_NAMES + 1))
        + '{"step": 3, "lo\n'
    )

    warnings = read_file(text, "a.jsonl").warnings
    assert "a.jsonl: 1 lines open like JSON and are not (left out)" in warnings
    assert any("lists under 1 names" in warning for warning in warnings)


@pytest.mark.parametrize("document", ["[{rows}]", '{{"log_history": [{rows}]}}'])
def test_json_documents_name_their_file_in_the_warning(document):
    rows = ",".join(json.dumps({"step": step, f"g{step}": [1]}) for step in range(MAX_NAMES + 1))

    case = read_file(document.format(rows=rows), "state.json")

    assert any(warning.startswith("state.json: lists under 1 names") for warning in case.warnings)


def test_steps_beyond_64_bits_are_read_beside_lists():
    layers = read_file(lines({"step": step, "g": [1, 2]} for step in (2**64 + 1, 2**65))).layers[
        "g"
    ]

    assert layers[0].x.tolist() == [2.0**64, 2.0**65]
    assert layers[0].x_name == "step"
