from dataclasses import replace

import numpy as np
import pytest

from engine.evidence import Observation
from engine.knowledge import SOMETHING_ELSE
from engine.rank.decide import (
    LEAST_MEASURED,
    LEAST_POINTS,
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


def test_likely_mode_with_a_sign_is_a_failure():
    sign = seen("loss-non-finite")

    assert (
        decide(ranking_with(sign, nan_loss=0.9, healthy=0.1), [sign], KNOWLEDGE, True) == "failure"
    )


def test_likely_mode_without_any_sign_is_no_failure():
    assert decide(ranking_with(nan_loss=0.9, healthy=0.1), (), KNOWLEDGE, True) == "undecided"


def test_spread_out_modes_are_undecided():
    sign = seen("loss-non-finite")
    spread = dict.fromkeys(MODES, 0.1)

    assert (
        decide(ranking_with(sign, something_else=0.7, **spread), [sign], KNOWLEDGE, True)
        == "undecided"
    )


def test_failure_without_an_entry_is_not_named():
    sign = seen("loss-non-finite")
    probabilities = {"nan_loss": 0.2, SOMETHING_ELSE: 0.8}

    assert decide(ranking_with(sign, **probabilities), [sign], KNOWLEDGE, True) == "undecided"


def test_clean_measurements_are_healthy():
    assert decide(ranking_with(healthy=1.0), ALL_ABSENT, KNOWLEDGE, True) == "healthy"


@pytest.mark.parametrize("channel", ["words", "numbers"])
def test_words_do_not_make_a_run_healthy(channel):
    said = [absent(slug, channel) for slug in KNOWLEDGE.symptoms]

    assert decide(ranking_with(healthy=1.0), said, KNOWLEDGE, True) == "undecided"


def test_few_measurements_are_not_healthy():
    assert (
        decide(ranking_with(healthy=1.0), ALL_ABSENT[: LEAST_MEASURED - 1], KNOWLEDGE, True)
        == "undecided"
    )


def test_one_notable_sign_is_not_healthy():
    observations = [
        seen("loss-diverges"),
        *(item for item in ALL_ABSENT if item.symptom != "loss-diverges"),
    ]

    assert decide(ranking_with(healthy=1.0), observations, KNOWLEDGE, True) == "undecided"


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
    assert decide(ranking_with(healthy=1.0), ALL_ABSENT, KNOWLEDGE, False) == "undecided"


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
