from dataclasses import replace

import numpy as np
import pytest

from engine.evidence import DirectEvidence, Observation
from engine.knowledge import SOMETHING_ELSE
from engine.rank.decide import (
    LEAST_MEASURED,
    LEAST_POINTS,
    Grounds,
    decide,
    is_notable,
    shows_progress,
)
from engine.rank.ranking import rank
from engine.run import Series
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
MODES = ("learning-rate-too-high", "learning-rate-too-low", "nan-loss")


def ranking_with(*observations, **probabilities):
    """A ranking with the given probabilities by mode, healthy or something_else; the rest is
    zero.
    """
    given = {name.replace("_", "-"): value for name, value in probabilities.items()}
    ranking = rank(observations, KNOWLEDGE)
    return replace(ranking, probabilities={**dict.fromkeys(ranking.probabilities, 0.0), **given})


def seen(symptom, channel="measured"):
    return Observation(symptom, "seen", 1.0, channel)


def absent(symptom, channel="measured"):
    return Observation(symptom, "absent", 0.0, channel)


ALL_ABSENT = tuple(absent(slug) for slug in KNOWLEDGE.symptoms)


def verdict(ranking, observations=(), **grounds):
    given = {"has_progress": True, **grounds}
    return decide(ranking, observations, KNOWLEDGE, Grounds(**given))


NAN = seen("loss-non-finite")
NAN_RANKING = ranking_with(NAN, nan_loss=0.9, healthy=0.1)


def test_likely_mode_with_a_sign_is_a_failure():
    assert verdict(NAN_RANKING, [NAN], reported=("nan-loss",)) == "failure"


def test_likely_mode_without_any_sign_is_no_failure():
    ranking = ranking_with(nan_loss=0.9, healthy=0.1)

    assert verdict(ranking, reported=("nan-loss",)) == "undecided"


def test_a_setting_alone_is_no_failure():
    setting = replace(NAN, source="config.learning_rate")
    ranking = ranking_with(setting, nan_loss=0.9, healthy=0.1)

    assert verdict(ranking, [setting], reported=("nan-loss",)) == "undecided"


def test_code_that_points_to_an_entry_is_a_sign():
    pointing = DirectEvidence("nan-loss", 1.0, "code", "line 3 divides by zero")
    ranking = replace(ranking_with(nan_loss=0.9, healthy=0.1), direct=(pointing,), failing=0.9)

    assert verdict(ranking, reported=("nan-loss",)) == "failure"


def test_nothing_that_can_be_named_is_no_failure():
    spread = dict.fromkeys(MODES, 0.1)

    assert verdict(ranking_with(NAN, **spread), [NAN]) == "undecided"


def test_a_failure_without_an_entry_is_not_covered():
    probabilities = {"nan_loss": 0.2, SOMETHING_ELSE: 0.8}
    ranking = ranking_with(NAN, **probabilities)

    assert verdict(ranking, [NAN], reported=("nan-loss",)) == "not-covered"


def test_something_else_without_a_notable_sign_is_undecided():
    assert verdict(ranking_with(**{SOMETHING_ELSE: 0.8})) == "undecided"


def test_clean_measurements_are_healthy():
    assert verdict(ranking_with(healthy=1.0), ALL_ABSENT) == "healthy"


@pytest.mark.parametrize("channel", ["words", "numbers"])
def test_words_do_not_make_a_run_healthy(channel):
    said = [absent(slug, channel) for slug in KNOWLEDGE.symptoms]

    assert verdict(ranking_with(healthy=1.0), said) == "undecided"


def test_few_measurements_are_not_healthy():
    few = ALL_ABSENT[: LEAST_MEASURED - 1]

    assert verdict(ranking_with(healthy=1.0), few) == "undecided"


def test_one_notable_sign_is_not_healthy():
    observations = [
        seen("loss-diverges"),
        *(item for item in ALL_ABSENT if item.symptom != "loss-diverges"),
    ]

    assert verdict(ranking_with(healthy=1.0), observations) == "undecided"


def test_a_normal_pattern_answers_where_no_failure_is_evident():
    assert verdict(ranking_with(healthy=0.5), is_normal=True) == "normal"
    assert verdict(NAN_RANKING, [NAN], reported=("nan-loss",), is_normal=True) == "failure"


def test_a_message_of_the_environment_leads_words_and_messages():
    message = seen("loss-non-finite", channel="log")
    ranking = ranking_with(message, nan_loss=0.9, healthy=0.1)
    grounds = {"reported": ("nan-loss",), "is_environment": True}

    assert verdict(ranking, [message], **grounds) == "environment"
    assert verdict(NAN_RANKING, [NAN], **grounds) == "failure"


def test_words_or_a_message_may_name_what_has_no_entry():
    assert verdict(ranking_with(healthy=0.2), is_unknown=True) == "not-covered"


def test_without_a_run_settings_or_a_report_there_is_nothing_to_judge():
    nothing = {"is_run": False, "has_progress": False}

    assert verdict(ranking_with(healthy=0.4), **nothing) == "no-run"


def test_notable_needs_sight_importance_and_rarity():
    known = replace(
        KNOWLEDGE,
        symptoms={
            **KNOWLEDGE.symptoms,
            "loss-creeps-up": replace(
                KNOWLEDGE.symptoms["loss-diverges"], slug="loss-creeps-up", importance=2
            ),
            "loss-spikes": replace(
                KNOWLEDGE.symptoms["loss-diverges"], slug="loss-spikes", background=0.3
            ),
        },
    )

    assert is_notable(seen("loss-diverges"), known)
    assert not is_notable(absent("loss-diverges"), known)
    assert not is_notable(replace(seen("loss-diverges"), strength=0.4), known)
    assert not is_notable(seen("loss-creeps-up"), known)
    assert not is_notable(seen("loss-spikes"), known)


def test_without_a_curve_of_progress_nothing_is_healthy():
    ranking = ranking_with(healthy=1.0)

    assert verdict(ranking, ALL_ABSENT, has_progress=False) == "undecided"


@pytest.mark.parametrize(
    ("name", "points", "is_progress"),
    [
        ("val_loss", LEAST_POINTS, True),
        ("reward", LEAST_POINTS, True),
        ("val_loss", LEAST_POINTS - 1, False),
        ("lr", 100, False),
        ("unknown_loss", 100, False),
    ],
)
def test_progress_is_a_loss_score_or_reward_with_enough_points(name, points, is_progress):
    x = np.arange(float(points))

    assert shows_progress({name: Series(name, x, x)}) == is_progress


def test_values_that_are_not_finite_are_no_progress():
    y = np.full(LEAST_POINTS, np.nan)

    assert not shows_progress({"val_loss": Series("val_loss", y, y)})


def test_a_message_that_no_entry_explains_leads_words_but_not_curves():
    message = seen("loss-non-finite", channel="log")
    ranking = ranking_with(message, nan_loss=0.9, healthy=0.1)
    grounds = {"reported": ("nan-loss",), "is_message_unknown": True}

    assert verdict(ranking, [message], **grounds) == "not-covered"
    assert verdict(NAN_RANKING, [NAN], **grounds) == "failure"


def test_a_pattern_that_holds_answers_where_something_notable_keeps_the_run_from_healthy():
    observations = [seen("loss-diverges")]

    assert verdict(ranking_with(healthy=0.6), observations, holds_pattern=True) == "normal"
    assert verdict(ranking_with(healthy=0.2), observations, holds_pattern=True) == "undecided"
