"""Rows of the table of curves: what each was taken for, and the names that it may have instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from diagnostics_api.page.corrections import AS_READ, LEAVE_OUT
from diagnostics_api.service.reading_words import (
    grain_in_words,
    guessed,
    likely_names,
    split_in_words,
)
from engine.read.corrections import key_of
from engine.run import CurveRead, ReadAs

AT_FIRST = "as it was read at first"


class Choice(NamedTuple):
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One curve. `key` names it among all inputs; empty where it cannot be corrected."""

    own_name: str
    name: str
    key: str = ""
    points: int = 0
    split: str = ""
    grain: str = ""
    why: str = ""  # it was left out
    choices: tuple[Choice, ...] = ()


def rows_of(read_as: ReadAs, names: Mapping[str, str]) -> Iterator[Row]:
    """Yield the curves as they were read, those that were left out, then layers and classes.

    names: the corrections of the page.
    """
    keys: set[str] = set()
    curves: set[str] = set()
    for curve in read_as.curves:
        curves.add(curve.name)
        key = key_of(read_as.name, curve.own_name)
        if key in keys:
            key = ""  # it stands in for a second one, and is corrected in its first row
        keys.add(key)
        yield _read_row(curve, key)
    for own_name in read_as.left_out:
        key = key_of(read_as.name, own_name)
        if key in keys:
            continue
        keys.add(key)
        chosen = names.get(key, AS_READ)
        yield _row_left_out(own_name, key, chosen)
    for name, points in read_as.series.items():
        if name not in curves:
            yield Row(name, name, points=points, split="none", grain="all together")


def _read_row(curve: CurveRead, key: str) -> Row:
    choices = _choices(curve)
    return Row(
        own_name=curve.own_name,
        name=curve.name,
        key=key,
        points=curve.points,
        split=split_in_words(curve),
        grain=grain_in_words(curve),
        choices=tuple(choices),
    )


def _choices(curve: CurveRead) -> Iterator[Choice]:
    """Yield the reading as it stands, other likely names, and none."""
    name, *others = likely_names(curve)
    if curve.is_corrected:
        yield Choice(AS_READ, AT_FIRST, False)
        yield Choice(name, f"{name} (as you said)", True)
    else:
        yield Choice(AS_READ, f"{name} (as read)", True)
    for other in others:
        yield Choice(other, other, False)
    yield Choice(LEAVE_OUT, "leave out", False)


def _row_left_out(
    own_name: str,
    key: str,
    chosen: str,
) -> Row:
    is_said = chosen == LEAVE_OUT
    first = "left out (as read)"
    why = "left out: another curve stands for it"
    if is_said:
        first = AT_FIRST
        why = "left out, as you said"
    elif chosen != AS_READ:
        why = f"left out: another curve has the name {chosen}"
    choices = [Choice(AS_READ, first, not is_said)]
    for name in likely_names(guessed(own_name)):
        choice = Choice(name, name, False)
        choices.append(choice)
    last = Choice(LEAVE_OUT, "leave out", is_said)
    return Row(
        own_name=own_name,
        name="",
        key=key,
        why=why,
        choices=(*choices, last),
    )
