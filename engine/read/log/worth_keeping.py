"""The curves of a log that say something: unknown names may be of anything that has a number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.read.inputs import Curve
from engine.read.log.phrases import TERMS
from engine.read.metric_names.resolve import Resolver
from engine.run import Floats


def worth_keeping(curves: Sequence[Curve], resolver: Resolver) -> list[Curve]:
    """Leave out unknown names that hold one value only, or the same all the time."""
    kept = []
    for curve in curves:
        resolved = resolver.resolve(curve.name, curve.split)
        is_known = resolved.is_known or curve.name.lower() in TERMS
        if is_known or _are_different(curve.y):
            kept.append(curve)
    return kept


def _are_different(values: Floats) -> bool:
    """Say whether there are two values at least; NaN is one of them."""
    first = values[:1]
    others = values[values != first]  # NaN differs from itself
    is_nan = np.isnan(first)
    if is_nan.any():
        is_number = ~np.isnan(others)
        return bool(is_number.any())
    return len(others) > 0
