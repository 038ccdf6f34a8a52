import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.line_search import chunks_of, joined, lines_with, masked
from tests.growth import assert_linear

WORDS = ("loss", "acc")


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["a", "Loss 1", "b", "acc loss loss"], {1, 3}),
        (["loss"], {0}),
        (["lo", "ss"], set()),
        (["", ""], set()),
        (["a", "b\nloss", "c", "acc"], {1, 3}),
        ([], set()),
        (["acc " * 3000, "x", "loss", "loss acc"], {0, 2, 3}),
    ],
)
def test_lines_that_hold_a_word_are_found(lines, numbers):
    assert lines_with(joined(lines), WORDS) == numbers


@given(st.lists(st.text("lossac \n\u0130\u00df", max_size=12), max_size=20))
def test_search_in_all_lines_finds_what_a_look_at_each_finds(lines):
    plain = [line.replace("\n", " ").lower() for line in lines]
    each = {number for number, line in enumerate(plain) if any(word in line for word in WORDS)}

    assert lines_with(joined(lines), WORDS) == each


@pytest.mark.parametrize("count", [0, 1, 4096, 10_000])
def test_parts_are_all_lines_in_order(count):
    lines = list(map(str, range(count)))
    chunks = list(chunks_of(lines))

    assert [line for chunk in chunks for line in chunk] == lines
    assert all(chunks)


@pytest.mark.parametrize("line", ["loss " * 100, "x", "lo"])
def test_search_takes_time_in_proportion_to_the_text(line):
    assert_linear(lambda size: lambda: lines_with(joined([line] * size), WORDS), (256, 1024, 4096))


@pytest.mark.parametrize(
    ("lines", "zeros"),
    [
        (["step 10", "step 29 é"], ["step 00", "step 00 é"]),
        (["1\n2", "", "3"], ["0\n0", "", "0"]),
        (["\u0663 4 \ud800"], ["\u0663 0 \ud800"]),
        ([], []),
    ],
)
def test_every_digit_becomes_a_zero_in_its_place(lines, zeros):
    assert list(masked(lines)) == zeros
