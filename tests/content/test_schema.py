"""Records that break their schema are problems with a reason and a line."""

import pytest

from content.tree import parse
from tests.content.faults import (
    HIGH,
    LOSS,
    assert_only_problem_is_at,
    assert_problem_after,
)

pytestmark = pytest.mark.usefixtures("small_engine")


def test_records_of_the_schema_are_no_problems(files):
    assert parse(files).problems == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (HIGH, "severity: 4", "severity: 9", "severity: Input should be less than or equal to 5"),
        (
            HIGH,
            "kind: misconfiguration",
            "kind: mystery",
            "kind: Input should be 'bug', 'misconfiguration'",
        ),
        (HIGH, "severity: 4", "severity: 4\ncolour: red", "colour: Extra inputs are not permitted"),
        (HIGH, "urgency: stop-now\n", "", "urgency: Field required"),
        (
            HIGH,
            "url: https://example.org/papers/1",
            "url: example.org",
            "references.0.url: Input should be a valid URL",
        ),
        (HIGH, "since: 2026-11-22", "since: yesterday", "since: Input should be a valid date"),
        (
            HIGH,
            "summary: The training loss of a run with rate-too-high",
            "summary: It",
            "summary: String should have at least 60 characters",
        ),
        (LOSS, "importance: 3", "importance: high", "importance: Input should be a valid integer"),
        (
            LOSS,
            "    - loss-oscillates said in way one\n    - loss-oscillates said in way two\n",
            "",
            "at least 8 items",
        ),
    ],
)
def test_value_outside_the_schema_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("severity: 4", "severity: 9", "severity: 9"),
        ("evoking: 4", "evoking: 9", "evoking: 9"),
        ("urgency: stop-now", "urgency: stop-now\ncolour: red", "colour"),
        (
            "type: paper\n    url: https://example.org/papers/2",
            "type: rumour\n    url: https://x.org/",
            "rumour",
        ),
    ],
)
def test_value_outside_the_schema_has_its_line(files, old, new, place):
    assert_only_problem_is_at(place, (HIGH, old, new), files)
