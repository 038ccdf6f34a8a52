"""Curves of one name whose points lie between one another are one, told by two kinds of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace

import numpy as np

from engine.read.join.named import Named
from engine.run import Floats

_COMPARED = 16  # curves of one meaning: a log that prints more of them tells no two parts of one
_ALIKE = 1.6  # times as many points: the denser one is of another grain


def merged(candidates: list[Named]) -> list[Named]:
    """Join curves of one spelling and grain that have the same kind of x and share none of it."""
    result: list[Named] = []
    alike: dict[Hashable, list[int]] = {}  # places of the first curves of one meaning
    for each in candidates:
        key = _what_parts_share(each)
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


def uncompared(whole: Iterable[Named]) -> int:
    """Return how many curves that `merged` returned were not compared with later ones."""
    parts = filter(_may_be_part, whole)
    keys = map(
        _what_parts_share,
        parts,
    )
    beyond = 0
    for count in Counter(keys).values():
        if count > _COMPARED:
            beyond += count - _COMPARED
    return beyond


def _what_parts_share(named: Named) -> Hashable:
    curve = named.curve
    return (
        curve.x_name,
        named.meaning,
        curve.grain,
    )


def _may_be_part(named: Named) -> bool:
    return named.curve.x_name != "index"


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
    if not _may_be_part(one) or first.x_name != second.x_name:
        return False
    if one.meaning != other.meaning or first.grain != second.grain:
        return False
    lengths = len(first), len(second)
    fewer = min(lengths)
    if max(lengths) > _ALIKE * max(fewer, 2):
        return False
    return not _share_any(first.x, second.x)


def _share_any(
    one: Floats,
    other: Floats,
) -> bool:
    """Return whether two arrays share a number; most that do share their first or last one."""
    if not one.size or not other.size:
        return False
    begin_alike = one[0] == other[0]
    end_alike = one[-1] == other[-1]
    if begin_alike or end_alike:
        return True
    is_shared = np.isin(one, other)
    return bool(is_shared.any())


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
