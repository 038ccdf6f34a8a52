"""The rise of the validation loss after its minimum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import ratio, signed_range
from engine.observe.measures.series import final_level, part
from engine.run import Case, Series


@dataclass(frozen=True, slots=True)
class Rise:
    """From the minimum to the final level.

    share: the rise in units of the loss of a guess; where that is not known, of what was learned
        up to the minimum, or of the minimum itself where that is larger.
    """

    after: Series  # from the minimum on
    minimum: float
    final: float
    share: float


def validation_rise(case: Case, loss: Series) -> Rise:
    """Return the rise of a validation loss from its minimum to its end."""
    lowest = int(np.argmin(loss.y))
    minimum = float(loss.y[lowest])
    final = final_level(loss.y)
    share = ratio(final - minimum, loss_of_a_guess(case, loss))
    return Rise(part(loss, lowest), minimum, final, share)


def loss_of_a_guess(case: Case, held_out: Series) -> float:
    """Return the unit for distances of a validation loss, above 0 unless all losses are 0.

    Where the loss of a guess is not known, the fall to the minimum is: the first value may be
    that of an untrained model, many times above anything that training reaches.
    """
    minimum = float(held_out.y.min())
    guess = chance_loss(case)
    learned = max(float(held_out.y[0]) - minimum, signed_range(held_out.y))
    return max(abs(minimum), learned) if guess is None else max(guess, minimum)
