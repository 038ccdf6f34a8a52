from engine.evidence import Finding
from engine.observe.facts import onset_phase, span, tail, train_loss
from engine.observe.learned import first_loss, unlearned
from engine.observe.robust import logistic, median
from engine.run import Case, Floats

SYMPTOM = "loss-falls-then-stalls"
# own, measured on recorded runs, as shares of the first loss; TheDeepChecker calls less than 5 %
# per check a stall.
NO_FALL, CLEAR_FALL = 0.05, 0.25
MOVING, STALLED = 0.12, 0.02  # fall over the second half of the run
LEARNED, MEDIOCRE = 0.3, 0.75
LEAST_POINTS = 6


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS or start <= 0:
        return None
    final, known = tail(loss.y), unlearned(case)
    left = final / start if known is None else known
    fall, late = (start - final) / start, _late_fall(loss.y) / start
    strength = min(
        logistic(fall, NO_FALL, CLEAR_FALL),
        logistic(late, MOVING, STALLED),
        logistic(left, LEARNED, MEDIOCRE),
    )
    stall = _stall(loss.y, start)
    text = (
        f"{loss.name} falls from {start:.3g} to {final:.3g} ({fall:.0%}), {max(late, 0):.1%} of "
        "it in the second half; "
        f"{min(left, 1):.0%} of what a guess gets wrong is left."
    )
    where: dict[str, str | float] = {
        "onset": onset_phase(stall / len(loss)),
        "onset_at": float(loss.x[stall]),
    }
    return Finding(strength, text, f"metrics.{loss.name}", span(loss, stall), where)


def _late_fall(values: Floats) -> float:
    half = len(values) // 2
    return median(values[half - 1 : half + 2]) - tail(values)


def _stall(values: Floats, start: float) -> int:
    """The first point from which on the loss is within 5 % of the start of its final level."""
    return int((abs(values - tail(values)) <= 0.05 * start).argmax())
