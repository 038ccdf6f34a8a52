"""A loss is NaN or infinite.

Measured on the first recorded loss that has such a value. Certain where the loss ends with one.
Loss scaling in half precision skips a step with such a value now and then, so the share of the
values counts where the loss is finite again at the end.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, first_non_finite
from engine.observe.measures.band import Band
from engine.observe.measures.series import recorded
from engine.run import Case

SYMPTOM = "loss-non-finite"
LOSSES = ("train_loss", "train_loss_step", "val_loss", "d_loss", "g_loss")
SHARE = Band(
    0.0,
    0.02,
    source="healthy-runs",
    compare=("pytorch-grad-scaler",),
    note="of the values; more than one in fifty is not the work of loss scaling",
)
RECOVERED = 0.6  # least strength where the loss is finite again at the end


def observe(case: Case) -> Finding | None:
    losses = recorded(case, LOSSES)
    if not losses:
        return None
    broken = first_non_finite(losses)
    if broken is None:
        text = "Every recorded loss is a finite number."
        return Finding.about(losses[0].name, strength=0.0, text=text)
    return _broken(broken)


def _broken(points: BadPoints) -> Finding:
    loss, onward = points.series, points.onward
    kind = "NaN" if np.isnan(onward.y[0]) else "infinite"
    strength, end = 1.0, ""
    if np.isfinite(loss.y[-1]):
        strength = max(RECOVERED, SHARE.strength(points.share))
        end = ", finite again at the end"
    return Finding.on(
        onward,
        strength=strength,
        text=f"{loss.name} is {kind} from {loss.x_name} {onward.x[0]:g} on "
        f"({points.count} of {len(loss)} values{end}).",
    )
