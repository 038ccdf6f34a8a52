from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evidence import Observation
from engine.rank.next_checks import (
    MINIMUM_SHARE,
    binary_entropy_bits,
    information_bits,
    next_checks,
)
from engine.rank.ranking import rank
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
RANKING = rank([], KNOWLEDGE)

shares = st.lists(st.floats(0.01, 1), min_size=2, max_size=6).map(lambda v: np.array(v) / sum(v))


def test_entropy_of_a_fair_coin_is_one_bit():
    assert binary_entropy_bits(np.array([0.5, 0.0, 1.0])).tolist() == [1, 0, 0]


def test_a_question_that_splits_evenly_gives_one_bit():
    assert information_bits(np.array([0.5, 0.5]), np.array([[1.0], [0.0]])) == pytest.approx(1)


def test_a_question_that_all_answer_alike_gives_nothing():
    yes = np.array([[0.3, 0.0, 1.0], [0.3, 0.0, 1.0]])
    assert information_bits(np.array([0.5, 0.5]), yes) == pytest.approx([0, 0, 0])


@given(shares, st.data())
def test_information_lies_between_zero_and_the_entropy(prior, data):
    yes = np.array(data.draw(st.lists(st.floats(0, 1), min_size=len(prior), max_size=len(prior))))

    entropy = -(prior * np.log2(prior)).sum()
    assert -1e-9 <= information_bits(prior, yes[:, None])[0] <= entropy + 1e-9


def test_information_equals_the_mutual_information_summed_over_the_table():
    prior, yes = np.array([0.2, 0.3, 0.5]), np.array([0.9, 0.5, 0.1])
    joint = np.stack([prior * yes, prior * (1 - yes)])
    by_hand = sum(
        joint[answer, row] * np.log2(joint[answer, row] / (joint[answer].sum() * prior[row]))
        for answer in range(2)
        for row in range(3)
    )

    assert information_bits(prior, yes[:, None]) == pytest.approx([by_hand])


def test_the_cheap_check_comes_first():
    chosen = next_checks(RANKING, KNOWLEDGE, known=(), count=5)

    assert [row.check.slug for row in chosen] == ["feature-statistics", "learning-rate-sweep"]
    assert all(row.information_bits > 0 for row in chosen)


def test_a_check_that_tells_little_beside_another_is_left_out():
    certain = rank([Observation("loss-falls-too-slowly", "seen", 1.0)], KNOWLEDGE)
    bits = {
        row.check.slug: row.information_bits
        for row in next_checks(certain, KNOWLEDGE, known=(), count=5)
    }

    assert min(bits.values()) >= MINIMUM_SHARE * max(bits.values())


def test_what_is_known_is_not_asked_again():
    chosen = next_checks(RANKING, KNOWLEDGE, known={"bad-values-in-inputs"}, count=5)

    assert [row.check.slug for row in chosen] == ["learning-rate-sweep"]


def test_no_more_than_asked_for():
    assert next_checks(RANKING, KNOWLEDGE, known=(), count=0) == ()


def test_checks_that_tell_as_much_for_their_cost_come_by_slug():
    known = knowledge()
    shared = known.checks["feature-statistics"]
    slugs = ("z-score", "a-score", "m-score")
    checks = {slug: replace(shared, slug=slug) for slug in slugs}
    equal = replace(known, edition="equal checks", checks={**checks, **known.checks})

    chosen = next_checks(RANKING, equal, known=(), count=4)

    assert [row.check.slug for row in chosen] == ["a-score", shared.slug, "m-score", "z-score"]
