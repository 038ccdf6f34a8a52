from functools import cache

import pytest
import yaml

from lab import measure
from lab.labels import labels_of_folder
from lab.measure import Measures
from lab.plan import Run
from lab.store import stored

MEASURES = Measures(
    runs={"healthy": 4, "overfitting": 2},
    strengths={
        "validation-loss-turns-up": {
            "healthy": [0.0, 0.0, 0.1, 0.6],
            "overfitting": [0.9, 1.0],
        },
        "loss-spikes": {"healthy": [0.0, 0.0]},
        "loss-negative": {},
    },
)


@cache
def names():
    return labels_of_folder()


def record(losses):
    config = {"task": "classification", "n_classes": 2, "framework": "pytorch"}
    epochs = list(range(1, len(losses) + 1))
    metrics = {"epoch": epochs, "train_loss": losses, "val_loss": losses}
    return config | {"dataset": {}, "model": {}, "config": {"epochs": 8}, "metrics": metrics}


def test_a_loss_that_is_not_finite_is_seen_and_a_falling_one_is_not():
    broken = measure.strengths_in(record([0.7, 0.6, "NaN", "NaN", "NaN", "NaN"]), names())
    falling = measure.strengths_in(record([0.7, 0.6, 0.5, 0.4, 0.35, 0.3]), names())

    assert broken["loss-non-finite"] == 1.0
    assert falling["loss-non-finite"] == 0.0


def test_a_symptom_that_cannot_be_measured_has_no_strength():
    strengths = measure.strengths_in(record([0.7, 0.6, 0.5, 0.4, 0.35, 0.3]), names())

    assert strengths["gradient-norm-huge"] is None


def test_twins_count_as_healthy_and_dropped_runs_not_at_all():
    run = Run("overfitting", "few-rows", 0)
    kept = stored(run, ("shows",), {"faulty": 1}, {"twin": 1})
    dropped = stored(run, ("does not show",))

    assert list(measure.records_of([kept, dropped])) == [
        ("overfitting", {"faulty": 1}),
        ("healthy", {"twin": 1}),
    ]


def test_runs_are_counted_by_failure():
    records = [("nan-loss", record([0.7, "NaN", "NaN", "NaN"])), ("healthy", record([0.7, 0.5]))]
    measures = measure.measure(records, names())

    assert measures.runs == {"nan-loss": 1, "healthy": 1}
    assert measures.strengths["loss-non-finite"]["nan-loss"] == [1.0]
    assert measures.failures == ["nan-loss"]


def test_quantiles_interpolate_between_the_strengths():
    assert measure.quantiles([0.0, 1.0]) == pytest.approx((0.05, 0.5, 0.95))
    assert measure.quantiles([0.3]) == pytest.approx((0.3, 0.3, 0.3))


def test_the_table_puts_healthy_runs_before_the_failures():
    lines = list(measure.table(MEASURES, ["validation-loss-turns-up"]))

    assert lines[1:] == [
        "validation-loss-turns-up",
        "  healthy                        4   0.00   0.05   0.52    25%",
        "  overfitting                    2   0.91   0.95   0.99   100%",
    ]


def test_the_table_says_where_nothing_was_measured():
    assert list(measure.table(MEASURES, ["loss-negative"]))[1:] == [
        "loss-negative",
        "  measured on no run",
    ]


def test_false_alarms_are_symptoms_seen_in_healthy_runs():
    assert [line.split() for line in measure.false_alarms(MEASURES)][1:] == [
        ["validation-loss-turns-up", "1", "of", "4", "(25.0%)"]
    ]
    calm = Measures({"healthy": 1}, {"loss-spikes": {"healthy": [0.1]}})
    assert list(measure.false_alarms(calm))[1:] == ["  none"]


def test_likelihoods_count_the_runs_that_show_a_symptom():
    text = measure.likelihoods(MEASURES)
    healthy, overfitting = yaml.safe_load(text)

    assert text.startswith("# Made by python -m lab measure --write")
    assert overfitting == {
        "failure_mode": "overfitting",
        "runs": 2,
        "symptoms": [
            {"symptom": "validation-loss-turns-up", "shown": 2, "measured": 2, "share": 1.0},
        ],
    }
    assert [one["shown"] for one in healthy["symptoms"]] == [1, 0]


def test_likelihoods_of_an_empty_store_are_empty():
    measures = measure.measure([], names())

    entries = yaml.safe_load(measure.likelihoods(measures))
    assert entries == [{"failure_mode": "healthy", "runs": 0, "symptoms": []}]
