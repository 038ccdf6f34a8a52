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
