"""A figure that decides about a sign stands in the sign or in its check."""

import pytest

from content.rules import thresholds
from tests.parsed import parsed
from tests.small_content import entry, small_files


def messages(result):
    outcomes = [
        {"result": result, "verdict": "confirms", "symptom": "loss-diverges"},
        {"result": "It is not.", "verdict": "excludes"},
    ]
    confirmations = [{"check": "second-check", "outcomes": outcomes}]
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", confirmations=confirmations)
    files = small_files(failure_modes=(changed, low))
    return [problem.message for problem in thresholds.signs_have_one_threshold(parsed(files))]


@pytest.mark.parametrize("result", ["The loss climbs.", "The loss climbs in 3 runs."])
def test_an_outcome_without_figures_is_no_problem(result):
    assert messages(result) == []


def test_a_figure_of_its_own_is_a_problem():
    assert messages("The loss is 1.37 times as high.") == [
        "1.37 stands neither in loss-diverges nor in second-check"
    ]
