import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.grade import RULES, grade


def test_right_answers_count():
    assert grade(RULES, ["a", "b", "c"], ["a", "x", None]).points == (1, 0, 0)
    assert grade(RULES, ["a", "b", "c"], ["a", "b", "c"]).score == 3


def test_the_rules_decide():
    strict = {"right": 2, "wrong": -1, "blank": 0}
    assert grade(strict, ["a", "b", "c"], ["a", "x", None]).score == 1
    assert grade(strict, ["a", "b"], ["x", "x"]).score == 0
    assert grade(strict, ["a", "b"], ["a", "b"]).maximum == 4


def test_answers_must_fit_the_items():
    with pytest.raises(ValueError, match="shorter"):
        grade(RULES, ["a", "b"], ["a"])


def test_nothing_is_worth_nothing():
    assert (grade(RULES, [], []).score, grade(RULES, [], []).maximum) == (0, 0)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["a", "b", "c", None]))))
def test_the_score_is_the_number_of_matches(pairs):
    result = grade(RULES, [key for key, _ in pairs], [answer for _, answer in pairs])
    assert result.score == sum(key == answer for key, answer in pairs) <= result.maximum
