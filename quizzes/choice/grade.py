"""Give all points for the key and none for another option."""

from __future__ import annotations

from quizzes.grade import Mark
from quizzes.kind import Answer, Scoring


def grade(scoring: Scoring, answer: Answer | None) -> Mark:
    maximum = scoring["points"]
    points = 0
    if answer is not None and answer["option"] == scoring["key"]:
        points = maximum
    return Mark(points, maximum)
