from dataclasses import replace

import numpy as np
import pytest

from engine.knowledge import Indication, Recorded
from engine.rank.compiled import (
    LISTED,
    MINIMUM_PROBABILITY,
    PASSED,
    PASSED_ON,
    compile_modes,
    compiled,
)
from engine.scales import EVOKING, FREQUENCY, PREVALENCE
from tests.engine.knowledge import failure_mode, knowledge, symptom, with_edition

KNOWLEDGE = knowledge()
MATRICES = compiled(KNOWLEDGE)


def cell(values, mode, symptom_slug):
    return values[MATRICES.modes.index(mode), MATRICES.column(symptom_slug)]


def test_compiled_is_kept_per_edition():
    other = with_edition(KNOWLEDGE, "another")

    assert compiled(KNOWLEDGE) is compiled(knowledge())
    assert compiled(other) is not compiled(KNOWLEDGE)


def test_rows_are_modes_by_slug_and_columns_symptoms_in_order():
    assert MATRICES.modes == tuple(sorted(KNOWLEDGE.failure_modes))
    assert MATRICES.symptoms == tuple(KNOWLEDGE.symptoms)
    assert MATRICES.probability.shape == (len(MATRICES.modes), len(MATRICES.symptoms))


def test_scales_become_probabilities_and_factors():
    assert cell(MATRICES.probability, "nan-loss", "loss-non-finite") == FREQUENCY[5].worth
    assert cell(MATRICES.evoking, "nan-loss", "loss-non-finite") == EVOKING[4].worth
    assert cell(MATRICES.listed, "nan-loss", "loss-non-finite") == 1


def test_symptom_that_is_not_listed_has_its_background():
    background = KNOWLEDGE.symptoms["log-disk-full"].background

    assert cell(MATRICES.probability, "nan-loss", "log-disk-full") == background
    assert cell(MATRICES.listed, "nan-loss", "log-disk-full") == 0


def test_symptom_against_a_mode_has_its_strength_apart():
    assert cell(MATRICES.listed, "learning-rate-too-low", "loss-oscillates") == -1
    assert cell(MATRICES.contra, "learning-rate-too-low", "loss-oscillates") == 4


def test_an_entry_makes_no_symptom_rarer_than_health_does():
    indications = KNOWLEDGE.failure_modes["nan-loss"].indications
    common = {"loss-non-finite": symptom("loss-non-finite", background=0.99)}
    rare = {"loss-non-finite": symptom("loss-non-finite", background=1e-9)}
    once = [item for item in indications if item.symptom == "loss-non-finite"]

    for symptoms, least in ((common, 0.99), (rare, MINIMUM_PROBABILITY)):
        matrices = compile_modes({"nan-loss": once}, {"nan-loss": "common"}, symptoms)
        assert matrices.probability.min() >= least


def test_facets_are_numbered_and_missing_ones_are_minus_one():
    course = {
        MATRICES.facet[MATRICES.column(slug)] for slug in ("loss-oscillates", "loss-diverges")
    }

    assert len(course) == 1
    assert course != {-1}
    assert MATRICES.facet[MATRICES.column("log-disk-full")] == -1


def test_priors_follow_prevalence():
    indications = {"a": (), "b": ()}
    symptoms = {"s": symptom("s")}

    prior = compile_modes(indications, {"a": "common", "b": "rare"}, symptoms).prior

    assert prior.sum() == pytest.approx(1)
    assert prior[0] / prior[1] == pytest.approx(PREVALENCE["common"] / PREVALENCE["rare"])


def test_unknown_symptom_or_prevalence_is_refused():
    indications = {"nan-loss": KNOWLEDGE.failure_modes["nan-loss"].indications}

    with pytest.raises(KeyError, match="loss-non-finite"):
        compile_modes(indications, {"nan-loss": "common"}, {})
    with pytest.raises(KeyError, match="daily"):
        compile_modes({"a": ()}, {"a": "daily"}, {"s": symptom("s")})


def test_arrays_are_finite():
    for values in (MATRICES.probability, MATRICES.evoking, MATRICES.contra, MATRICES.prior):
        assert np.isfinite(values).all()


CHAIN = {
    "cause": failure_mode("cause", ("loss-oscillates", 3, 3)),
    "finding": failure_mode("finding", ("loss-non-finite", 5, 4), ("loss-oscillates", 5, 5)),
}


def chained(**fields):
    modes = {**CHAIN, "cause": replace(CHAIN["cause"], **fields)}
    return compiled(replace(knowledge(), edition=str(fields), failure_modes=modes))


def test_a_cause_shows_the_signs_of_its_consequence_in_a_share_of_the_cases():
    matrices = chained(consequences=("finding",))

    column = matrices.column("loss-non-finite")
    own, finding = matrices.probability[:, column]
    assert own == pytest.approx(PASSED_ON * finding)
    assert matrices.listed[:, column].tolist() == [PASSED, LISTED]


def test_what_a_cause_lists_itself_stays_as_it_lists_it():
    with_chain = chained(consequences=("finding",))
    without = chained()

    column = without.column("loss-oscillates")
    assert with_chain.probability[0, column] == without.probability[0, column]
    assert with_chain.listed[0, column] == LISTED


def test_without_consequences_nothing_is_passed_on():
    assert (chained().listed != PASSED).all()


def test_a_consequence_that_is_not_ranked_passes_nothing_on():
    assert (chained(consequences=("nothing",)).listed != PASSED).all()


def test_counts_of_recorded_runs_move_both_rates():
    symptoms = {"nan-loss": symptom("nan-loss")}
    indications = {"a": (Indication("nan-loss", 5, 3),)}
    counted = {"nan-loss": Recorded(healthy=0, healthy_seen=0, failing=1000, failing_seen=0)}

    judged = compile_modes(indications, {"a": "common"}, symptoms)
    blended = compile_modes(indications, {"a": "common"}, symptoms, counted)

    assert blended.background == judged.background
    assert blended.probability[0, 0] < judged.probability[0, 0]
