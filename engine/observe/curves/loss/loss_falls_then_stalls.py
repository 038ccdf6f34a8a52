"""The training loss falls clearly and then stops, with much left to learn.

Judged by three measures together: a clear fall over the run, hardly any fall over the second half,
and much of the task left to learn. A finished run stalls as well, but with little left; a run that
is not done still falls in the second half. Where no scale of the loss is known, its end over its
start stands for what is left to learn. A healthy loss by epoch often ends there at 0.5 to 0.65,
because its first value is the mean of an epoch that has learned a lot, so more must be left.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import final_level, part
from engine.observe.measures.skill import unlearned
from engine.run import Case, Floats, Series

SYMPTOM = "loss-falls-then-stalls"
FALL = Band(0.05, 0.25, source="healthy-runs", note="over the run, of the first loss")
LATE_FALL = Band(
    0.12,
    0.02,
    source="healthy-runs",
    compare=("thedeepchecker",),
    note="over the second half, of the first loss; TheDeepChecker: less than 5 % a check",
)
LEFT = Band(0.3, 0.75, source="healthy-runs", note="share of the task left to learn")
LEFT_OF_START = Band(
    0.5,
    0.9,
    source="healthy-runs",
    note="final loss over its first value, where no scale is known",
)
STALLED = 0.05  # of the first loss, about the final level
LEAST_POINTS = 6


def observe(case: Case) -> Finding | None:
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    if start <= 0:
        return None
    final = final_level(loss.y)
    fall = (start - final) / start
    late = _late_fall(loss.y) / start
    known_left = unlearned(case)
    left = final / start if known_left is None else known_left
    band = LEFT_OF_START if known_left is None else LEFT
    return Finding.on(
        _stall(loss, start),
        strength=min(
            FALL.strength(fall),
            LATE_FALL.strength(late),
            band.strength(left),
        ),
        text=f"{loss.name} falls from {start:.3g} to {final:.3g} ({fall:.0%}), "
        f"by {max(late, 0):.1%} of its first value in the second half{_rest(known_left)}.",
    )


def _rest(left: float | None) -> str:
    if left is None:
        return ""
    return f"; {min(left, 1):.0%} of what a guess gets wrong is left"


def _late_fall(values: Floats) -> float:
    """Return the fall from the middle of the run to its end."""
    half = len(values) // 2
    middle = values[half - 1 : half + 2]
    return median(middle) - final_level(values)


def _stall(loss: Series, start: float) -> Series:
    """Return the loss from the first point on that is near its final level."""
    near = abs(loss.y - final_level(loss.y)) <= STALLED * start
    return part(loss, int(near.argmax()))
