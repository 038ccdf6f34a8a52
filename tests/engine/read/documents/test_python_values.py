import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents.printed_dict import printed_dict
from engine.read.documents.python_values import ParsedOnce, parse_printed
from tests.together import together


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[1, 2.5, nan]", 3),
        ("[0.1 0.2\n 0.3]", 3),
        ("OrderedDict([('a', 1.0), ('b', 2.0)])", 2),
        ("OrderedDict({'a': 1.0})", 1),
        ("array([1., 2., 3.], dtype=float32)", 3),
        ("(1, 2)", 2),
    ],
)
def test_printed_values(text, wanted):
    assert len(parse_printed(text)) == wanted


@together(
    "text",
    ["", "[", "]", "[1", "{'a': " * 1000, "[" * 1000, "'", "'\\" * 9999, "<" * 9999, "(((("],
)
def test_no_printed_value(text):
    assert parse_printed(text) is None


def test_long_numbers_are_read_in_linear_time():
    assert parse_printed(f"[{'1' * 100_000}]") == [math.inf]


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(-9, 9)
    | st.text("ab '\"", max_size=5)
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), PLAIN, min_size=1, max_size=4))
def test_what_python_prints_is_read_back(values):
    values = {key: "x" if isinstance(value, str) else value for key, value in values.items()}

    assert printed_dict(f"row {values!r} end") == values


@given(st.text(alphabet="{}[]()<>'\"=:, 1.anif\\-", max_size=60))
def test_any_text(text):
    printed_dict(text)
    parse_printed(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{'a' : 1, 'b':\n2}", {"a": 1, "b": 2}),
        ("{'a': nan , 'it\\'s': 1}", {"a": pytest.approx(math.nan, nan_ok=True), "it's": 1}),
        ("{'a': np.float32 (0.5), 'b': 2}", {"a": "np.float32", "b": 2}),
        ("'k': 1", "k"),
        ("[nan ]", [pytest.approx(math.nan, nan_ok=True)]),
        ("array(1.5, dtype='a': 2)", "array"),
    ],
)
def test_blanks_and_colons_around_keys(text, wanted):
    assert parse_printed(text) == wanted


@pytest.mark.parametrize("text", ["array:'k' : 1", "nan", "{'a': 'b': 1}"])
def test_keys_and_words_without_a_value(text):
    assert parse_printed(text) is None


def test_only_so_many_characters_are_remembered():
    parse = ParsedOnce(left=500)
    texts = [str([number] * 100) for number in range(3)]

    values = list(map(parse, texts))

    assert values == list(map(parse_printed, texts))
    assert list(parse.values) == texts[:1]
