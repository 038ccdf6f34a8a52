"""The logged loss hides NaNs: it reads 0 or repeats itself where the gradient norm is not finite.

Trainers that filter non-finite losses write 0.0 or the last average in their place, while the
norm of the gradient stays NaN. The option logging_nan_inf_filter of the Hugging Face trainer does
this and is on by default. A loss that moves on while single norms overflow hides nothing.
"""

import numpy as np
from numpy.typing import NDArray

from engine.evidence import Finding
from engine.observe.measures.bad_points import BadPoints, bad_points, non_finite_points
from engine.observe.measures.robust import edges_of_equal
from engine.observe.measures.series import first_recorded
from engine.run import Case, Floats, Series
from engine.scales import CERTAIN

SYMPTOM = "loss-masked-nan"
SOURCES = ("transformers-trainer",)
LOSSES = ("train_loss", "train_loss_step")
NORMS = ("grad_norm", "grad_norm_step")
LEAST_FROZEN = 3  # equal values in a row
MOVING_ON = 0.05  # strength of a loss that changes while the norm is not finite


def observe(case: Case) -> Finding | None:
    loss = first_recorded(case, LOSSES)
    norm = first_recorded(case, NORMS)
    if loss is None or norm is None:
        return None
    broken = non_finite_points(norm)
    if broken is None:
        return Finding.about(
            loss.name,
            strength=0.0,
            text=f"{norm.name} is finite throughout.",
        )
    masked = bad_points(loss, _masked(loss, broken))
    if masked is None:
        return Finding.about(
            loss.name,
            strength=MOVING_ON,
            text=f"{loss.name} moves on where {norm.name} is not finite.",
        )
    return _hidden(masked, norm)


def _masked(loss: Series, norm: BadPoints) -> NDArray[np.bool_]:
    """Return where the loss is 0 or frozen at a point whose gradient norm is not finite."""
    broken = norm.series.x[norm.bad]
    at_broken_norm = np.isin(loss.x, broken)
    is_zero = loss.y == 0
    replaced = is_zero | _frozen(loss.y)
    finite = np.isfinite(loss.y)
    masked: NDArray[np.bool_] = finite & replaced
    masked &= at_broken_norm
    return masked


def _frozen(values: Floats) -> NDArray[np.bool_]:
    """Return where a value belongs to a run of equal ones."""
    lengths = np.diff(edges_of_equal(values))
    is_frozen = lengths >= LEAST_FROZEN
    return np.repeat(is_frozen, lengths)


def _hidden(masked: BadPoints, norm: Series) -> Finding:
    loss, onward = masked.series, masked.onward
    return Finding.on(
        onward,
        strength=CERTAIN,
        text=f"{loss.name} reads {onward.y[0]:g} at {masked.count} points where "
        f"{norm.name} is not finite, first at {loss.x_name} {onward.x[0]:g}.",
    )
