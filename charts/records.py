"""Records of a chart. Curves are given in data units; drawing decides about pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["train", "validation", "third", "fourth"]
ROLES: tuple[Role, ...] = ("train", "validation", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Curve:
    """x and y have the same length. A y that is not finite breaks the line, and the first such y
    gets a ring.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    role: Role = "train"


@dataclass(frozen=True, slots=True)
class Shade:
    """Mark a part of the x axis, from `start` to `end` in data units."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Level:
    """Mark a height by a dashed line: chance, a floor, the share of the majority."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Name the axes.

    ticks: whether the axes have numbers; without them the figure shows a shape, not a recording.
    y_holds: values that the y axis must include as well, so that two figures can be compared.
    """

    x: str = "step"
    y: str = "loss"
    ticks: bool = True
    y_holds: tuple[float, ...] = ()
