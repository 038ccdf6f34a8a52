"""Joins the readings of all inputs into one case under canonical names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from engine.read.inputs import Reading
from engine.read.parts.names import EPOCH_NAMES, STEP_NAMES, Names
from engine.run import Floats, Series

_LISTED = 12
_SHARES = ("accuracy", "recall", "precision", "f1")
_PERCENT = 100.0


class Joined:
    """The curves of a case while its inputs are joined. The first input that gives a name keeps it."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.series: dict[str, Series] = {}
        self.layers: dict[str, tuple[Series, ...]] = {}
        self.classes: dict[str, Floats] = {}
        self.unknown: dict[str, None] = {}  # a set that keeps the order
        self.warnings: list[str] = []

    def add(self, source: str, reading: Reading) -> dict[str, int]:
        """Takes the curves of one input over; gives the number of points of each."""
        self.warnings.extend(reading.warnings)
        counts: dict[str, int] = {}
        for raw, series in reading.series.items():
            name = self._name(raw)
            if name in STEP_NAMES | EPOCH_NAMES or not len(series):
                continue
            if name in self.series:
                self.warnings.append(f"{source}: {raw} means {name}, which was given before (left out)")
                continue
            self.series[name] = self._cleaned(replace(series, name=name))
            counts[name] = len(self.series[name])
        for raw, layers in reading.layers.items():
            counts[self._name(raw)] = sum(map(len, layers))
            self.layers.setdefault(self._name(raw), layers)
        for raw, classes in reading.classes.items():
            counts[self._name(raw)] = classes.size
            self.classes.setdefault(self._name(raw), classes)
        return counts

    def _name(self, raw: str) -> str:
        known = self._names.canonical(raw)
        name = known or self._names.own_or_canonical(raw)
        if known is None:
            self.unknown[name] = None
        return name

    def _cleaned(self, series: Series) -> Series:
        series = without_untrained_nan(series)
        if series.name.endswith(_SHARES) and _in_percent(series.y):
            self.warnings.append(f"{series.name} was taken for percent and divided by 100")
            series = replace(series, y=series.y / _PERCENT)
        if series.x_name != "index" and bool((np.diff(series.x) < 0).any()):
            back = int(np.argmax(np.diff(series.x) < 0))
            self.warnings.append(
                f"{series.name} goes back from {series.x_name} {series.x[back]:g} to {series.x[back + 1]:g}: "
                "the run was resumed, or two runs share a log"
            )
        return series

    def all_warnings(self, unknown_settings: Iterable[str]) -> tuple[str, ...]:
        taken = {*self.series, *self.layers, *self.classes}
        unknown = [name for name in self.unknown if name in taken]
        listed = [
            *(_listed("metric", unknown)),
            *(_listed("setting", list(unknown_settings))),
        ]
        return tuple(dict.fromkeys([*self.warnings, *listed]))


def _listed(kind: str, names: list[str]) -> list[str]:
    if not names:
        return []
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    plural = "s" if len(names) > 1 else ""
    return [f"unknown {kind} name{plural}: {', '.join(names[:_LISTED])}{more}"]


def without_untrained_nan(series: Series) -> Series:
    """A NaN from before the first step, with finite values behind it, is a value that did not exist yet:
    a run whose loss had become NaN would not have come back."""
    start = {"step": 0.0, "epoch": -0.5}.get(series.x_name, -math.inf)
    early = (series.x <= start) & np.isnan(series.y)
    if not early.any() or not np.isfinite(series.y[~early]).all():
        return series
    return replace(series, x=series.x[~early], y=series.y[~early])


def _in_percent(values: Floats) -> bool:
    finite = values[np.isfinite(values)]
    return bool(len(finite) and 1.5 < finite.max() <= _PERCENT and finite.min() >= 0)


def with_promoted_steps(series: Mapping[str, Series]) -> dict[str, Series]:
    """Without a training loss per epoch, the one per step is the training loss."""
    promoted = dict(series)
    if "train_loss" not in promoted and "train_loss_step" in promoted:
        promoted["train_loss"] = replace(promoted["train_loss_step"], name="train_loss")
    return promoted
