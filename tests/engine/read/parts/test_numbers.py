import math
import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.parts.numbers import (
    clamped_float,
    is_missing,
    is_plain_number,
    number_from_json,
    number_from_text,
    quoted,
    recorded,
)
from tests.together import together


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1.0),
        (" -1.5e-3 ", -0.0015),
        (".5", 0.5),
        ("2.", 2.0),
        ("1e400", math.inf),
        ("Infinity", math.inf),
        ("-INF", -math.inf),
    ],
)
def test_spellings_of_a_number(text, number):
    assert number_from_text(text) == number


@pytest.mark.parametrize("text", ["NaN", "-nan(ind)", "1.#QNAN", "+nan"])
def test_spellings_of_nan(text):
    assert math.isnan(number_from_text(text))


@together("text", ["", "1_000", "\u0663", "0x10", "1e", "--1", "1 2", "one", "5%"])
def test_no_number(text):
    assert number_from_text(text) is None


@pytest.mark.parametrize("text", ["", " - ", "N/A", "None", "undefined"])
def test_missing_cells(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "nan", "no", "---"])
def test_cells_with_content_are_not_missing(text):
    assert not is_missing(text)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a", "'a'"),
        ("x" * 41, repr("x" * 40 + "...")),
        (True, "true"),
        ([1], "a list"),
        ({}, "an object"),
        (None, "NoneType"),
    ],
)
def test_values_in_messages(value, words):
    assert quoted(value) == words


def test_json_values_as_numbers():
    assert number_from_json(3) == 3.0
    assert number_from_json("0.5") == 0.5
    assert number_from_json(None) is None


@pytest.mark.parametrize("value", [True, "x", [], {}, 10**400])
def test_json_values_that_are_no_numbers_are_refused(value):
    with pytest.raises(ValueError, match="number"):
        number_from_json(value)


def test_recorded_values_have_their_positions():
    numbers, positions = recorded([None, 1, "2", None, "nan"], "/loss")

    assert numbers.tolist()[:2] == [1.0, 2.0]
    assert math.isnan(numbers[2])
    assert positions.tolist() == [1, 2, 4]


def test_nothing_recorded_is_empty():
    numbers, positions = recorded([], "/loss")

    assert (numbers.tolist(), positions.tolist()) == ([], [])


def test_each_value_that_is_no_number_is_named():
    with pytest.raises(ReadError) as caught:
        recorded([1.0, "x", True, None], "/loss")

    assert [problem.pointer for problem in caught.value.problems] == ["/loss/1", "/loss/2"]


@pytest.mark.parametrize("flag", [True, False])
def test_a_flag_among_numbers_is_named(flag):
    with pytest.raises(ReadError) as caught:
        recorded([0.0, 1.0, flag, 1, 0], "/loss")

    assert [problem.pointer for problem in caught.value.problems] == ["/loss/2"]


def test_a_whole_number_beyond_floating_point_is_named():
    with pytest.raises(ReadError, match="/loss/1"):
        recorded([0.5, 10**400], "/loss")


def test_first_twenty_problems_are_named():
    with pytest.raises(ReadError) as caught:
        recorded(["x"] * 100, "/loss")

    assert len(caught.value.problems) == 20


def test_whole_numbers_beyond_floating_point_become_infinite():
    assert clamped_float(10**400) == math.inf
    assert clamped_float(-(10**400)) == -math.inf
    assert clamped_float(3) == 3.0


@given(st.floats())
def test_printed_floats_come_back(value):
    assert repr(number_from_text(repr(value))) == repr(value)


@given(st.lists(st.floats() | st.none() | st.integers(-(2**60), 2**60), max_size=30))
def test_recorded_agrees_with_one_by_one(values):
    numbers, positions = recorded(values, "")

    kept = [(place, float(value)) for place, value in enumerate(values) if value is not None]
    assert positions.tolist() == [place for place, _ in kept]
    np.testing.assert_array_equal(numbers, [value for _, value in kept])


def test_lists_of_one_length_share_their_places_while_one_is_kept():
    _, first = recorded([1.5, 2.5, 3.5], "")
    _, second = recorded([9, 8, 7], "")

    assert second is first
    assert first.tolist() == [0, 1, 2]
    assert not first.flags.writeable
    known = weakref.ref(first)
    del first, second
    assert known() is None


@pytest.mark.parametrize("text", ["3", "-0.5", "1e-08", "+.5", "2."])
def test_digits_with_a_sign_a_point_and_an_exponent_are_plain(text):
    assert is_plain_number(text)


@pytest.mark.parametrize("text", ["", "nan", " 3", "1_000", "3%", "\u0663", "e5"])
def test_other_spellings_are_not_plain(text):
    assert not is_plain_number(text)
