import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents.broken_json import mended

ROWS = [{"step": step, "loss": 1.5} for step in range(4)]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ('{"a": 1}\n{"a": 2}', [{"a": 1}, {"a": 2}]),
        ('{\n "a": 1\n}\n{\n "a": 2\n}\n', [{"a": 1}, {"a": 2}]),
        ('[{"a": 1}]\n[{"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('{"a": [1, 2,], "b": 3,}', {"a": [1, 2], "b": 3}),
        ("{'a': 'x', 'b': None, 'c': True}", {"a": "x", "b": None, "c": True}),
        ("{'it': 'it\\'s \"so\"'}", {"it": 'it\'s "so"'}),
        ('{"a": inf, "b": -inf, "c": "nan"}', {"a": float("inf"), "b": float("-inf"), "c": "nan"}),
    ],
)
def test_documents_in_other_spellings_are_read_whole(text, document):
    assert mended(text)[:2] == (document, 0)


@pytest.mark.parametrize("spelling", ["nan", "NAN", "-nan", "NaN", "+nan"])
def test_every_spelling_of_nan(spelling):
    document, line, _ = mended(f'{{"loss": [1.0, {spelling}]}}')

    assert line == 0
    assert document["loss"][1] != document["loss"][1]


@pytest.mark.parametrize("cut", [1, 5, 12, 20, 30])
def test_a_document_that_is_cut_off_is_read_up_to_its_last_comma(cut):
    text = json.dumps({"log_history": ROWS, "x": 1})
    text = text[: text.index("]")][:-cut]

    document, line, _ = mended(text)

    history = document["log_history"]
    assert line == 1
    assert history[:-1] == ROWS[: len(history) - 1]
    assert len(history) >= 2


def test_the_line_of_the_fault_is_told():
    assert mended('[{"a": 1},\n{"a": 2},\n{"a": !}]')[:2] == ([{"a": 1}, {"a": 2}], 3)
    assert mended('[{"a": 1},\n{"a": 2},\n!]')[1] == 3


def test_commas_and_brackets_in_texts_are_no_places_to_cut():
    document, *_ = mended('{"a": 1, "b": "x, [{", "c": [1, 2')

    assert document == {"a": 1, "b": "x, [{", "c": [1]}


@pytest.mark.parametrize("text", ["", "!", "{", "[[[[", '{"a"', '{"a": "', "}" * 50])
def test_nothing_to_read(text):
    assert mended(text) is None


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, '"\\' * 100_000, "'" * 100_001, "," * 100_000]
)
def test_bottomless_and_endless_texts(text):
    assert mended(text) is None or mended(text).line


@given(st.text(alphabet="{}[]\",:\\'aN1. \n", max_size=60))
def test_any_text_is_read_or_not(text):
    mended(text)
