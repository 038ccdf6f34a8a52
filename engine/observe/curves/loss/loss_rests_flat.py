"""A loss that is flat from the start has come to rest: it neither falls on nor scatters.

Answers that do not depend on the input leave one thing to learn, the best constant, and that takes
a few steps. From there on the loss of an epoch stands still to a thousandth, whatever its order of
batches. A rate that is too low goes on falling in a straight line, and a model that works learns
noise by heart, so its loss creeps down or scatters. Only a loss that is flat is judged.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.curves.loss import loss_flat_from_start
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median, ratio, roughness
from engine.observe.measures.run import followed_loss_and_start, is_stepwise
from engine.observe.measures.series import part
from engine.run import Case, Series
from engine.scales import is_seen

SYMPTOM = "loss-rests-flat"
MOVE = Band(
    0.004,
    0.001,
    log=True,
    source="healthy-runs",
    note="from the third quarter of the run to the last, of the first loss; 0.003 and more in "
    "recorded runs that still learn slowly or by heart",
)
ROUGHNESS = Band(
    0.003,
    0.0007,
    log=True,
    source="judgment",
    note="scatter from epoch to epoch, of the first loss",
)
FALLING_ON = Band(
    0.4,
    0.2,
    source="closed-form",
    note="share of the whole fall that comes in the second half; half of it in a straight line",
)
LEAST_POINTS = 8


def observe(case: Case) -> Finding | None:
    flat = loss_flat_from_start.observe(case)
    known = followed_loss_and_start(case, LEAST_POINTS)
    if flat is None or not is_seen(flat.strength) or known is None:
        return None
    loss, start = known
    if is_stepwise(case, loss):
        return None
    half = part(loss, len(loss) // 2)
    middle = len(half) // 2
    before, after = median(half.y[:middle]), median(half.y[middle:])
    moved = ratio(abs(before - after), start)
    rough = ratio(roughness(half.y), start)
    return Finding.on(
        half,
        strength=min(
            MOVE.strength(moved),
            ROUGHNESS.strength(rough),
            FALLING_ON.strength(_late_share(loss)),
        ),
        text=f"In the second half {loss.name} goes from {before:.5g} to {after:.5g} and scatters "
        f"by {rough:.2%} of its first value.",
    )


def _late_share(loss: Series) -> float:
    """Return the share of the fall that comes in the second half; 0 where the loss never falls."""
    middle = len(loss) // 2
    whole = float(loss.y[0] - loss.y[-1])
    if not whole > 0:
        return 0.0
    return float(loss.y[middle] - loss.y[-1]) / whole
