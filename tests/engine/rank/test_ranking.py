import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evidence import Observation
from engine.knowledge import HEALTHY, SOMETHING_ELSE
from engine.rank.ranking import Pointers, rank, ranked_with
from engine.rank.weights import WEIGHTS
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
SYMPTOMS = tuple(KNOWLEDGE.symptoms)


def seen(symptom, strength=1.0, channel="measured"):
    return Observation(symptom, "seen", strength, channel)


def absent(symptom):
    return Observation(symptom, "absent", 0.0, "measured")


def probabilities(*observations, **options):
    return rank(observations, KNOWLEDGE, **options).probabilities


observations = st.dictionaries(
    st.sampled_from(SYMPTOMS), st.floats(0, 1), max_size=len(SYMPTOMS)
).map(lambda found: [seen(symptom, strength) for symptom, strength in sorted(found.items())])


@given(observations)
def test_probabilities_sum_to_one_over_all_hypotheses(found):
    result = probabilities(*found)

    assert set(result) == {*KNOWLEDGE.failure_modes, HEALTHY, SOMETHING_ELSE}
    assert sum(result.values()) == pytest.approx(1)
    assert all(0 <= value <= 1 for value in result.values())


def with_findings(*slugs):
    modes = KNOWLEDGE.failure_modes
    changed = {slug: replace(modes[slug], entry_class="finding") for slug in slugs}
    return replace(KNOWLEDGE, edition=f"findings {slugs}", failure_modes={**modes, **changed})


@given(observations)
def test_a_finding_takes_nothing_from_the_explanations(found):
    result = rank(found, with_findings("nan-loss")).probabilities
    before = probabilities(*found)

    explanations = {name: value for name, value in result.items() if name != "nan-loss"}
    assert sum(explanations.values()) == pytest.approx(1)
    assert 0 <= result["nan-loss"] <= 1
    assert result["nan-loss"] == pytest.approx(before["nan-loss"])


def test_words_of_an_entry_that_is_not_written_take_nothing_from_a_finding():
    known = with_findings("nan-loss")
    stated = (seen("loss-non-finite", channel="numbers"),)
    sounds = {"nan-loss": -4.0, "learning-rate-too-low": -4.0, SOMETHING_ELSE: -0.04}

    silent = rank(stated, known).probabilities
    told = rank(stated, known, Pointers(text_scores=sounds)).probabilities

    assert told[SOMETHING_ELSE] > silent[SOMETHING_ELSE]
    assert told["nan-loss"] >= silent["nan-loss"] - 1e-9


def test_a_finding_that_is_plain_says_that_something_is_wrong():
    bare = rank((seen("bad-values-in-inputs"),), with_findings("nan-loss"))

    assert bare.probabilities[HEALTHY] > 1 - bare.failing
    assert bare.failing == pytest.approx(1 - probabilities(seen("bad-values-in-inputs"))[HEALTHY])


def test_evidence_beyond_measure_for_a_finding_leaves_the_others_finite():
    sharp = replace(WEIGHTS, temperature=1e-3)
    result = rank((seen("loss-non-finite"),), with_findings("nan-loss"), weights=sharp)

    assert all(math.isfinite(value) for value in result.probabilities.values())
    assert math.isfinite(result.failing)


@given(observations, st.sampled_from(SYMPTOMS))
def test_one_more_reply_gives_what_ranking_all_again_does(found, symptom):
    others = [item for item in found if item.symptom != symptom]
    replies = [seen(symptom, channel="told"), Observation(symptom, "absent", 0.0, "told")]
    pointers = Pointers(text_scores={"nan-loss": -0.1, "learning-rate-too-low": -2.4})

    results = ranked_with(rank(others, KNOWLEDGE, pointers), replies, KNOWLEDGE)

    for reply, result in zip(replies, results, strict=True):
        again = rank([*others, reply], KNOWLEDGE, pointers, told=True)
        assert result.observations == again.observations
        assert result.probabilities == pytest.approx(again.probabilities)
        assert result.failing == pytest.approx(again.failing)
        assert result.parts == pytest.approx(again.parts)
        assert result.text == pytest.approx(again.text)


@given(observations)
def test_the_order_of_the_observations_does_not_matter(found):
    assert probabilities(*found) == pytest.approx(probabilities(*reversed(found)))


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_stronger_symptom_never_speaks_less_for_its_entry(one, other):
    weak, strong = sorted((one, other))

    assert (
        probabilities(seen("loss-falls-too-slowly", weak))["learning-rate-too-low"]
        <= probabilities(seen("loss-falls-too-slowly", strong))["learning-rate-too-low"] + 1e-12
    )


def test_nothing_observed_gives_the_priors():
    result = probabilities()

    assert result[HEALTHY] == pytest.approx(WEIGHTS.prior_healthy_run)
    assert result[SOMETHING_ELSE] == pytest.approx(WEIGHTS.prior_something_else)


def test_somebody_who_asks_is_less_likely_healthy():
    assert probabilities(told=True)[HEALTHY] == pytest.approx(WEIGHTS.prior_healthy_told)


def test_not_measured_moves_nothing():
    assert probabilities(Observation("loss-diverges", "not-measured")) == probabilities()


def test_absence_of_an_expected_symptom_speaks_against_its_entry():
    assert (
        probabilities(absent("loss-falls-too-slowly"))["learning-rate-too-low"]
        < probabilities()["learning-rate-too-low"]
    )


def test_a_sign_that_no_entry_knows_points_to_something_else():
    result = probabilities(seen("log-disk-full"))

    assert max(result, key=result.get) == SOMETHING_ELSE


def test_words_move_the_entry_that_they_resemble():
    scores = {
        "nan-loss": math.log(0.9),
        "learning-rate-too-high": math.log(0.05),
        "learning-rate-too-low": math.log(0.05),
    }

    result = rank([], KNOWLEDGE, Pointers(scores), told=True)

    assert result.order()[0] == "nan-loss"
    assert result.probabilities["nan-loss"] > 0.5


def test_words_about_other_failures_point_to_something_else():
    scores = {name: math.log(0.1) for name in KNOWLEDGE.failure_modes} | {
        SOMETHING_ELSE: math.log(0.7)
    }

    with_words = rank([], KNOWLEDGE, Pointers(scores), told=True).probabilities

    assert with_words[SOMETHING_ELSE] > probabilities(told=True)[SOMETHING_ELSE]


def test_ties_are_ordered_by_slug():
    assert rank([], KNOWLEDGE).order() == [
        "learning-rate-too-high",
        "learning-rate-too-low",
        "nan-loss",
    ]


def test_an_unknown_symptom_is_an_error():
    with pytest.raises(ValueError, match="not in the knowledge"):
        rank([seen("no-such-symptom")], KNOWLEDGE)
