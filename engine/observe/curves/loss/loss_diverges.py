"""The training loss ends far above its lowest value.

The rise of the final level over the minimum is measured in units of the first loss, because a
loss near zero may double and be fine. A late spike that recovers does not raise the final level,
and the scatter of single batches is taken off the rise. A validation loss that is recorded alone
may rise because a model overfits, so it has to end far above its first value. So has a training
loss of two or three values, which may be single batches; they rule nothing out.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import scatter
from engine.observe.measures.run import (
    followed_loss_and_start,
    is_stepwise,
    loss_unit,
    train_loss,
)
from engine.observe.measures.series import ending, final_level, is_counted, part
from engine.run import Case, Series
from engine.scales import is_seen

SYMPTOM = "loss-diverges"
RISE = Band(
    0.15,
    0.8,
    source="judgment",
    compare=("thedeepchecker",),
    note="of the first loss; TheDeepChecker: the loss over its minimum doubles in four checks",
)
VALIDATION_ALONE = Band(
    1.0,
    4.0,
    source="judgment",
    note="final level above the first value, in units of it, where no training loss is recorded",
)
OF_FEW = Band(
    5.0,
    40.0,
    log=True,
    source="judgment",
    note="last of two or three values of a training loss over the highest before it",
)
LEAST_POINTS = 4
EXTREME = 2.5  # standard deviations below its level of the lowest of some hundred values


def observe(case: Case) -> Finding | None:
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return _of_few(case)
    loss, start = known
    lowest = int(loss.y.argmin())
    minimum = min(float(loss.y[lowest]), start)
    final = final_level(loss.y)
    unit = loss_unit(start, loss) or 1.0
    rise = (final - minimum - _noise(case, loss)) / unit
    strength = RISE.strength(rise)
    if loss.name == "val_loss":
        strength = min(strength, VALIDATION_ALONE.strength((final - start) / unit))
    return Finding.on(
        part(loss, lowest),
        strength=strength,
        text=f"{loss.name} ends at {ending(case, loss)}; "
        f"its lowest value was {minimum:.3g} and its first {start:.3g}.",
    )


def _of_few(case: Case) -> Finding | None:
    """Judge by the last of two or three values and the highest before; None without a far rise."""
    loss = train_loss(case)
    if loss is None or len(loss) >= LEAST_POINTS or not is_counted(loss):
        return None
    *before, last = loss.y.tolist()
    highest = max(before)
    strength = OF_FEW.strength(last / highest) if highest > 0 else 0.0
    if not is_seen(strength):
        return None
    text = (
        f"{loss.name} is {last:.3g} at {loss.x_name} {loss.x[-1]:g}, before at most {highest:.3g}."
    )
    return Finding.on(loss, strength=strength, text=text)


def _noise(case: Case, loss: Series) -> float:
    """Return how far batches alone may put the lowest value below the level; 0 by epoch."""
    if not is_stepwise(case, loss):
        return 0.0
    return EXTREME * scatter(loss.y)
