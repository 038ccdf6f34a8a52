"""The loss scale of half precision falls and falls.

Measured as the lowest scale over the first one, and as the lowest scale itself. A healthy run
loses a few halvings while it finds its level, and a scale that comes back has not collapsed.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import final_level
from engine.run import Case

SYMPTOM = "loss-scale-collapses"
LOWEST_OVER_FIRST = Band(
    1 / 8,
    1 / 128,
    log=True,
    source="judgment",
    note="a healthy run loses a few halvings",
)
LOWEST = Band(
    1024.0,
    16.0,
    log=True,
    source="judgment",
    compare=("pytorch-grad-scaler", "deepspeed-fp16"),
    note="PyTorch starts at 65,536; DeepSpeed gives up at 1",
)
LEAST_POINTS = 2
COME_BACK = 8.0  # times the lowest scale, at the end


def observe(case: Case) -> Finding | None:
    scale = case.series.get("loss_scale")
    if scale is None or len(scale.finite) < LEAST_POINTS:
        return None
    first = float(scale.finite[0])
    at = int(np.nanargmin(scale.y))
    lowest = float(scale.finite.min())
    return Finding.on(
        scale,
        strength=_strength(first, lowest, final_level(scale.finite)),
        text=f"The loss scale starts at {first:g} and falls to {lowest:g} "
        f"at {scale.x_name} {scale.x[at]:g}.",
    )


def _strength(first: float, lowest: float, end: float) -> float:
    if end >= COME_BACK * lowest:
        lowest = end
    falls = LOWEST_OVER_FIRST.strength(ratio(lowest, first))
    if lowest >= first:
        return falls
    return max(falls, LOWEST.strength(lowest))
