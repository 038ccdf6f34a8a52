"""Families and their children: which of them is named, and with what probability."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from engine.knowledge import FAMILY, HEALTHY, SOMETHING_ELSE, FailureMode
from engine.rank.places import move_behind

Probabilities = Mapping[str, float]
# A child that holds this share of its family is named instead of it.
LEADING_SHARE = 2 / 3


def move_families(
    modes: list[str],
    families: Iterable[tuple[FailureMode, str | None]],
) -> None:
    """Put each family behind the child that leads it."""
    for family, leading in families:
        if leading:
            move_behind(
                modes,
                family.slug,
                [leading],
            )


def with_families(
    probabilities: Probabilities,
    undecided: Iterable[FailureMode],
    counted: Collection[str],
) -> dict[str, float]:
    """Add the probabilities of its counted children to each family that stands for them."""
    shown = dict(probabilities)
    for hypothesis in (HEALTHY, SOMETHING_ELSE):
        shown.pop(hypothesis, None)
    for family in undecided:
        children = filter(counted.__contains__, family.children)
        shown[family.slug] += sum(map(probabilities.__getitem__, children))
    return shown


def stands_for_children(mode: FailureMode) -> bool:
    return mode.entry_class == FAMILY and not mode.ranks_as_itself


def leading_child(
    mode: FailureMode,
    probabilities: Probabilities,
) -> str | None:
    """Return the child that holds two thirds of its family, None without one."""
    whole = family_sum(mode, probabilities)
    leading = LEADING_SHARE * whole
    for child in mode.children:
        if probabilities[child] >= leading:
            return child
    return None


def family_sum(
    mode: FailureMode,
    probabilities: Probabilities,
) -> float:
    children = map(probabilities.__getitem__, mode.children)
    return probabilities[mode.slug] + sum(children)
