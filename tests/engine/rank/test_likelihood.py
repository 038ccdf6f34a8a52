import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evidence import Observation
from engine.rank.compiled import compiled
from engine.rank.likelihood import evidence_parts, once_per_facet, support
from engine.rank.ranking import rank
from engine.rank.weights import WEIGHTS
from engine.scales import EVOKING, FREQUENCY
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
SYMPTOMS = tuple(KNOWLEDGE.symptoms)


def seen(symptom, strength=1.0, channel="measured"):
    return Observation(symptom, "seen", strength, channel)


def absent(symptom):
    return Observation(symptom, "absent", 0.0, "measured")


def test_a_part_mixes_presence_and_absence_by_strength():
    """Against the formula written out by hand for one symptom of one entry."""
    matrices = compiled(KNOWLEDGE)
    strength, probability, background = 0.9, FREQUENCY[4].worth, 0.06
    present = EVOKING[4].worth * math.log(probability / background)
    missing = WEIGHTS.absence * math.log((1 - probability) / (1 - background))

    parts = evidence_parts([seen("loss-oscillates", strength)], matrices, WEIGHTS)

    row = matrices.modes.index("learning-rate-too-high")
    assert parts[row, 0] == pytest.approx(strength * present + (1 - strength) * missing)


def test_symptoms_of_one_facet_count_once_per_entry():
    found = [seen("loss-oscillates"), seen("loss-diverges")]
    matrices = compiled(KNOWLEDGE)
    parts = evidence_parts(found, matrices, WEIGHTS)

    kept = once_per_facet(parts, found, matrices)

    row = matrices.modes.index("learning-rate-too-high")
    assert parts[row].min() > 0
    assert kept[row].tolist() == [0.0, parts[row, 1]]


COURSES = ["loss-oscillates", "loss-diverges", "loss-non-finite"]  # of one facet
BESIDE = ["bad-values-in-inputs", "loss-falls-too-slowly"]


@given(st.permutations([*COURSES, *BESIDE]), st.data())
def test_a_facet_keeps_the_strongest_part_for_a_mode_else_the_strongest_against_it(symptoms, data):
    """Against the rule applied to one mode and one facet after the other; the first of equals."""
    found = [seen(symptom) for symptom in symptoms]
    matrices = compiled(KNOWLEDGE)
    nats = st.lists(st.integers(-2, 2), min_size=len(found), max_size=len(found))
    parts = np.array([data.draw(nats) for _ in matrices.modes], dtype=float)

    kept = once_per_facet(parts, found, matrices)

    facets = [KNOWLEDGE.symptoms[symptom].facet or symptom for symptom in symptoms]
    for facet in facets:
        places = [place for place, other in enumerate(facets) if other == facet]
        for row, own in zip(parts[:, places].tolist(), kept[:, places].tolist(), strict=True):
            strongest = max(row) if max(row) > 0 else min(row)
            first = row.index(strongest)
            expected = [0.0] * len(row)
            expected[first] = strongest
            assert own == expected


def test_within_a_facet_what_speaks_for_an_entry_silences_what_is_missing():
    found = [seen("loss-diverges"), absent("loss-oscillates")]

    ranking = rank(found, KNOWLEDGE)

    row = ranking.compiled.modes.index("learning-rate-too-high")
    assert ranking.parts[row, 0] > 0
    assert ranking.parts[row, 1] == 0


def test_a_contra_indication_speaks_against_its_entry():
    ranking = rank([seen("loss-oscillates")], KNOWLEDGE)
    row = ranking.compiled.modes.index("learning-rate-too-low")

    assert ranking.parts[row, 0] == pytest.approx(-WEIGHTS.contra * 4)


def test_symptoms_told_in_text_count_less_than_measured_ones():
    measured = rank([seen("loss-diverges")], KNOWLEDGE).parts.max()
    told = rank([seen("loss-diverges", channel="words")], KNOWLEDGE).parts.max()

    assert told == pytest.approx(WEIGHTS.told_in_text * measured)


def test_support_is_the_sum_of_the_ranking_without_its_priors():
    chosen = SYMPTOMS[:4]
    ranking = rank([seen(symptom) for symptom in chosen], KNOWLEDGE)

    nats = support(chosen, compiled(KNOWLEDGE))

    assert nats == pytest.approx(
        dict(zip(ranking.compiled.modes, ranking.parts.sum(axis=1), strict=True))
    )


def test_nothing_seen_supports_no_entry():
    assert set(support((), compiled(KNOWLEDGE)).values()) == {0.0}


def test_an_unknown_symptom_has_no_support():
    with pytest.raises(ValueError, match="not in the knowledge"):
        support(("unheard-of",), compiled(KNOWLEDGE))


def test_symptom_that_a_mode_does_not_list_counts_nothing():
    matrices = compiled(KNOWLEDGE)

    parts = evidence_parts([seen("log-disk-full")], matrices, WEIGHTS)

    assert parts.shape == (len(matrices.modes), 1)
    assert not parts.any()


@pytest.mark.parametrize("strength", [0.02, 0.1, 0.4])
def test_words_that_resemble_a_sign_weakly_are_not_against_it(strength):
    matrices = compiled(KNOWLEDGE)
    row = matrices.modes.index("learning-rate-too-high")
    said = seen("loss-oscillates", strength, "words")
    measured = seen("loss-oscillates", strength)

    parts = evidence_parts([said, measured], matrices, WEIGHTS)[row]

    whole = evidence_parts([seen("loss-oscillates", 1.0, "words")], matrices, WEIGHTS)[row, 0]
    assert parts[0] == pytest.approx(strength * whole)
    assert parts[0] > parts[1]


def test_words_that_deny_a_sign_are_against_it():
    matrices = compiled(KNOWLEDGE)
    row = matrices.modes.index("learning-rate-too-high")
    denied = Observation("loss-oscillates", "absent", 0.1, "words")

    assert evidence_parts([denied], matrices, WEIGHTS)[row, 0] < 0
