"""Ranks of values, and how well the ranks of two series agree."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.robust import edges_of_equal
from engine.run import Floats


def ranks(values: Floats) -> Floats:
    """Return ranks from 0; ties share their mean rank."""
    order = np.argsort(
        values,
        kind="stable",
    )
    ordered = values[order]
    shared = np.empty(len(values))
    shared[order] = _ranks_of_sorted(ordered)
    return shared


def _ranks_of_sorted(
    ordered: Floats,
) -> Floats:
    is_new = ordered[1:] != ordered[:-1]
    if is_new.all():
        return np.arange(
            len(ordered),
            dtype=np.float64,
        )
    edges = edges_of_equal(ordered)
    counts = np.diff(edges)
    beyond_first = (counts - 1) / 2
    mean_ranks = edges[:-1] + beyond_first
    return np.repeat(
        mean_ranks,
        counts,
    )


def rank_correlation(
    a: Floats,
    b: Floats,
) -> float:
    """Return Spearman's rho; 0 when either side is constant.

    It is 1 for any rising relation, whatever its shape, and -1 for any falling one.
    """
    middle = (len(a) - 1) / 2
    first = ranks(a) - middle
    second = ranks(b) - middle
    first_power = float(first @ first)
    second_power = float(second @ second)
    scale = math.sqrt(first_power * second_power)
    if not scale:
        return 0.0
    product = float(first @ second)
    return product / scale
