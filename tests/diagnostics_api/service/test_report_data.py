import math
from dataclasses import replace

from diagnostics_api.service.report_data import number, report_of
from engine.evidence import Observation, Span
from engine.observe.log.hangs import Hang
from engine.observe.log.messages import Message
from engine.observe.log.unused_parameters import UnusedParameters
from engine.report import NormalPage, Report, Resembles
from tests.diagnostics_api.small import answered, small_published
from tests.together import together


@together(
    "value, expected",
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
    answer = answer_with(Observation("loss-diverges", "not-measured"))

    (unmeasured,) = report_of(answer, unmeasured=True).as_data()["observations"]
    assert unmeasured == {"symptom": "loss-diverges", "state": "not-measured"}
    assert report_of(answer).as_data()["observations"] == []


def test_a_fix_says_how():
    (fix, *_) = report_of(answered(symptoms=["loss-oscillates"])).as_data()["diagnoses"][0]["fixes"]

    assert fix["text"]
    assert fix["snippets"] == [] or fix["snippets"][0]["code"]
    assert isinstance(fix["side_effects"], str)


def test_a_normal_page_says_where_it_ends():
    page = NormalPage("rate-too-low", "Looked at 3.", "Up to 4.", "rate-too-high", ("it is low",))
    answer = answer_with()
    report = replace(answer.report, normal=(page, replace(page, looked_at="", boundary="")))

    measured, said = report_of(replace(answer, report=report)).as_data()["normal"]

    assert measured["failure_mode"]["slug"] == "rate-too-low"
    assert (measured["boundary"], measured["beyond"]) == ("Up to 4.", "rate-too-high")
    assert (measured["from_words_alone"], said["from_words_alone"]) == (False, True)
    assert said["to_be_sure"]


def test_a_planned_entry_comes_with_its_chapter():
    answer = answer_with()
    report = replace(answer.report, resembles=Resembles("planned-one", "Planned one", 0.7))

    resembles = report_of(replace(answer, report=report)).as_data()["resembles"]

    assert (resembles["term"], resembles["probability"]) == ("Planned one", 0.7)
    assert resembles["chapter"]
    assert resembles["gloss"]


def test_messages_are_given_with_what_to_do():
    message = Message(
        "disk", 3, "No space", "the disk is full", "Free some.", "root", "environment"
    )
    answer = answer_with()
    report = replace(answer.report, message=message, messages=(message,))

    data = report_of(replace(answer, report=report)).as_data()

    assert data["message"] == data["messages"][0]
    assert (data["message"]["line"], data["message"]["action"]) == (3, "Free some.")
    assert "message" not in report_of(answer).as_data()


def test_hangs_and_unused_parameters_are_given_where_they_are_known():
    hang = Hang(("3",), "ALLREDUCE", "600 s", "Rank 3 is behind.", ("py-spy dump",))
    unused = UnusedParameters("0", (1,), ("head",), "head got no gradient.")
    answer = answer_with()
    report = replace(answer.report, hang=hang, unused=unused)

    data = report_of(replace(answer, report=report)).as_data()

    assert (data["hang"]["behind"], data["hang"]["call"]) == (["3"], "ALLREDUCE")
    assert data["unused_parameters"]["names"] == ["head"]
    assert not {"hang", "unused_parameters"} & report_of(answer).as_data().keys()


def test_the_first_check_says_what_replies_would_do():
    (check, *others) = report_of(answered(symptoms=["loss-oscillates"])).as_data()["next_checks"]

    assert check["after_yes"][0]["failure_mode"]
    assert 0 <= check["after_no"][0]["probability"] <= 1
    assert all(other["after_yes"] == [] for other in others)


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
