"""The loss scaler skips steps only at the start, and later singly.

Each fall of the scale is a skipped step. Dynamic scaling begins too high, loses a few halvings
while it finds its level, and tries a higher scale now and then. Measured on the recorded
scales: falls in the first tenth, none of them far, and later hardly any.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.series import finite_part
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "skipped-steps-only-at-start"
SOURCES = ("pytorch-grad-scaler",)
LEAST_POINTS = 10
BEGINNING = 10  # the first tenth
FARTHEST = 1 / 32  # of the first scale
SINGLY = 20  # points for each later fall


def observe(case: Case) -> Finding | None:
    recorded = case.series.get("loss_scale")
    if recorded is None or len(recorded.finite) < LEAST_POINTS:
        return None
    scale = finite_part(recorded)
    if scale.y.min() <= 0:
        return None  # a scale that is lost, or none
    changes = np.diff(scale.y)
    goes_down = changes < 0
    falls = np.flatnonzero(goes_down) + 1
    tenth = len(scale) // BEGINNING
    beginning = max(tenth, 2)
    is_early = falls <= beginning
    early = int(is_early.sum())
    late = len(falls) - early
    first = float(scale.y[0])
    lowest = float(scale.y.min()) / first

    is_single = late <= len(scale) / SINGLY
    is_usual = early > 0 and is_single and lowest > FARTHEST
    strength = CERTAIN if is_usual else RULED_OUT
    return Finding.on(
        scale,
        strength=strength,
        text=f"The loss scale falls {early} times in the first tenth and {late} times later, "
        f"to {lowest:.2g} of its first value at the lowest.",
    )
