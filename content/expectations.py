"""Say whether the two recordings of an example show what the entry expects of them.

An expectation compares a figure of a run, or the ratio or difference of two, with a number:
bad.val_loss.last / bad.val_loss.min > 1.3. A figure may also be asked for being NaN or finite:
bad.train_loss.last is nan.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from content.figures_in_text import (
    FigureError,
    Line,
    figure_value,
    lines_of,
)

FIGURE = r"(?:bad|good)\.\w+\.[\w.]+"
EXPECTATION = re.compile(
    rf"(?P<figure>{FIGURE})(?: (?P<sign>[/-]) (?P<other>{FIGURE}))?"
    r" (?:(?P<comparison>[<>]) (?P<number>-?[0-9.]+(?:e-?[0-9]+)?)|is (?P<kind>nan|finite))"
)
COMBINED: Mapping[str, Callable[[float, float], float]] = {
    "/": operator.truediv,
    "-": operator.sub,
}
COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
}
KINDS: Mapping[str, Callable[[float], bool]] = {
    "nan": math.isnan,
    "finite": math.isfinite,
}

Runs = Mapping[str, Sequence[Line]]  # bad and good


def unmet(
    expectations: Sequence[str],
    bad: str,
    good: str,
) -> Iterator[str]:
    """Say of each expectation that the recordings do not meet what they show instead."""
    runs = {
        "bad": lines_of(bad),
        "good": lines_of(good),
    }
    for expectation in expectations:
        fault = _fault(expectation, runs)
        if fault:
            yield f"{expectation}{fault}"


def _fault(
    expectation: str,
    runs: Runs,
) -> str:
    """Say what the runs show instead; "" where the expectation holds."""
    match = EXPECTATION.fullmatch(expectation)
    if match is None:
        return ": write bad.val_loss.last / bad.val_loss.min > 1.3"
    try:
        value = _combined(match, runs)
    except (FigureError, ZeroDivisionError) as error:
        return f": {error}"
    if _is_met(match, value):
        return ""
    return f" does not hold: it is {value:.4g}"


def _combined(
    match: re.Match[str],
    runs: Runs,
) -> float:
    """Return the figure, or the ratio or difference of the two."""
    value = _number(match["figure"], runs)
    sign = match["sign"]
    if not sign:
        return value
    other = _number(match["other"], runs)
    combine = COMBINED[sign]
    return combine(value, other)


def _number(
    figure: str,
    runs: Runs,
) -> float:
    """Return the value of a figure. Raises FigureError for one that is no number."""
    run, name, path = figure.split(".", 2)
    recording = runs[run]
    value = figure_value(
        recording,
        run,
        name,
        path,
    )
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FigureError(f"{figure} is no number: {value!r}")
    return float(value)


def _is_met(
    match: re.Match[str],
    value: float,
) -> bool:
    kind = match["kind"]
    if kind:
        is_of_kind = KINDS[kind]
        return is_of_kind(value)
    compare = COMPARED[match["comparison"]]
    number = float(match["number"])
    return compare(value, number)
