import pytest

from quizzes import explain
from tests.quizzes.entries import entry_of, make_entry


def test_an_option_is_told_from_the_key_by_what_is_shown():
    high, low = entry_of("rate-too-high"), entry_of("rate-too-low")

    told = explain.other_term(high, low, high.signs[:2])

    assert "“Loss oscillates” speaks against it." in told
    assert "It does not explain “Loss climbs”." in told
    assert "There the fall is smooth and slow." in told


def test_an_entry_that_is_no_look_alike_is_told_by_its_own_symptoms():
    told = explain.other_term(entry_of("rate-too-high"), entry_of("nan-loss"))
    assert told == "If it were Nan loss, one would see “Loss not finite” (usually)."


def test_an_entry_without_symptoms_of_its_own_is_told_by_its_summary():
    other = make_entry("x", ["norm-rises"], [])
    assert explain.would_be_seen(entry_of("nan-loss"), other) == other.summary


@pytest.mark.parametrize(
    ("parts", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_joined_as_in_a_sentence(parts, text):
    assert explain.listed(parts) == text
