"""A run as it was read: curves, settings and log lines under canonical names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ConfigValue = str | float | bool | tuple[float, ...]


@dataclass(frozen=True)  # without slots, for what is kept once it is worked out
class Series:
    """One recorded curve. `x` and `y` have the same length; points that were not recorded are left
    out, so a NaN in `y` is a NaN that the run produced.
    """

    name: str
    x: Floats
    y: Floats
    x_name: str = "index"  # step, epoch or index

    def __len__(self) -> int:
        return len(self.y)

    @cached_property
    def finite(self) -> Floats:
        """The finite values of y, in order; y itself where all are."""
        is_finite = np.isfinite(self.y)
        return self.y if is_finite.all() else self.y[is_finite]

    @cached_property
    def is_in_order(self) -> bool:
        """Whether each x is larger than the one before it."""
        rises = self.x[1:] > self.x[:-1]
        return bool(rises.all())

    @property
    def is_finite(self) -> bool:
        """Whether no value is NaN or infinite."""
        return self.finite is self.y


@dataclass(frozen=True, slots=True)
class CurveRead:
    """What one curve of an input was taken for.

    name: canonical. own_name: as the input writes it. split: train, val, test or empty; it is said
    by the input or assumed. grain: step, epoch, index, evaluation or best. is_corrected: a person
    said what it is.
    """

    name: str
    own_name: str
    points: int
    split: str
    is_split_said: bool
    grain: str
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What one input was taken for: its name, the format, and how many points each series got.

    run: the one of several runs, folds or ranks that is diagnosed. settings: how many were read.
    left_out: names of curves that stand for another one that was read, or that a person left out.
    """

    name: str
    format: str
    series: Mapping[str, int]
    curves: tuple[CurveRead, ...] = ()
    run: str = ""
    other_runs: tuple[str, ...] = ()
    settings: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A program or a part of one: name of its input, number of its first line there, its text."""

    name: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a run shows, read and named canonically.

    series: canonical name -> curve (train_loss, val_loss, train_accuracy, val_accuracy, grad_norm,
        lr, ...;
        names that no alias knows keep their own).
    layers: name -> one curve per layer, input side first (grad_norm_by_layer).
    classes: name -> array of shape (points, classes) (per_class_recall, per_class_precision,
        per_class_count).
    config: canonical flat key -> value (learning_rate, batch_size, optimizer, n_classes, n_train,
        depth, ...).
    """

    description: str = ""
    told_seen: tuple[str, ...] = ()
    told_absent: tuple[str, ...] = ()
    series: Mapping[str, Series] = field(default_factory=dict)
    layers: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: Mapping[str, Floats] = field(default_factory=dict)
    config: Mapping[str, ConfigValue] = field(default_factory=dict)
    log: tuple[str, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    warnings: tuple[str, ...] = ()
    code: tuple[Snippet, ...] = ()

    @property
    def is_asked(self) -> bool:
        """A description or a ticked symptom means that a person sees something wrong."""
        return bool(self.description.strip() or self.told_seen)
