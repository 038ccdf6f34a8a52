"""What a chart is made of. Curves are given in data units; drawing decides about pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["train", "validation", "third", "fourth"]
ROLES: tuple[Role, ...] = ("train", "validation", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Curve:
    """x and y have the same length. A value that is not finite in y breaks the line and gets a
    ring.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    role: Role = "train"


@dataclass(frozen=True, slots=True)
class Shade:
    """A part of the x axis that the reader is pointed to."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal dashed line: chance, a floor, the share of the majority."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands at the axes. Without `ticks` they carry no numbers: the figure shows a shape, not
    a recording. `y_holds`: values that the y axis must reach as well, so that two figures can be
    compared.
    """

    x: str = "step"
    y: str = "loss"
    ticks: bool = True
    y_holds: tuple[float, ...] = ()
