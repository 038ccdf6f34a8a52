"""The training loss hovers a little above that of a guess, and never reaches it.

Updates that are too large throw the constant answer about, epoch after epoch, so the loss stays a
few percent above that of the best constant and scatters. A model that only loses its signal still
learns that constant, and its loss rests on it.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, ratio, roughness
from engine.observe.measures.run import is_stepwise, train_loss_and_start
from engine.observe.measures.series import part
from engine.observe.measures.settled import settled_at_guess
from engine.observe.measures.stated import is_regression
from engine.run import Case, Series

SYMPTOM = "loss-hovers-above-chance"
LEVEL = Band(
    0.005,
    0.015,
    source="judgment",
    note="median of the second half above the loss of a guess, as a share of it; at most 0.005 "
    "in recorded runs that have only lost their signal",
)
TOO_FAR = Band(
    0.4,
    0.2,
    source="judgment",
    note="same share; a loss far above a guess has another reason",
)
LOWEST = Band(
    -0.005,
    0.005,
    source="judgment",
    note="lowest value of the second half, same share",
)
SCATTER = Band(
    0.001,
    0.004,
    log=True,
    source="judgment",
    note="from epoch to epoch, as a share of the loss of a guess",
)
LEAST_POINTS = 8


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    guess = _guess(case)
    if known is None or guess is None or is_stepwise(case, known[0]):
        return None
    half = part(known[0], len(known[0]) // 2)
    level = median(half.y) / guess - 1
    return Finding.on(
        half,
        strength=min(
            LEVEL.strength(level),
            TOO_FAR.strength(level),
            LOWEST.strength(float(half.y.min()) / guess - 1),
            SCATTER.strength(_scatter(half, guess)),
        ),
        text=f"In the second half {half.name} stays {level:+.1%} from the loss of a guess "
        f"({guess:.4g}), between {half.y.min():.4g} and {half.y.max():.4g}.",
    )


def _guess(case: Case) -> float | None:
    """Return the loss of a guess among classes, stated or inferred; the variance scatters more."""
    if is_regression(case):
        return None
    settled = settled_at_guess(case)
    return chance_loss(case) or (settled.loss if settled else None)


def _scatter(half: Series, guess: float) -> float:
    return ratio(roughness(half.y), guess)
