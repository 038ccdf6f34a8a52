import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.lines.tokens import leads_of, percents_of, split_at_numbers
from engine.read.parts.limits import MAX_LINE
from tests.engine.read.tables import read


def series(text):
    return {name: curve.y.tolist() for name, curve in read(log=text).series.items()}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12.", [12.0]),
        ("12..5", [12.0]),
        ("+.5e-3", [0.0005]),
        ("1e5", [1e5]),
        ("1.5.3", []),
        ("99x", []),
        ("1e+", []),
    ],
)
def test_a_number_is_read_whole_or_not_at_all(text, numbers):
    read_numbers = series(f"epoch 1 loss {text}\nepoch 2 loss {text}").get("train_loss", [])

    assert read_numbers == numbers * 2


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("loss 0.5", ["0.5"]),
        ("loss=-.5e-3, acc=97%", ["-.5e-3", "97"]),
        ("loss nan inf -Infinity", ["nan", "inf", "-Infinity"]),
        ("[3/10] +1 .5 2.", ["3", "10", "+1", ".5", "2."]),
        ("v2 of x1.5 and 1.2.3", []),
        ("nano info infinite", []),
    ],
)
def test_numbers_of_a_line(line, numbers):
    tokens = split_at_numbers(line)

    assert (tokens[1] if tokens else []) == numbers


def test_line_without_numbers_has_no_tokens():
    assert split_at_numbers("") is None
    assert split_at_numbers("no number here") is None


def test_line_beyond_the_longest_has_no_tokens():
    assert split_at_numbers("1 " * (MAX_LINE // 2)) is not None
    assert split_at_numbers("1 " * MAX_LINE) is None


def test_lines_that_differ_in_numbers_have_one_shape():
    first, _ = split_at_numbers("epoch 3 | acc 97 % of all")
    second, _ = split_at_numbers("epoch 44 | acc nan % of all")

    assert first == second
    assert leads_of(first) == ["epoch ", " | acc "]
    assert percents_of(first) == [False, True]


def test_lines_with_other_words_have_other_shapes():
    assert split_at_numbers("epoch 3")[0] != split_at_numbers("step 3")[0]


@given(st.lists(st.floats() | st.integers(), min_size=1, max_size=8))
def test_printed_numbers_come_back(values):
    line = " | ".join(f"a {value}" for value in values)

    _, numbers = split_at_numbers(line)

    assert [repr(float(number)) for number in numbers] == [repr(float(value)) for value in values]


@given(st.text(max_size=100))
def test_any_number_found_is_a_float(line):
    tokens = split_at_numbers(line)

    for number in tokens[1] if tokens else ():
        float(number)
