import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.measures.ranks import rank_correlation, ranks


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_ranks_share_ties_like_a_plain_count(values):
    expected = [sum(b < a for b in values) + (sum(b == a for b in values) - 1) / 2 for a in values]
    assert ranks(np.array(values, dtype=float)) == pytest.approx(expected)


def test_rank_correlation_sees_any_monotone_relation():
    x = np.arange(1.0, 20.0)
    assert rank_correlation(x, np.exp(x)) == pytest.approx(1)
    assert rank_correlation(x, 1 / x) == pytest.approx(-1)
    assert rank_correlation(x, np.ones_like(x)) == 0


def test_rank_correlation_agrees_with_the_textbook_formula_without_ties():
    rng = np.random.default_rng(1)
    a, b = rng.permutation(30).astype(float), rng.permutation(30).astype(float)
    expected = 1 - 6 * sum((a - b) ** 2) / (30 * (30**2 - 1))
    assert rank_correlation(a, b) == pytest.approx(expected)
