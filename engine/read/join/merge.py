"""Curves of one name whose points lie between one another are one, told by two kinds of lines."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import numpy as np

from engine.read.join.named import Named

_COMPARED = 16  # curves of one meaning: a log that prints more of them tells no two parts of one
_ALIKE = 1.6  # times as many points: the denser one is of another grain


def merged(candidates: list[Named]) -> list[Named]:
    """Join curves of one spelling and grain that have the same kind of x and share none of it."""
    result: list[Named] = []
    alike: dict[Hashable, list[int]] = {}  # places of the first curves of one meaning
    for each in candidates:
        curve = each.curve
        key = (
            curve.x_name,
            each.meaning,
            curve.grain,
        )
        places = alike.setdefault(key, [])
        place = _place_of(each, result, places)
        if place is not None:
            whole = _joined(result[place], each)
            result[place] = whole
            continue
        if len(places) < _COMPARED:
            places.append(len(result))
        result.append(each)
    return result


def _place_of(
    named: Named,
    others: list[Named],
    places: list[int],
) -> int | None:
    """Return the first of the places whose curve this one is a part of."""
    for place in places:
        if _belong_together(named, others[place]):
            return place
    return None


def _belong_together(
    one: Named,
    other: Named,
) -> bool:
    first = one.curve
    second = other.curve
    if first.x_name == "index" or first.x_name != second.x_name:
        return False
    if one.meaning != other.meaning or first.grain != second.grain:
        return False
    lengths = len(first), len(second)
    fewer = min(lengths)
    if max(lengths) > _ALIKE * max(fewer, 2):
        return False
    is_shared = np.isin(first.x, second.x)
    return not is_shared.any()


def _joined(
    one: Named,
    other: Named,
) -> Named:
    """Return one curve with the points of both in the order of x."""
    first = one.curve
    second = other.curve
    x = np.concatenate([first.x, second.x])
    y = np.concatenate([first.y, second.y])
    order = np.argsort(x, kind="stable")
    curve = replace(
        first,
        x=x[order],
        y=y[order],
    )
    return Named(curve, one.meaning)
