import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.grade import Grade, Mark, total


@st.composite
def marks(draw):
    maximum = draw(st.floats(min_value=1e-3, max_value=1e3))
    share = draw(st.floats(min_value=0, max_value=1))
    return Mark(min(maximum * share, maximum), maximum)


def test_points_of_all_kinds_are_added():
    assert total([Mark(1, 1), Mark(0, 1), Mark(2.5, 4)]) == Grade(3.5, 6)


def test_nothing_is_worth_nothing():
    assert total([]) == Grade(0, 0)


@given(st.lists(marks(), max_size=30))
def test_a_score_never_exceeds_its_maximum(given_marks):
    grade = total(given_marks)
    assert 0 <= grade.score <= grade.maximum


@pytest.mark.parametrize(
    ("points", "maximum"),
    [(-1, 1), (2, 1), (float("nan"), 1), (0, 0), (0, float("nan")), (0, -1)],
)
def test_points_outside_their_range_are_refused(points, maximum):
    with pytest.raises(ValueError, match="no mark"):
        Mark(points, maximum)


@pytest.mark.parametrize(
    ("points", "verdict", "is_right"),
    [(0, "Wrong", False), (0.4, "Partly right", False), (1, "Right", True)],
)
def test_the_verdict_follows_from_the_points(points, verdict, is_right):
    mark = Mark(points, 1)
    assert (mark.verdict, mark.is_right) == (verdict, is_right)
