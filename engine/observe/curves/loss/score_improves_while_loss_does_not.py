"""The loss is flat or rises while a score of the result gets better.

Losses of policies, values, games and contrasts have a moving target or a floor, so healthy runs of
these kinds show it. The score must be one that the loss does not optimize: a return, a probe, the
samples. Measured as the rise of the score in units of its scatter, and as the fall of the loss as a
share of its size.
"""

from __future__ import annotations

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio, scatter
from engine.observe.measures.series import curve, final_level, first_level
from engine.run import Case, Series

SYMPTOM = "score-improves-while-loss-does-not"
IMPROVEMENT = Band(
    1.0,
    4.0,
    source="judgment",
    note="of the score from the first quarter to the end, in units of its scatter",
)
LOSS_FALL = Band(
    0.15,
    0.04,
    source="judgment",
    note="over the same stretch, as a share of the size of the loss",
)
LOSSES = ("policy_objective", "policy_loss", "value_loss", "g_loss", "train_loss")
# name -> sign of what is better
SCORES = (
    ("reward", 1.0),
    ("success_rate", 1.0),
    ("probe_accuracy", 1.0),
    ("neighbor_accuracy", 1.0),
    ("modes_covered", 1.0),
    ("sample_diversity", 1.0),
    ("sample_distance", -1.0),
)
LEAST_POINTS = 6
LEAST_LOSSES = 4


def observe(case: Case) -> Finding | None:
    loss = _loss(case)
    if loss is None:
        return None
    findings = []
    for name, sign in SCORES:
        score = curve(case, name)
        if score is not None and len(score) >= LEAST_POINTS:
            findings.append(_compare(loss, score, sign))
    return strongest_finding(findings)


def _loss(case: Case) -> Series | None:
    for name in LOSSES:
        loss = curve(case, name)
        if loss is not None and len(loss) >= LEAST_LOSSES:
            return loss
    return None


def _compare(loss: Series, score: Series, sign: float) -> Finding:
    start, end = _ends(score)
    improvement = ratio(sign * (end - start), scatter(score.y))
    before, after = _ends(loss)
    size = max(abs(before), first_level(loss.y))
    fall = ratio(before - after, size)
    return Finding.on(
        score,
        strength=min(
            IMPROVEMENT.strength(improvement),
            LOSS_FALL.strength(fall),
        ),
        text=f"{score.name} goes from {start:.3g} to {end:.3g} "
        f"while {loss.name} goes from {before:.3g} to {after:.3g}.",
    )


def _ends(values: Series) -> tuple[float, float]:
    """Return the level at the end of the first quarter, and that of the end."""
    quarter = values.y[: len(values) // 4 + 1]
    return final_level(quarter), final_level(values.y)
