"""A loss that is flat from the start rests on a value that no constant answer costs.

Where only the output can learn, it learns the best constant, and the loss rests at that of a guess.
Weights that are not updated at all stay at the answers they were drawn with, which are worse than
the best constant. Where neither classes nor variance are stated, the loss must lie off ln K of
every K up to 10 and off 1, the variance of a standardized target. Losses of uneven classes and of
other targets rest there as well, so this counts less.
"""

from __future__ import annotations

import math

from engine.evidence import Finding
from engine.observe.curves.loss import loss_rests_flat
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median
from engine.observe.measures.run import followed_loss_and_start
from engine.observe.measures.series import part
from engine.observe.measures.standardized import VARIANCE
from engine.observe.measures.task import has_no_guess
from engine.run import Case, Series
from engine.scales import is_seen

SYMPTOM = "loss-rests-off-chance"
ABOVE = Band(
    0.02,
    0.08,
    source="closed-form",
    note="share of the loss of the best constant; the mean of a sample lies within 0.02 of it",
)
OVER = Band(
    0.008,
    0.018,
    source="closed-form",
    note="share of the next guess below; the mean of a sample lies near it",
)
UNDER = Band(
    0.03,
    0.06,
    source="judgment",
    note="share of the next guess above; a model that learns little lies a few percent below it",
)
INFERRED = 0.7  # the most where the loss of a guess is not known
GUESSES = tuple(sorted((VARIANCE, *map(math.log, range(2, 11)))))
HIGHEST = GUESSES[-1]  # above it the loss may be that of a guess among any larger K
LEAST_POINTS = 8


def observe(case: Case) -> Finding | None:
    resting = loss_rests_flat.observe(case)
    known = followed_loss_and_start(case, LEAST_POINTS)
    if resting is None or known is None or has_no_guess(case):
        return None
    if not is_seen(resting.strength):
        return None
    half = part(known[0], len(known[0]) // 2)
    level, chance = median(half.y), chance_loss(case)
    if chance is None and level > HIGHEST:
        return None
    if chance is None:
        return _between_guesses(half, level)
    above = level / chance - 1
    return Finding.on(
        half,
        strength=ABOVE.strength(above),
        text=f"{half.name} rests at {level:.4g}; the best constant answer costs {chance:.4g} "
        f"({above:+.1%}).",
    )


def _between_guesses(half: Series, level: float) -> Finding:
    over = level / max((guess for guess in GUESSES if guess <= level), default=level) - 1
    under = 1 - level / min((guess for guess in GUESSES if guess > level), default=level)
    strength = min(OVER.strength(over), UNDER.strength(under), INFERRED)
    return Finding.on(
        half,
        strength=strength,
        text=f"{half.name} rests at {level:.4g}, {over:.1%} above the loss of one common guess "
        f"and {under:.1%} below the next.",
    )
