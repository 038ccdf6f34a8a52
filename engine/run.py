"""A run as it was read: curves, settings and log lines under canonical names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ConfigValue = str | float | bool | tuple[float, ...]


@dataclass(frozen=True, slots=True)
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

    @property
    def finite(self) -> Floats:
        """The finite values of y, in order."""
        return self.y[np.isfinite(self.y)]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What one input was taken for: its name, the format, and how many points each series got."""

    name: str
    format: str
    series: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a run shows, read and named canonically.

    series: canonical name -> curve (train_loss, val_loss, train_accuracy, val_accuracy, grad_norm,
        lr, ...;
        names that no alias knows keep their own).
    layers: name -> one curve per layer, input side first (grad_norm_by_layer).
    classes: name -> array of shape (points, classes) (per_class_recall).
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

    @property
    def is_asked(self) -> bool:
        """A description or a ticked symptom means that a person sees something wrong."""
        return bool(self.description.strip() or self.told_seen)
