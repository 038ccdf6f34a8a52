"""Joins the readings of all inputs into one case under canonical names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from engine.read.inputs import Reading
from engine.read.parts.names import AXIS_NAMES, Names
from engine.run import Floats, Series

_LISTED = 12
_PER_STEP = "train_loss_step"
_PER_EPOCH = "train_loss"
_SHARES = ("accuracy", "recall", "precision", "f1")
_PERCENT = 100.0
_ABOVE_SHARE = 1.5  # no share is so large, whatever the rounding
_BEFORE_TRAINING = {"step": 0.0, "epoch": -0.5}  # x of values from before the first step


@dataclass
class Joined:
    """Curves of a case while its inputs are joined.

    The first input that gives a name keeps it. `unknown` are the names that are in no alias table;
    it is a set that keeps the order.
    """

    names: Names
    series: dict[str, Series] = field(default_factory=dict)
    layers: dict[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: dict[str, Floats] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def add(
        self,
        source: str,
        reading: Reading,
    ) -> dict[str, int]:
        """Take over the curves of one input; return the number of points of each."""
        for warning in reading.warnings:
            self._warn(warning)
        points = self._add_series(source, reading.series)
        of_layers = self._add_layers(reading.layers)
        of_classes = self._add_classes(reading.classes)
        return {
            **points,
            **of_layers,
            **of_classes,
        }

    def _add_series(
        self,
        source: str,
        curves: Mapping[str, Series],
    ) -> dict[str, int]:
        """Return the number of points of each curve that is new and not empty."""
        counts: dict[str, int] = {}
        for own_name, curve in curves.items():
            name = self._name(own_name)
            if name in AXIS_NAMES or len(curve) == 0:
                continue
            if name in self.series:
                meaning = f"{source}: {own_name} means {name}"
                self._warn(f"{meaning}, which was given before (left out)")
                continue
            renamed = replace(curve, name=name)
            cleaned = self._cleaned(renamed)
            self.series[name] = cleaned
            counts[name] = len(cleaned)
        return counts

    def _add_layers(
        self,
        layers: Mapping[str, tuple[Series, ...]],
    ) -> dict[str, int]:
        """Return the number of points of all layers together, for each name."""
        counts: dict[str, int] = {}
        for own_name, curves in layers.items():
            name = self._name(own_name)
            lengths = map(len, curves)
            counts[name] = sum(lengths)
            self.layers.setdefault(name, curves)
        return counts

    def _add_classes(
        self,
        classes: Mapping[str, Floats],
    ) -> dict[str, int]:
        """Return the number of points times the number of classes, for each name."""
        counts: dict[str, int] = {}
        for own_name, matrix in classes.items():
            name = self._name(own_name)
            counts[name] = matrix.size
            self.classes.setdefault(name, matrix)
        return counts

    def _warn(self, warning: str) -> None:
        self.warnings.append(warning)

    def _name(self, own_name: str) -> str:
        """Return the canonical name; remember a name that is in no alias table."""
        names = self.names
        canonical = names.canonical(own_name)
        if canonical is not None:
            return canonical
        name = names.own_or_canonical(own_name)
        self.unknown[name] = None
        return name

    def _cleaned(self, series: Series) -> Series:
        """Return the values that belong to the run, shares between 0 and 1."""
        series = without_untrained_nan(series)
        name = series.name
        values = series.y
        if name.endswith(_SHARES) and _is_in_percent(values):
            self._warn(f"{name} was taken for percent and divided by 100")
            shares = values / _PERCENT
            series = replace(series, y=shares)
        warning = _warning_of_return(series)
        if warning:
            self._warn(warning)
        return series

    def all_warnings(self, unknown_settings: Iterable[str]) -> tuple[str, ...]:
        """Return every warning once, and the names that are in no alias table."""
        taken = {
            *self.series,
            *self.layers,
            *self.classes,
        }
        metrics = [name for name in self.unknown if name in taken]
        settings = list(unknown_settings)
        warnings = [
            *self.warnings,
            *_listed("metric", metrics),
            *_listed("setting", settings),
        ]
        once = dict.fromkeys(warnings)
        return tuple(once)


def _warning_of_return(series: Series) -> str:
    """Say where the steps or epochs first go back, nothing if they never do."""
    if series.x_name == "index":
        return ""
    x = series.x
    changes = np.diff(x)
    falls = changes < 0
    if not falls.any():
        return ""
    position = int(np.argmax(falls))
    before = x[position]
    after = x[position + 1]
    return (
        f"{series.name} goes back from {series.x_name} {before:g} to {after:g}: "
        "the run was resumed, or two runs share a log"
    )


def _listed(
    kind: str,
    names: list[str],
) -> list[str]:
    """Return one warning that lists the first names.

    The list is empty without names.
    """
    if not names:
        return []
    first = names[:_LISTED]
    listed = ", ".join(first)
    more = len(names) - len(first)
    if more:
        listed = f"{listed} and {more} more"
    plural = "s" if len(names) > 1 else ""
    return [f"unknown {kind} name{plural}: {listed}"]


def without_untrained_nan(series: Series) -> Series:
    """Drop a NaN from before the first step if all later values are finite.

    It is a value that did not exist yet: a run whose loss had become NaN would not have come back.
    """
    x = series.x
    y = series.y
    start = _BEFORE_TRAINING.get(series.x_name, -math.inf)
    is_untrained = (x <= start) & np.isnan(y)
    if not is_untrained.any():
        return series
    is_trained = ~is_untrained
    later = y[is_trained]
    is_finite = np.isfinite(later)
    if not is_finite.all():
        return series
    return replace(
        series,
        x=x[is_trained],
        y=later,
    )


def _is_in_percent(values: Floats) -> bool:
    """Return whether the largest value is too large for a share, and none is negative."""
    is_finite = np.isfinite(values)
    finite = values[is_finite]
    if len(finite) == 0:
        return False
    smallest = finite.min()
    largest = finite.max()
    if smallest < 0:
        return False
    return bool(_ABOVE_SHARE < largest <= _PERCENT)


def with_promoted_steps(series: Mapping[str, Series]) -> dict[str, Series]:
    """Use the training loss per step where there is none per epoch."""
    promoted = dict(series)
    per_step = promoted.get(_PER_STEP)
    if per_step is not None:
        stand_in = replace(per_step, name=_PER_EPOCH)
        promoted.setdefault(_PER_EPOCH, stand_in)
    return promoted
