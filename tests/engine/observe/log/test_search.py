"""Literals are found where they stand, and the filter never hides one."""

from hypothesis import given
from hypothesis import strategies as st

from engine.observe.log.search import SHORT, Lines, Literals
from tests.growth import assert_linear

WORDS = ("out of memory", "nan", "xid", "collective", "no space left")


def test_lines_with_one_of_the_literals_are_found_once_each():
    lines = Lines(["Out of Memory", "fine", "NaN and out of memory", "nan nan"])

    assert lines.holding(["out of memory", "nan"]) == [0, 2, 3]


def test_lines_without_a_literal_are_not_found():
    assert Lines(["all is well"]).holding(["out of memory"]) == []


def test_letters_whose_lower_case_is_longer_keep_the_numbers_of_lines():
    lines = Lines(["\u0130\u0130\u0130", "\u0130", "nan"])

    assert lines.holding(["nan"]) == [2]


def test_a_literal_over_two_lines_is_not_found():
    assert Lines(["out of", "memory"]).holding(["out of memory"]) == []


def test_only_possible_literals_are_left():
    possible = Literals(WORDS).possible("cuda out of memory")

    assert "out of memory" in possible
    assert "no space left" not in possible


def test_short_literals_are_always_possible():
    assert Literals(["nan"]).possible("") == {"nan"}
    assert Literals([]).possible("text") == set()


@given(
    st.lists(st.text(st.characters(max_codepoint=127), min_size=1, max_size=12), max_size=8),
    st.text(max_size=60),
    st.text(max_size=60),
)
def test_a_literal_that_stands_in_the_text_is_always_possible(literals, before, after):
    literals = [literal.lower() for literal in literals]
    found = Literals(literals)

    for literal in literals:
        assert literal in found.possible(before + literal + after)


def test_time_grows_with_the_text():
    literals = Literals(WORDS)

    assert_linear(lambda size: lambda: literals.possible("xid nan out of " * (size // 15)))


def test_a_short_text_holds_all_its_possible_literals():
    beside = "memory is out of use, a collection"

    assert Literals(WORDS).possible(beside) == {"nan", "xid"}
    assert "collective" in Literals(WORDS).possible(beside * SHORT + " collective")
