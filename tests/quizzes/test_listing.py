import pytest

from quizzes.listing import quiz_rows
from quizzes.models import Quiz


@pytest.mark.usefixtures("quizzes")
def test_live_quizzes_are_listed_for_the_api():
    Quiz.objects.filter(slug="definitions").update(status="retired")
    assert [row["slug"] for row in quiz_rows()] == ["mixed", "symptoms", "fixes"]
    assert quiz_rows()[1] == {
        "slug": "symptoms",
        "title": "Name it from its symptoms",
        "mode": "practice",
        "kinds": ["symptoms-to-term"],
    }
