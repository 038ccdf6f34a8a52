"""Joins the readings of all inputs into one case under canonical names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from engine.read.inputs import Reading
from engine.read.parts.names import AXIS_NAMES, Names
from engine.run import Floats, Series

_LISTED = 12
_SHARES = ("accuracy", "recall", "precision", "f1")
_PERCENT = 100.0
_ABOVE_SHARE = 1.5  # no share is so large, whatever the rounding
_BEFORE_TRAINING = {"step": 0.0, "epoch": -0.5}  # x of values from before the first step


class Joined:
    """Curves of a case while its inputs are joined; the first input that gives a name keeps it."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.series: dict[str, Series] = {}
        self.layers: dict[str, tuple[Series, ...]] = {}
        self.classes: dict[str, Floats] = {}
        self.unknown: dict[str, None] = {}  # a set that keeps the order
        self.warnings: list[str] = []

    def add(
        self,
        source: str,
        reading: Reading,
    ) -> dict[str, int]:
        """Take over the curves of one input; return the number of points of each."""
        self.warnings.extend(reading.warnings)
        counts = self._add_series(source, reading.series)
        for own_name, layers in reading.layers.items():
            name = self._name(own_name)
            counts[name] = sum(map(len, layers))
            self.layers.setdefault(name, layers)
        for own_name, classes in reading.classes.items():
            name = self._name(own_name)
            counts[name] = classes.size
            self.classes.setdefault(name, classes)
        return counts

    def _add_series(
        self,
        source: str,
        curves: Mapping[str, Series],
    ) -> dict[str, int]:
        counts: dict[str, int] = {}
        for own_name, curve in curves.items():
            name = self._name(own_name)
            if name in AXIS_NAMES or not len(curve):
                continue
            if name in self.series:
                warning = f"{source}: {own_name} means {name}, which was given before (left out)"
                self.warnings.append(warning)
                continue
            renamed = replace(curve, name=name)
            self.series[name] = self._cleaned(renamed)
            counts[name] = len(self.series[name])
        return counts

    def _name(self, own_name: str) -> str:
        canonical = self._names.canonical(own_name)
        if canonical is not None:
            return canonical
        name = self._names.own_or_canonical(own_name)
        self.unknown[name] = None
        return name

    def _cleaned(self, series: Series) -> Series:
        series = without_untrained_nan(series)
        if series.name.endswith(_SHARES) and _is_in_percent(series.y):
            warning = f"{series.name} was taken for percent and divided by 100"
            self.warnings.append(warning)
            series = replace(series, y=series.y / _PERCENT)
        falls = np.diff(series.x) < 0
        if series.x_name != "index" and falls.any():
            position = int(np.argmax(falls))
            warning = _goes_back(series, position)
            self.warnings.append(warning)
        return series

    def all_warnings(self, unknown_settings: Iterable[str]) -> tuple[str, ...]:
        """Return every warning once, and the names that are in no alias table."""
        taken = {*self.series, *self.layers, *self.classes}
        unknown_metrics = [name for name in self.unknown if name in taken]
        warnings = [
            *self.warnings,
            *_listed("metric", unknown_metrics),
            *_listed("setting", list(unknown_settings)),
        ]
        return tuple(dict.fromkeys(warnings))


def _goes_back(
    series: Series,
    position: int,
) -> str:
    before = series.x[position]
    after = series.x[position + 1]
    return (
        f"{series.name} goes back from {series.x_name} {before:g} to {after:g}: "
        "the run was resumed, or two runs share a log"
    )


def _listed(
    kind: str,
    names: list[str],
) -> list[str]:
    """Return one warning that lists the first of the names, none without names."""
    if not names:
        return []
    plural = "s" if len(names) > 1 else ""
    listed = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    rest = f" and {more} more" if more > 0 else ""
    warning = f"unknown {kind} name{plural}: {listed}{rest}"
    return [warning]


def without_untrained_nan(series: Series) -> Series:
    """Drop a NaN from before the first step if all later values are finite.

    It is a value that did not exist yet: a run whose loss had become NaN would not have come back.
    """
    start = _BEFORE_TRAINING.get(series.x_name, -math.inf)
    is_early = series.x <= start
    is_untrained = is_early & np.isnan(series.y)
    if not is_untrained.any():
        return series
    x = series.x[~is_untrained]
    y = series.y[~is_untrained]
    if not np.isfinite(y).all():
        return series
    return replace(
        series,
        x=x,
        y=y,
    )


def _is_in_percent(values: Floats) -> bool:
    """Return whether the largest value is too large for a share, and none is negative."""
    is_finite = np.isfinite(values)
    finite = values[is_finite]
    if not len(finite) or finite.min() < 0:
        return False
    largest = float(finite.max())
    return _ABOVE_SHARE < largest <= _PERCENT


def with_promoted_steps(series: Mapping[str, Series]) -> dict[str, Series]:
    """Use the training loss per step where there is none per epoch."""
    promoted = dict(series)
    per_step = promoted.get("train_loss_step")
    if per_step is not None:
        stand_in = replace(per_step, name="train_loss")
        promoted.setdefault("train_loss", stand_in)
    return promoted
