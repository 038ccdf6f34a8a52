import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import onset_phase, paired, train_loss
from engine.observe.learned import first_loss
from engine.observe.robust import condense, logistic, ratio, theil_sen
from engine.run import Case, Floats

SYMPTOM = "loss-moves-with-learning-rate"
# own: only a jump of the rate by two or more between logged points counts, as smooth schedules have
# no such moment.
LEAST_JUMP = 2.0
WINDOW = 5
STILL, MOVING = 0.004, 0.025  # fall per point on the faster side, as a share of the first loss
ALIKE, UNLIKE = 0.5, 0.1  # the slower side over the faster one
POINTS = 200


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    pair = None if loss is None else paired(case, loss.name, "lr")
    if loss is None or pair is None or not start or len(pair[0]) < 2 * WINDOW:
        return None
    values, rates = condense(pair[0], POINTS), condense(pair[1], POINTS)
    at = _jump(rates)
    if at is None:
        return Finding(0.02, "The learning rate has no sudden change.", f"metrics.{loss.name}")
    before, after = (
        _fall(values[max(at - WINDOW, 0) : at], start),
        _fall(values[at : at + WINDOW], start),
    )
    faster, slower = max(before, after), max(min(before, after), 0.0)
    strength = min(logistic(faster, STILL, MOVING), logistic(ratio(slower, faster), ALIKE, UNLIKE))
    text = (
        f"Where the learning rate goes from {rates[at - 1]:.3g} to {rates[at]:.3g}, {loss.name} "
        "falls by "
        f"{before:.2%} of its first value per point before and by {after:.2%} after."
    )
    place = float(loss.x[min(at, len(loss) - 1)])
    where = {
        "kind": "stuck" if before > after else "freed",
        "onset": onset_phase(at / len(values)),
        "onset_at": place,
    }
    return Finding(
        strength, text, f"metrics.{loss.name}", Span(loss.name, place, float(loss.x[-1])), where
    )


def _jump(rates: Floats) -> int | None:
    """The point of the largest relative change of the rate, with room for a slope on both sides."""
    logs = np.log(np.maximum(rates, 1e-12))
    change = np.abs(np.diff(logs))
    change[:2], change[-2:] = 0.0, 0.0
    at = int(np.argmax(change))
    return at + 1 if change[at] >= np.log(LEAST_JUMP) else None


def _fall(values: Floats, start: float) -> float:
    return -theil_sen(np.arange(len(values), dtype=np.float64), values) / abs(start)
