"""The rise of the validation loss after its minimum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import final_level, part
from engine.run import Case, Series


@dataclass(frozen=True, slots=True)
class Rise:
    """From the minimum to the final level; `share` is the rise in units of the loss of a guess."""

    after: Series  # from the minimum on
    minimum: float
    final: float
    share: float


def validation_rise(case: Case, loss: Series) -> Rise:
    """Return the rise, in units of the first loss where the loss of a guess is not known."""
    lowest = int(np.argmin(loss.y))
    minimum = float(loss.y[lowest])
    final = final_level(loss.y)
    guess = chance_loss(case) or float(loss.y[0])
    share = ratio(final - minimum, max(abs(guess), minimum))
    return Rise(part(loss, lowest), minimum, final, share)
