from dataclasses import replace

import numpy as np
import pytest

from engine.diagnose import diagnose
from engine.knowledge import HEALTHY
from engine.observe import UnknownSymptomError, observe
from engine.run import Case, Series
from engine.words_model.train import Example, fit
from tests.engine.cases import healthy
from tests.engine.knowledge import knowledge, with_edition

KNOWLEDGE = knowledge()


def curve(values):
    y = np.array(values, dtype=float)
    return Series("train_loss", np.arange(1.0, len(y) + 1), y, "epoch")


def case_of(values, **rest):
    return Case(series={"train_loss": curve(values)}, **rest)


NAN_RUN = case_of([2.3, 1.9, 1.6, float("nan"), float("nan"), float("nan")])
FINE_RUN = case_of([2.3 * 0.8**epoch + 0.1 for epoch in range(30)])


def test_a_run_that_ends_in_nan_is_named_with_evidence():
    report = diagnose(NAN_RUN, KNOWLEDGE)

    assert report.verdict == "failure"
    assert report.diagnoses[0].failure_mode == "nan-loss"
    assert report.reported[0] == "nan-loss"
    evidence = report.diagnoses[0].evidence[0]
    assert (evidence.symptom, evidence.direction, evidence.source) == (
        "loss-non-finite",
        "for",
        "metrics.train_loss",
    )
    assert evidence.text


def test_a_fine_run_is_healthy_and_reports_nothing():
    report = diagnose(FINE_RUN, KNOWLEDGE)

    assert report.verdict == "healthy"
    assert report.reported == ()
    assert len(report.diagnoses) == 3  # the ranked list is given whatever the verdict


def test_an_empty_case_is_no_run():
    report = diagnose(Case(), KNOWLEDGE)

    assert report.verdict == "no-run"
    assert report.reported == ()


def test_a_configuration_alone_is_undecided_and_asks():
    knowing = with_edition(KNOWLEDGE, "with a setting", config_names={"lr": "learning_rate"})

    report = diagnose(Case(config={"learning_rate": 0.001}), knowing)

    assert report.verdict == "undecided"
    assert report.next_checks
    assert report.to_add
    assert diagnose(Case(config={"nobody": "x:65534"}), knowing).verdict == "no-run"


def test_told_symptoms_are_certain_and_win_over_what_was_measured():
    told = observe(case_of([1.0, 0.5, 0.2, 0.1], told_seen=("loss-non-finite",)), KNOWLEDGE)
    denied = observe(case_of([1.0, float("nan")], told_absent=("loss-non-finite",)), KNOWLEDGE)

    assert {o.symptom: (o.state, o.strength, o.source) for o in told}["loss-non-finite"] == (
        "seen",
        1.0,
        "symptoms",
    )
    assert {o.symptom: (o.state, o.source) for o in denied}["loss-non-finite"] == (
        "absent",
        "absent_symptoms",
    )


def test_every_symptom_has_one_observation_in_the_order_of_the_knowledge():
    assert [o.symptom for o in observe(NAN_RUN, KNOWLEDGE)] == list(KNOWLEDGE.symptoms)


def test_words_alone_can_name_the_cause():
    examples = [Example("nan-loss", f"the loss is nan at step {n}") for n in range(4)]
    examples += [
        Example("learning-rate-too-low", f"the loss falls far too slowly in epoch {n}")
        for n in range(4)
    ]
    others = ("accuracy drops on old data", "the memory of the device is full", "all classes alike")
    examples += [Example(f"other-{n}", text) for n, text in enumerate(others)]
    knowing = with_edition(KNOWLEDGE, "with words", text_model=fit(examples).model)

    report = diagnose(Case(description="the loss falls far too slowly in each epoch"), knowing)

    assert report.diagnoses[0].failure_mode == "learning-rate-too-low"
    assert any(part.source == "description" for part in report.diagnoses[0].evidence)


@pytest.mark.parametrize("text", ["x", "hello world", "?!", "the"])
def test_a_greeting_or_a_single_word_decides_nothing(text):
    examples = [Example("nan-loss", f"x world nan {n}") for n in range(4)]
    examples += [Example("learning-rate-too-low", f"slow {n}") for n in range(4)]
    knowing = with_edition(KNOWLEDGE, "with greetings", text_model=fit(examples).model)

    report = diagnose(Case(description=text), knowing)

    assert report.verdict == "no-run"


def test_words_without_anything_measured_are_never_called_healthy():
    report = diagnose(Case(description="everything looks wonderful"), KNOWLEDGE)

    assert report.verdict != "healthy"


def test_what_no_reported_failure_explains_is_listed():
    report = diagnose(
        case_of([2.0, float("nan"), float("nan")], told_seen=("log-disk-full",)), KNOWLEDGE
    )

    assert "log-disk-full" in [item.symptom for item in report.unexplained]
    assert "loss-non-finite" not in [item.symptom for item in report.unexplained]


def test_top_bounds_the_list():
    assert len(diagnose(NAN_RUN, KNOWLEDGE, top=1).diagnoses) == 1


def test_the_same_case_gives_the_same_report():
    assert diagnose(NAN_RUN, KNOWLEDGE).probabilities == diagnose(NAN_RUN, KNOWLEDGE).probabilities


def test_the_probability_of_a_diagnosis_is_that_of_the_posterior():
    report = diagnose(NAN_RUN, KNOWLEDGE)

    assert report.diagnoses[0].probability == report.probabilities["nan-loss"]
    assert report.probabilities[HEALTHY] < 0.05
    assert sum(report.probabilities.values()) == pytest.approx(1)


@pytest.mark.parametrize("values", [[3.0], [1.0, 2.0], [2.0, 1.0]])
def test_a_point_or_two_are_no_healthy_run(values):
    assert diagnose(case_of(values), KNOWLEDGE).verdict == "undecided"


def test_after_a_nan_the_consequences_are_not_called_unexplained():
    run = case_of([9.0, 9.1, 9.0, 9.2, 9.1, 9.0, 9.1, float("nan"), float("nan"), float("nan")])
    sources = {item.source for item in diagnose(run, KNOWLEDGE).unexplained}
    assert not any(source.startswith("metrics.train_") for source in sources)


def test_faint_resemblances_of_the_description_are_not_shown():
    report = diagnose(
        Case(description="hello there, is that correct? the loss is a number"), KNOWLEDGE
    )
    shown = [part for diagnosis in report.diagnoses for part in diagnosis.evidence if part.symptom]
    assert all(part.strength >= 0.5 or part.direction == "against" for part in shown)
    assert all(item.strength >= 0.8 for item in report.unexplained)


def test_symptom_without_a_record_is_refused():
    known = knowledge()
    symptoms = {slug: record for slug, record in known.symptoms.items() if slug != "loss-spikes"}
    with pytest.raises(UnknownSymptomError, match="no record of loss-spikes"):
        diagnose(healthy(), replace(known, edition="without", symptoms=symptoms))
    with pytest.raises(UnknownSymptomError, match="no record of loss-spikes"):
        diagnose(Case(), replace(known, edition="without", symptoms=symptoms))


def test_unknown_symptom_that_was_told_is_refused():
    with pytest.raises(UnknownSymptomError, match="no record of loss-sings"):
        diagnose(Case(told_seen=("loss-sings",)), knowledge())
