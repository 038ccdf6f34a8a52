"""The training loss ends far above its lowest value.

The rise of the final level over the minimum is measured in units of the first loss, because a
loss near zero may double and be fine. A late spike that recovers does not raise the final level.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.run import loss_unit, train_loss_and_start
from engine.observe.measures.series import ending, final_level, part
from engine.run import Case

SYMPTOM = "loss-diverges"
RISE = Band(
    0.15,
    0.8,
    source="judgment",
    compare=("thedeepchecker",),
    note="of the first loss; TheDeepChecker: the loss over its minimum doubles in four checks",
)
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    lowest = int(np.argmin(loss.y))
    minimum = min(float(loss.y[lowest]), start)
    final = final_level(loss.y)
    rise = (final - minimum) / (loss_unit(start, loss) or 1.0)
    return Finding.on(
        part(loss, lowest),
        strength=RISE.strength(rise),
        text=f"{loss.name} ends at {ending(case, loss)}; "
        f"its lowest value was {minimum:.3g} and its first {start:.3g}.",
    )
