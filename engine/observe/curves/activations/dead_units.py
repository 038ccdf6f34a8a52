"""Many rectified units are zero for every input.

Measured as the recorded share of such units at the end. Healthy runs have up to 0.1.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import curve, final_level, last_points, part
from engine.run import Case, Series

SYMPTOM = "dead-units"
SHARE = Band(
    0.2,
    0.6,
    source="healthy-runs",
    compare=("sagemaker-debugger", "autotrainer", "deepdiagnosis"),
    note="up to 0.1 in healthy recorded runs; "
    "SageMaker: more than half of the units; AUTOTRAINER and DeepDiagnosis: 70 %",
)


def observe(case: Case) -> Finding | None:
    dead = curve(case, "dead_fraction")
    if dead is None:
        return None
    end = final_level(dead.y)
    return Finding.on(
        _since_many(dead),
        strength=SHARE.strength(end),
        text=f"{end:.0%} of the rectified units are zero for every input at the end "
        f"(first {dead.y[0]:.0%}).",
    )


def _since_many(dead: Series) -> Series:
    """Return the curve since the share first reached the middle of the band, or its last point."""
    many = np.flatnonzero(dead.y >= SHARE.middle)
    if not len(many):
        return last_points(dead, 1)
    return part(dead, int(many[0]))
