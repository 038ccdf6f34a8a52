"""Joins the readings of all inputs into one case under canonical names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from engine.read.corrections import Corrections
from engine.read.inputs import NamedReading
from engine.read.join.named import Named, named_curves
from engine.read.join.percent import in_percent
from engine.read.join.pick import pick
from engine.read.join.possible import possible
from engine.read.join.runs import choose_run
from engine.read.join.sources import (
    Shared,
    Source,
    first_names,
    is_curve_beside,
    is_repeated,
    is_richer,
)
from engine.read.metric_names.resolve import Resolver
from engine.read.parts.class_scores import beside
from engine.read.taken_for import Taken, read_as
from engine.run import Floats, ReadAs, Series

_PER_STEP = "train_loss_step"
_PER_EPOCH = "train_loss"
_PERCENT = 100.0
_BEFORE_TRAINING = {"step": 0.0, "epoch": -0.5}  # x of values from before the first step


@dataclass
class Joined:
    """Curves of a case while its inputs are joined.

    Of two inputs with one curve the richer one is kept. `unknown` are the names that are in no
    table; it is a set that keeps the order.
    """

    resolver: Resolver
    series: dict[str, Series] = field(default_factory=dict)
    layers: dict[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: dict[str, Floats] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    corrections: Corrections = field(default_factory=Corrections)
    said: dict[str, None] = field(default_factory=dict)  # names that a person gave
    _sources: dict[str, str] = field(default_factory=dict)  # canonical name -> input

    def add(self, named: NamedReading) -> ReadAs:
        """Take over the curves of one input; return what they were taken for."""
        reading = named.reading
        for warning in reading.warnings:
            self._warn(warning)
        chosen = choose_run(reading.curves, named.name, self.corrections.wanted_run)
        if chosen.warning:
            self._warn(chosen.warning)
        said = self.corrections.said(
            chosen.curves,
            named.name,
            self.resolver,
        )
        found = named_curves(
            said.others,
            self.resolver,
            named.name,
        )
        picked = pick(found)
        if picked.uncompared:
            self._warn(
                f"{named.name}: parts of {picked.uncompared:,} further curves of one name "
                "were not looked for (left out)"
            )
        taken = Taken(
            chosen,
            said,
            picked,
            self.resolver,
        )
        cleaned = self._all_cleaned(taken.curves)
        self._note_unknown(picked.curves.values())
        counts = {name: len(series) for name, series in cleaned.items()}
        self._give_way(said.curves, cleaned)
        source = Source(named.name, cleaned)
        self._join(source)
        counts |= self._add_layers(reading.layers)
        counts |= self._add_classes(reading.classes)
        return read_as(named, taken, counts)

    def _all_cleaned(
        self,
        curves: Mapping[str, Named],
    ) -> dict[str, Series]:
        percent = in_percent(curves.values())
        cleaned = {}
        for name, each in curves.items():
            is_in_percent = id(each.curve) in percent
            cleaned[name] = self._cleaned(
                each,
                name,
                is_in_percent,
            )
        return cleaned

    def _give_way(
        self,
        said: Iterable[str],
        cleaned: dict[str, Series],
    ) -> None:
        """Let curves that a person named stand before those of all other inputs."""
        for name in self.said:
            cleaned.pop(name, None)
        for name in said:
            self.series.pop(name, None)
            self.said[name] = None

    def _join(self, source: Source) -> None:
        """Keep the richer one of two curves with one name; say once what a source repeats."""
        shared = Shared(source.name)
        for name, series in source.series.items():
            if name in self.series and not self._is_better(series, name, shared):
                continue
            self.series[name] = series
            self._sources[name] = source.name
        self.warnings.extend(shared.warnings())

    def _is_better(
        self,
        series: Series,
        name: str,
        shared: Shared,
    ) -> bool:
        """Return whether a curve stands before the one of an earlier input; note which it is."""
        kept = self.series[name]
        before = self._sources[name]
        if is_repeated(kept, series):
            shared.note_repeated(before, name)
            return is_richer(series, kept)
        shared.note_differing(before, name)
        return is_curve_beside(series, kept)

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
        named: dict[str, Floats] = {}
        for own_name, matrix in classes.items():
            name = self._name(own_name)
            named.setdefault(name, matrix)
        self.classes = beside(self.classes, named)
        return {name: matrix.size for name, matrix in named.items()}

    def _warn(self, warning: str) -> None:
        self.warnings.append(warning)

    def _name(self, own_name: str) -> str:
        """Return the canonical name of layers or classes; remember one that is not known."""
        meaning = self.resolver.resolve(own_name)
        if not meaning.is_known:
            self.unknown[meaning.name] = None
        return meaning.name

    def _note_unknown(self, found: Iterable[Named]) -> None:
        for each in found:
            if not each.meaning.is_known:
                self.unknown[each.name] = None

    def _cleaned(
        self,
        named: Named,
        name: str,
        is_in_percent: bool,
    ) -> Series:
        """Return the values that belong to the run, shares between 0 and 1."""
        curve = named.curve
        series = Series(
            name,
            curve.x,
            curve.y,
            curve.x_name,
        )
        series = without_untrained_nan(series)
        if is_in_percent:
            self._warn(f"{name} was taken for percent and divided by 100")
            series = replace(series, y=series.y / _PERCENT)
        series, left_out = possible(series, named.meaning.quantity)
        self.warnings.extend(left_out)
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
    plural = "s" if len(names) > 1 else ""
    listed = first_names(names)
    return [f"unknown {kind} name{plural}: {listed}"]


def without_untrained_nan(series: Series) -> Series:
    """Drop a NaN from before the first step if all later values are finite.

    It is a value that did not exist yet: a run whose loss had become NaN would not have come back.
    """
    if series.is_finite:
        return series
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


def with_promoted_steps(series: Mapping[str, Series]) -> dict[str, Series]:
    """Use the training loss per step where there is none per epoch."""
    promoted = dict(series)
    per_step = promoted.get(_PER_STEP)
    if per_step is not None:
        stand_in = replace(per_step, name=_PER_EPOCH)
        promoted.setdefault(_PER_EPOCH, stand_in)
    return promoted
