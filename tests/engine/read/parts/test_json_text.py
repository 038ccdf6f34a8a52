import json
import math
from pathlib import Path

import pytest

from engine.read import ReadError
from engine.read.parts import json_text
from tests.engine.read.short import read_file, read_or_problems
from tests.together import together

READERS = Path(json_text.__file__).parent.parent


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


@together(
    "text",
    [
        '{"a": 1}',
        "{}",
        " [ {",
        "[]",
        '{\n  "a"',
        "[1, 2]",
        "[[1, 2.5]]",
        '["a", "b"]',
        "[-1e-5, 2]\n",
    ],
)
def test_text_opens_like_a_document(text):
    assert json_text.opens_like_document(text)


@together(
    "text",
    [
        "",
        "{a: 1}",
        "{'a': 1}",
        '"a"',
        "[1, 2",
        "[0] train-loss:1 [x]",
        "[12:01:05] a [b]",
        "[rank 1, 2]",
        "[[ -f a ]]b",
    ],
)
def test_other_text_does_not(text):
    assert not json_text.opens_like_document(text)


@pytest.mark.parametrize("text", ['{"a": 1}\n{"a": 2}', 'x\n{"a": 1}\n\nx\n'])
def test_text_opens_like_rows(text):
    assert json_text.opens_like_rows(text)


@together(
    "text",
    [
        "",
        "\n",
        '{"a": 1}',
        '{"a": {"b": 1}}',
        '{"a": [1, 2]}',
        "{}",
        "x\n" * 9 + '{"a": 1}',
        '{"a": 1',
    ],
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


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1", "[]", "1", '{"a": 9' + "9" * 5_000 + "}", "[" * 100_000],
)
def test_row_that_is_not_json_is_none(text):
    assert json_text.parse_row(text) is None


def test_row_holds_no_half_of_a_character():
    line = r'{"loss\ud800": "\udc00"}'

    assert json_text.parse_row(line) == {"loss\ufffd": "\ufffd"}


@pytest.mark.parametrize(
    "row",
    [
        r'{"loss\ud800": 1, "step": 2}',
        r'{"loss": 1, "g\ud800": [1, 2]}',
        r'{"loss": 1, "note": "an error of \ud800"}',
        r"{'loss': 1, 'x\ud800': 2}",
    ],
)
def test_halves_of_characters_in_rows_are_not_passed_on(row):
    case = read_file(f"{row}\n" * 3)

    names = [*case.series, *case.layers]
    "".join([*names, *case.log, *case.warnings]).encode()


@pytest.mark.parametrize("depth", [900, 1_000, 1_900])
@pytest.mark.parametrize(
    "row",
    ['{{"loss": 1, "g": {}}}', "{{'loss': 1, 'g': {}}}", "{{'loss': {}}}"],
)
def test_row_nested_too_deeply_is_no_failure(row, depth):
    lists = "[" * depth + "]" * depth

    case, problems = read_or_problems(log=f"{row.format(lists)}\n" * 3)

    assert case is not None or problems


def test_rows_of_many_lines_at_once():
    assert json_text.parse_rows(['{"a": 1}', '{"a": 2}']) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    "lines", [["x"], ['{"a": 1},{"b": 2}'], ["[1]"], ['{"a": 1', '"b": 2}'], ["[" * 99_999]]
)
def test_lines_that_are_no_rows(lines):
    assert json_text.parse_rows(lines) is None


def test_the_first_of_several_documents():
    assert json_text.parse_first('x{"a": 1} y', 1) == ({"a": 1}, 9)
    with pytest.raises(ValueError, match="Expecting"):
        json_text.parse_first("x")


def test_value_of_a_field():
    assert math.isnan(json_text.parse_value("NaN"))
    assert json_text.parse_value(b"[1]") == [1]
    assert json_text.parse_value('{"a": 1, "a": 2}') == {"a": 2}
    assert json_text.parse_value(rb'"\ud83d"') == "\ufffd"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"\xff"])
def test_broken_value_of_a_field(text):
    with pytest.raises(ValueError, match=r"Expecting|nested|decode"):
        json_text.parse_value(text)


def test_no_other_reader_parses_json():
    """A reader that called json.loads would pass on halves of characters and RecursionError."""
    others = [path for path in READERS.rglob("*.py") if path.name != "json_text.py"]
    parsers = [path.name for path in others if "json.load" in path.read_text()]

    assert others
    assert parsers == []
