from dataclasses import replace
from importlib import import_module

import pytest

from engine.observe import observe, observe_curves_and_config
from engine.observe.config import CONFIG
from engine.observe.curves import CURVES
from engine.observe.log import signatures
from engine.run import Case
from engine.scales import SEEN
from tests.engine.cases import case, falling, healthy
from tests.engine.knowledge import knowledge
from tests.together import together


def test_an_empty_case_measures_nothing_and_keeps_the_order():
    observations = observe_curves_and_config(Case())
    assert [seen.symptom for seen in observations] == [
        detector.symptom for detector in CURVES + CONFIG
    ]
    assert {seen.state for seen in observations} == {"not-measured"}


def test_what_nothing_shows_is_not_measured_where_it_is_looked_for():
    known = knowledge()
    found = observe(Case(), known)

    assert [item.symptom for item in found] == list(known.symptoms)
    assert {item.state for item in found} == {"not-measured"}
    of_log = {item.symptom for item in found if item.channel == item.source == "log"}
    assert of_log == set(signatures.SYMPTOMS)


def test_a_log_without_messages_leaves_what_a_curve_shows():
    silent = ("all is well",) * signatures.LINES_FOR_ABSENCE
    found = {item.symptom: item for item in observe(replace(healthy(), log=silent), knowledge())}

    of_curves = observe_curves_and_config(healthy())
    measured = {item.symptom: item for item in of_curves if item.state != "not-measured"}
    assert measured
    assert measured.items() <= found.items()
    of_log = set(signatures.SYMPTOMS) - measured.keys()
    assert {found[symptom].state for symptom in of_log} == {"absent"}


def test_each_symptom_is_listed_once():
    slugs = [detector.symptom for detector in CURVES + CONFIG]
    assert len(slugs) == len(set(slugs))


@together("detector", CURVES + CONFIG, ids=lambda detector: detector.symptom)
def test_each_detector_says_what_it_measures(detector):
    sentence, _, more = import_module(detector.module).__doc__.partition("\n\n")

    assert sentence.endswith(".")
    assert more.strip()


def test_a_finding_of_half_strength_or_more_counts_as_seen():
    seen = {
        seen.symptom: seen
        for seen in observe_curves_and_config(case(train_loss=[1.0, 0.5, float("nan")]))
    }
    assert seen["loss-non-finite"].state == "seen"
    assert seen["loss-non-finite"].source == "metrics.train_loss"
    assert seen["loss-non-finite"].span.start == 60
    assert seen["loss-diverges"].state == "not-measured"


def test_an_absent_symptom_keeps_its_strength_and_its_numbers():
    reaches_zero = {seen.symptom: seen for seen in observe_curves_and_config(healthy())}[
        "loss-reaches-zero"
    ]
    assert reaches_zero.state == "absent"
    assert 0 < reaches_zero.strength < SEEN
    assert "%" in reaches_zero.text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_strength_that_is_no_number_is_not_measured(value):
    run = case({"class_counts": (value, 1.0)}, val_accuracy=[0.5, 0.6])

    states = {seen.symptom: seen.state for seen in observe_curves_and_config(run)}

    assert states["accuracy-equals-majority-share"] == "not-measured"


@together("points", [1, 2, 3, 4, 5, 7, 10, 100, 5000])
def test_any_length_is_answered_with_strengths_in_range(points):
    loss = falling(2.3, 0.2, points) if points > 1 else [2.3]
    for seen in observe_curves_and_config(
        case(train_loss=loss, val_loss=loss, grad_norm=loss, lr=loss)
    ):
        assert 0 <= seen.strength <= 1
        assert (seen.text == "") == (seen.state == "not-measured")


@pytest.mark.parametrize("value", [0.0, -1.0, 1e300, float("inf"), float("nan")])
def test_constant_and_absurd_values_break_nothing(value):
    flat = [value] * 12
    curves = dict.fromkeys(
        ("train_loss", "val_loss", "grad_norm", "lr", "update_ratio", "val_accuracy", "val_r2"),
        flat,
    )
    for seen in observe_curves_and_config(case({"n_classes": 3.0, "target_std": 0.0}, **curves)):
        assert 0 <= seen.strength <= 1
