"""Sets of one split that a tool numbers: validation_1 and validation_2 of XGBoost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.read.join.named import Named


def with_sets_apart(found: Iterable[Named]) -> Iterator[Named]:
    """Name the sets of one split by their numbers, all but the first: `val_set_1_loss`."""
    curves = list(found)
    first = _first_numbers(curves)
    for each in curves:
        number = each.meaning.number
        lowest = first.get(each.name, number)
        if number > lowest:
            yield _set_apart(each)
        else:
            yield each


def _first_numbers(curves: list[Named]) -> dict[str, int]:
    """Return the lowest number of the sets of each name."""
    first: dict[str, int] = {}
    for each in curves:
        number = each.meaning.number
        if number < 0:
            continue
        lowest = first.get(each.name, number)
        first[each.name] = min(number, lowest)
    return first


def _set_apart(named: Named) -> Named:
    meaning = named.meaning
    part = f"set_{meaning.number}"
    if meaning.part:
        part = f"{meaning.part}_{part}"
    apart = replace(
        meaning,
        part=part,
    )
    return Named(
        named.curve,
        apart,
    )
