"""Look-alikes go both ways, other relations one way and never in a circle."""

import pytest

from content.rules.relations import reaches
from tests.content.faults import HIGH, LOW, assert_problem_after, messages_of, problems_of
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")


def with_relation_back(files, kind):
    relations = (
        f"relations:\n  - type: {kind}\n    failure_mode: rate-too-high\n    note: "
        "Back.\nreferences:"
    )
    return edited(files, LOW, "references:", relations)


def test_good_relations_have_no_problems(files):
    assert problems_of(files) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            LOW,
            "failure_mode: rate-too-high",
            "failure_mode: rate-too-low",
            "rate-too-low does not name rate-too-high",
        ),
        (
            HIGH,
            "type: masks\n    failure_mode: rate-too-low",
            "type: masks\n    failure_mode: rate-too-high",
            "itself",
        ),
    ],
)
def test_relation_to_the_wrong_entry_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


def test_written_inverse_is_a_problem(files):
    [problem] = problems_of(with_relation_back(files, "masks"))

    assert problem.path == LOW
    assert "rate-too-high says masks of this entry already" in problem.message


def test_causes_do_not_go_in_a_circle(files):
    causes = edited(files, HIGH, "type: masks", "type: causes")
    assert problems_of(causes) == []

    messages = messages_of(with_relation_back(causes, "causes"))

    assert "causes rate-too-high closes a circle" in messages
    assert "causes rate-too-low closes a circle" in messages


@pytest.mark.parametrize(
    ("start", "reached"),
    [("a", True), ("c", True), ("b", True), ("d", False), ("unknown", False)],
)
def test_goal_is_reached_along_the_targets_only(start, reached):
    targets = {"a": ["b"], "b": ["a", "c"], "d": ["d"]}

    assert reaches(targets, start, "c") is reached
