"""Read how a loss scaler fares: how many steps the run had, and whether its scale comes back.

A scaler that probes upward loses a step now and then, so a count of overflows means little without
the number of steps. A scale at or below one protects nothing: there half precision is lost.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from engine.run import Case, Series

LOST = 1.0  # a scale that no longer scales
_LITERAL = "scale"
# Texts of Apex, DeepSpeed, fairseq and Megatron: the value after the words.
_SCALE = re.compile(
    r"(?:reducing loss scale to|setting loss scale to:|reducing to|loss scale:)"
    r"\s{1,4}(\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?)\b",
    re.IGNORECASE,
)


def steps_of(case: Case) -> int:
    """Return the steps of a run: the longest stretch of a curve over steps, else the lines of the
    log, which are about as many or fewer.
    """
    stretches = [_stretch(series) for series in case.series.values()]
    return max([len(case.log), *stretches])


def _stretch(series: Series) -> int:
    if series.x_name != "step" or len(series) < 2:
        return 0
    # As floats of Python, whose difference is infinite without a warning where it is too large.
    stretch = float(series.x[-1]) - float(series.x[0])
    return round(stretch) + 1 if math.isfinite(stretch) else 0


def scale_is_lost(lines: Sequence[str]) -> bool:
    """Return whether the last loss scale that the lines name is at or below one."""
    for line in reversed(lines):
        if _LITERAL not in line:
            continue
        scales = _SCALE.findall(line)
        if scales:
            # DeepSpeed names the scale that it tried first and the new one behind it.
            return float(scales[-1]) <= LOST
    return False
