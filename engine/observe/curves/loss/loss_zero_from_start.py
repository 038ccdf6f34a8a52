"""The loss is exactly zero from the first point on.

The loss of an untrained model over at least one target is not exactly zero, so nothing was counted:
no target, or all of them masked. A zero next to a gradient norm that is not finite is a NaN that
the log hides, and a zero that comes later is a fit; neither counts. Losses of games and of policies
may be zero, and a log that begins in the middle of the run does not show the start.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.run import first_loss_series
from engine.observe.measures.series import first_points
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case
from engine.scales import CERTAIN

SYMPTOM = "loss-zero-from-start"
SOURCES = ("closed-form",)
LEAST_POINTS = 3
FIRST = 10  # points that are looked at
NORMS = ("grad_norm", "grad_norm_step")


def observe(case: Case) -> Finding | None:
    loss = first_loss_series(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    if has_no_task_loss(case) or begins_late(case) or _hides_nan(case):
        return None
    beginning = first_points(loss, FIRST)
    zeros = int((beginning.y == 0).sum())
    strength = CERTAIN if zeros == len(beginning) else 0.0
    return Finding.on(
        beginning,
        strength=strength,
        text=f"{loss.name} is exactly 0 at {zeros} of its first {len(beginning)} points.",
    )


def _hides_nan(case: Case) -> bool:
    norms = [case.series[name].y for name in NORMS if name in case.series]
    return any(not np.isfinite(norm).all() for norm in norms)
