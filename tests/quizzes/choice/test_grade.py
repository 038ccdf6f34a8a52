import pytest

from quizzes.choice.grade import grade
from quizzes.grade import Mark

SCORING = {"key": "aaaa", "points": 2}


def test_the_key_gives_all_points():
    assert grade(SCORING, {"option": "aaaa"}) == Mark(2, 2)


@pytest.mark.parametrize("answer", [{"option": "bbbb"}, {"option": ""}, None])
def test_another_option_or_none_gives_no_points(answer):
    assert grade(SCORING, answer) == Mark(0, 2)
