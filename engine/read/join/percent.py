"""Shares that an input writes in percent."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine.read.join.named import Named

_PERCENT = 100.0
_ABOVE_SHARE = 1.5  # no share is so large, whatever the rounding


def in_percent(found: Iterable[Named]) -> set[int]:
    """Return the ids of the curves that are in percent: by their values, or by those of another
    rank of the same score beside them, as Acc@5 beside Acc@1.
    """
    shares = list(filter(_is_share, found))
    large = [each for each in shares if _is_above_one(each)]
    percent = set()
    for each in shares:
        if _is_of(each, large):
            place = id(each.curve)
            percent.add(place)
    return percent


def _is_share(named: Named) -> bool:
    quantity = named.meaning.quantity
    if quantity is None:
        return False
    return quantity.is_share or quantity.name == "error"


def _is_of(
    share: Named,
    large: list[Named],
) -> bool:
    """Return whether a share is one of those above 1, or another rank beside one of them."""
    if share in large:
        return True
    return any(_is_rank_beside(share, other) for other in large)


def _is_rank_beside(
    one: Named,
    other: Named,
) -> bool:
    """Return whether two curves of one group are ranks of the same score."""
    group = one.curve.group
    if not group or group != other.curve.group:
        return False
    if one.meaning.stem != other.meaning.stem:
        return False
    return one.meaning.part != other.meaning.part


def _is_above_one(named: Named) -> bool:
    """Say whether the values are too large for a share, as percent are.

    Single values of a share that are no percent either are left out later. An error is no share for
    certain, so all of its values must be.
    """
    values = named.curve.y
    finite = values[np.isfinite(values)]
    fitting = finite[(finite >= 0) & (finite <= _PERCENT)]
    quantity = named.meaning.quantity
    is_share = quantity is not None and quantity.is_share
    least = len(finite) // 2 + 1 if is_share else len(finite)
    if len(fitting) < max(least, 1):
        return False
    return float(fitting.max()) > _ABOVE_SHARE
