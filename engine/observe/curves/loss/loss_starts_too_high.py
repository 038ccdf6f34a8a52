"""The first loss is far above the loss of a model that gives all classes equal chances.

A fresh model starts at ln K, or at the variance of the target. One batch of a regression is easily
at twice the variance, so the middle of the band lies at three times. A log that begins in the
middle of the run does not show the first loss.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import untrained_loss
from engine.observe.measures.run import first_loss, first_loss_series
from engine.observe.measures.series import first_points
from engine.run import Case

SYMPTOM = "loss-starts-too-high"
TIMES = Band(
    1.8,
    5.0,
    log=True,
    source="judgment",
    compare=("thedeepchecker",),
    note="times the loss of an even guess; TheDeepChecker: from twice ln K on",
)


def observe(case: Case) -> Finding | None:
    if begins_late(case):
        return None
    first, chance = first_loss(case), untrained_loss(case)
    series = first_loss_series(case)
    if first is None or chance is None or series is None:
        return None
    times = first / chance
    return Finding.on(
        first_points(series, 2),
        strength=TIMES.strength(times),
        text=f"The first value of {series.name} is {first:.3g}, "
        f"{times:.1f} times the loss of an even guess ({chance:.3g}).",
    )
