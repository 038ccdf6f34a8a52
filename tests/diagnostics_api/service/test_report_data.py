import math

import pytest

from diagnostics_api.service.report_data import number, report_of
from engine.evidence import Observation, Span
from engine.report import Report
from tests.diagnostics_api.small import answered, small_published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.123456, 0.1235),
        (1.23456789, 1.2346),
        (1e-9, 1e-9),
        (12345.678, 12345.678),
        (0.0, 0.0),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
    ],
)
def test_numbers(value, expected):
    assert number(value) == expected


def test_a_diagnosis_is_joined_with_its_entry():
    data = report_of(answered(symptoms=["loss-oscillates"])).as_data()

    first = data["diagnoses"][0]
    assert first["failure_mode"]["url"] == "/e/rate-too-high/"
    assert first["urgency"] == "stop-now"
    assert first["fixes"][0]["title"] == "Divide the rate by ten"
    assert first["confirm"][0]["title"] == "Learning rate sweep"


def test_a_next_check_is_joined_with_its_question():
    data = report_of(answered(symptoms=["loss-oscillates"])).as_data()

    assert data["next_checks"][0]["question"].startswith("Is there ")
    assert data["next_checks"][0]["title"] == "Learning rate sweep"


def answer_with(*observations):
    answer = answered(description="x y")
    report = Report("undecided", (), (), observations, (), (), {})
    return type(answer)(answer.case, report, small_published().library, ())


def test_what_was_not_measured_has_a_state_alone():
    data = report_of(answer_with(Observation("loss-diverges", "not-measured"))).as_data()

    assert data["observations"] == [{"symptom": "loss-diverges", "state": "not-measured"}]


def test_a_span_is_given_where_there_is_one():
    span = Span("train_loss", 1.0, math.inf)
    seen = Observation("loss-diverges", "seen", 1.0, "measured", "metrics.train_loss", "x", span)

    (observation,) = report_of(answer_with(seen)).as_data()["observations"]

    assert observation["span"] == {"series": "train_loss", "from": 1.0, "to": "Infinity"}


def test_an_observation_without_a_span_has_no_such_field():
    told = Observation("loss-diverges", "absent", 0.0, "told", "absent_symptoms", "no")

    (observation,) = report_of(answer_with(told)).as_data()["observations"]

    assert "span" not in observation
    assert observation["strength"] == 0.0


def test_missing_probabilities_are_zero():
    data = report_of(answer_with()).as_data()

    assert (data["healthy_probability"], data["something_else_probability"]) == (0.0, 0.0)
