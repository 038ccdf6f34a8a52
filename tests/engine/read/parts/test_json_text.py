import json

import pytest

from engine.read import ReadError
from engine.read.parts import json_text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r'"\ud83d\ude00"', "\U0001f600"),
        (r'"\ud83d"', "\ufffd"),
        (r'"\uDC00 end"', "\ufffd end"),
        (r'"\ude00\ud83d"', "\ufffd\ufffd"),
        (r'"\ud83d\ud83d\ude00"', "\ufffd\U0001f600"),
        (r'"a path: C:\\ud800\\runs"', r"a path: C:\ud800\runs"),
        (r'"\\\ud800"', "\\\ufffd"),
    ],
)
def test_halves_of_characters(text, read):
    assert json_text.parse(text) == read


def test_what_python_writes_is_read_back():
    text = json.dumps({"log": "half \ud800, whole \U0001f600, \\ud800"})
    assert json_text.parse(text) == {"log": "half \ufffd, whole \U0001f600, \\ud800"}


@pytest.mark.parametrize("text", [r'"\ud8"', r'"\ud800', '{"a": 1, "a": 2}'])
def test_what_is_broken_stays_broken(text):
    with pytest.raises(ReadError):
        json_text.parse(text, "a.json")


@pytest.mark.parametrize("text", ['{"a": 1}', "{}", " [ {", "[]", '{\n  "a"'])
def test_text_opens_like_a_document(text):
    assert json_text.opens_like_document(text) == (text != '{"a": 1}')


@pytest.mark.parametrize("text", ["", "{a: 1}", "[1, 2]", "{'a': 1}", '"a"'])
def test_other_text_does_not(text):
    assert not json_text.opens_like_document(text)


@pytest.mark.parametrize("text", ['{"a": 1}\n{"a": 2}', '{"a": 1}', 'x\n{"a": 1}\n\nx\n'])
def test_text_opens_like_rows(text):
    assert json_text.opens_like_rows(text)


@pytest.mark.parametrize(
    "text", ["", "\n", '{"a": {"b": 1}}', '{"a": [1, 2]}', "{}", "x\n" * 9 + '{"a": 1}', '{"a": 1']
)
def test_one_nested_object_or_few_rows_do_not(text):
    assert not json_text.opens_like_rows(text)


def test_row_of_a_line():
    assert json_text.parse_row(' {"a": NaN}')["a"] != 0


@pytest.mark.parametrize("line", ["", "[1]", "3", '{"a": ', "[" * 100_000])
def test_line_without_object_has_no_row(line):
    assert json_text.parse_row(line) is None


def test_repeated_key_is_named():
    with pytest.raises(ReadError, match="the key 'b' stands twice in one object"):
        json_text.parse('{"a": 1, "b": 2, "b": 3}', "a.json")
