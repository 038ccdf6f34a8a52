"""A step changes the weights by a large part of their size.

Measured as |change| / |weight|, at its highest in the first steps and in the median of the run. A
common rule of thumb is 0.001; the first epoch of small networks under Adam shows up to 0.06 in
healthy runs.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.series import curve
from engine.run import Case

SYMPTOM = "updates-too-large"
FIRST = Band(
    0.07,
    0.25,
    log=True,
    source="healthy-runs",
    compare=("thedeepchecker", "cs231n"),
    note="highest of the first steps; up to 0.06 in healthy recorded runs of small networks; "
    "TheDeepChecker: 0.1; CS231n: about 0.001",
)
TYPICAL = Band(
    0.03,
    0.15,
    log=True,
    source="judgment",
    compare=("thedeepchecker", "cs231n"),
    note="median of the run",
)
BEGINNING = 0.05  # share of the run that counts as the first steps


def observe(case: Case) -> Finding | None:
    updates = curve(case, "update_ratio")
    if updates is None:
        return None
    beginning = math.ceil(BEGINNING * len(updates))
    first = float(updates.y[:beginning].max())
    typical = median(updates.y)
    return Finding.on(
        updates,
        strength=max(FIRST.strength(first), TYPICAL.strength(typical)),
        text=f"A step changes the weights by {first:.2g} of their size at first "
        f"and by {typical:.2g} in the median.",
    )
