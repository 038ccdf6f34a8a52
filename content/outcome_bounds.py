"""Read the bound of an outcome, such as val_loss / train_loss > 1.5, and try it on a run."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

BOUND = re.compile(r"(\w+)(?: ([/-]) (\w+))? ([<>]) (-?[0-9.]+(?:e-?[0-9]+)?)")
COMBINED: Mapping[str, Callable[[float, float], float]] = {
    "/": operator.truediv,
    "-": operator.sub,
}
COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
}


class BoundError(ValueError):
    """A text that is no bound."""


@dataclass(frozen=True, slots=True)
class OutcomeBound:
    """A metric, or the ratio or difference of two, above or below a number."""

    metric: str
    sign: str
    other: str
    comparison: str
    number: float

    def is_met(self, values: Mapping[str, float]) -> bool | None:
        """Say whether the values of a run meet the bound; None where it lacks one of them."""
        value = self._value(values)
        if value is None:
            return None
        compare = COMPARED[self.comparison]
        return compare(value, self.number)

    def _value(self, values: Mapping[str, float]) -> float | None:
        """Return the metric, its ratio or its difference; None where the values give none."""
        value = values.get(self.metric)
        if value is None or not self.sign:
            return value
        other = values.get(self.other)
        if other is None:
            return None
        if self.sign == "/" and other == 0:
            return None
        combine = COMBINED[self.sign]
        return combine(value, other)


def parse_bound(text: str) -> OutcomeBound:
    """Raises BoundError for a text that is no bound."""
    match = BOUND.fullmatch(text)
    if match is None:
        raise BoundError("a bound is written val_loss / train_loss > 1.5")
    metric, sign, other, comparison, number = match.groups()
    return OutcomeBound(
        metric,
        sign=sign or "",
        other=other or "",
        comparison=comparison,
        number=float(number),
    )
