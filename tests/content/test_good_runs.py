"""A check that a run that works meets as well confirms nothing."""

import pytest

from content.content import Specimen
from content.good_runs import GoodRun, confirmed_on_good_runs, good_runs, is_met
from content.schema import ConfirmationOutcome
from tests.engine.content import real_content
from tests.small_content import entry, small_content

CONFIG = '{"config": {"task": "classification", "n_classes": 4}}\n'
FALLING = "".join(
    f'{{"epoch": {epoch}, "train_loss": {1.4 / epoch}, "val_loss": {1.5 / epoch}}}\n'
    for epoch in range(1, 13)
)


def content_with(**outcome):
    confirmation = {
        "check": "second-check",
        "outcomes": [
            {"result": "The run is like this.", **outcome},
            {"result": "It is not.", "verdict": "undecided"},
        ],
    }
    high = entry("rate-too-high", 50, "rate-too-low", confirmations=[confirmation])
    specimen = Specimen("a\n", "b\n", CONFIG + FALLING, CONFIG + FALLING)
    return small_content(failure_modes=(high,), specimens={"rate-too-high": specimen})


def test_a_good_run_is_known_by_its_symptoms_and_last_values():
    [run] = good_runs(content_with(verdict="confirms"))

    assert run.slug == "rate-too-high"
    assert run.values["epoch"] == 12
    assert "loss-non-finite" not in run.seen


def test_a_bound_that_the_good_run_meets_confirms_nothing():
    met = content_with(verdict="confirms", measure="val_loss / train_loss > 1.05")

    assert list(confirmed_on_good_runs(met)) == [
        "rate-too-high, second-check: The run is like this. (rate-too-high)"
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        {"verdict": "confirms", "measure": "val_loss / train_loss > 1.5"},
        {"verdict": "excludes", "measure": "val_loss / train_loss > 1.05"},
        {"verdict": "confirms", "measure": "grad_norm > 1"},
        {"verdict": "confirms", "symptom": "loss-non-finite"},
        {"verdict": "confirms"},
    ],
)
def test_other_outcomes_are_no_problem(outcome):
    assert list(confirmed_on_good_runs(content_with(**outcome))) == []


def test_a_symptom_that_the_good_run_shows_confirms_nothing():
    outcome = ConfirmationOutcome(result="It is.", verdict="confirms", symptom="loss-oscillates")

    assert is_met(outcome, GoodRun("slug", frozenset({"loss-oscillates"}), {}))
    assert not is_met(outcome, GoodRun("slug", frozenset({"loss-diverges"}), {}))


def test_no_good_specimen_confirms_a_failure_of_the_dictionary():
    assert list(confirmed_on_good_runs(real_content())) == []
