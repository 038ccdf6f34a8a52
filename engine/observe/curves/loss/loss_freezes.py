"""The loss falls, and then repeats to the last digit until the run ends.

Another set of weights would give another loss, so the updates have stopped: a schedule has ended
at 0, every step is skipped, or no gradient arrives any more. Both losses must repeat where both are
recorded. A loss next to 0 has reached its goal, and one that never fell was never trained.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.repeated import Stretch, repeated_losses
from engine.run import Case

SYMPTOM = "loss-freezes"
SHARE = Band(
    0.1,
    0.4,
    source="judgment",
    note="of the points, at which the loss repeats to the last digit up to the end",
)
FALL = Band(
    0.01,
    0.05,
    source="judgment",
    note="of the loss before it freezes, as a share of its first value",
)
LEAST_REPEATED = 4
SMALL = 0.99  # fall from which on the loss is next to 0


def observe(case: Case) -> Finding | None:
    stretches = repeated_losses(case, ("train_loss", "val_loss"))
    if not stretches:
        return None
    first = stretches[0]
    strength = min(_strength(stretch) for stretch in stretches)
    return Finding.on(
        first.repeated,
        strength=strength,
        text=f"{first.repeated.name} has fallen by {first.fall:.0%} and is then "
        f"{first.repeated.y[0]:.6g} to the last digit "
        f"at {len(first.repeated)} of {first.points} points in a row.",
    )


def _strength(stretch: Stretch) -> float:
    if len(stretch.repeated) < LEAST_REPEATED or not stretch.reaches_end:
        return 0.0
    if stretch.fall > SMALL:
        return 0.0
    return min(SHARE.strength(stretch.share), FALL.strength(stretch.fall))
