"""The first loss is far above the loss of a model that gives all classes equal chances.

A fresh model starts at ln K, or at the variance of the target. One batch of a regression is easily
at twice the variance, so the middle of the band lies at three times. Where neither is stated, the
loss of a guess among K classes at which the run comes to rest stands for it. Without that a loss
that begins above every ln K and ends far below is a sign as well, but a weak one: a squared error
has the scale of its target. A log that begins in the middle of the run does not show the first
loss.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.guess import untrained_loss
from engine.observe.measures.run import first_loss, first_loss_series
from engine.observe.measures.series import final_level, first_points
from engine.observe.measures.settled import settled_at_guess
from engine.observe.measures.stated import is_pretrained, is_regression
from engine.observe.measures.task import task_of
from engine.run import Case, Series
from engine.scales import is_seen

SYMPTOM = "loss-starts-too-high"
TIMES = Band(
    1.8,
    5.0,
    log=True,
    source="judgment",
    compare=("thedeepchecker",),
    note="times the loss of an even guess; TheDeepChecker: from twice ln K on",
)

LARGEST = Band(
    12.5,
    50.0,
    log=True,
    source="closed-form",
    note="first loss of unknown scale; ln of the 250,000 entries of a large vocabulary is 12.4",
)
UNKNOWN_SCALE = 0.75  # the most where nothing tells the scale
LOW = 6.0  # the most at the end, for a loss that can be a cross-entropy
SCALED = frozenset({"", "classification"})  # tasks whose losses lie near ln K


def observe(case: Case) -> Finding | None:
    first, series = first_loss(case), first_loss_series(case)
    if begins_late(case) or first is None or series is None:
        return None
    chance, name = untrained_loss(case), "an even guess"
    settled = settled_at_guess(case)
    if chance is None and settled is not None:
        chance, name = settled.loss, f"a guess among {settled.classes} classes, where it ends"
    if chance is None:
        return _above_every_guess(case, series, first)
    times = first / chance
    return Finding.on(
        first_points(series, 2),
        strength=TIMES.strength(times),
        text=f"The first value of {series.name} is {first:.3g}, "
        f"{times:.1f} times the loss of {name} ({chance:.3g}).",
    )


def _above_every_guess(case: Case, series: Series, first: float) -> Finding | None:
    """Return a finding about a loss of unknown scale, where it is above what guesses cost."""
    if task_of(case) not in SCALED or is_regression(case) or is_pretrained(case):
        return None
    if final_level(series.finite) > LOW:
        return None
    strength = min(LARGEST.strength(first), UNKNOWN_SCALE)
    if not is_seen(strength):
        return None
    return Finding.on(
        first_points(series, 2),
        strength=strength,
        text=f"The first value of {series.name} is {first:.3g}; a guess costs {LARGEST.normal:g} "
        "at the most, whatever the number of classes.",
    )
