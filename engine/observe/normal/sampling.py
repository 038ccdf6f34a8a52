"""The scatter of a score by the number of its examples."""

from __future__ import annotations

import math

from engine.observe.measures.stated import number
from engine.run import Case

STANDARD_ERRORS = 2.0  # a difference of two scores counts beyond as many


def standard_error(case: Case, level: float) -> float:
    """Return the standard error of a share on the validation set; 0 where its size is not stated.

    level: the share, 0 to 1.
    """
    examples = number(case, "n_val") or 0.0
    if examples < 1:
        return 0.0
    variance = level * (1 - level)
    return math.sqrt(max(variance, 0.0) / examples)
