"""The validation loss jumps from point to point while the training loss does not.

The typical distance of a point from the mean of its neighbors, after the first third, is compared
with the level of the loss, with the loss of a guess, and with the same distance of the training
loss. It is 0.5 to 3 % of the level in healthy runs and up to 14 % where validation data is small.
Jumps near zero and a training loss that is as noisy do not count.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import train_loss, validation_loss
from engine.observe.measures.series import after_first_third
from engine.observe.measures.stated import class_shares
from engine.run import Case, Floats

SYMPTOM = "validation-erratic"
OF_LEVEL = Band(
    0.05,
    0.25,
    log=True,
    source="healthy-runs",
    note="of the level; 0.005 to 0.03 in healthy recorded runs, 0.14 with few validation samples",
)
OF_GUESS = Band(
    0.01,
    0.06,
    log=True,
    source="judgment",
    note="of the loss of a guess",
)
TIMES_TRAINING = Band(
    1.0,
    3.0,
    log=True,
    source="judgment",
    note="times the swing of the training loss",
)
LEAST_POINTS = 8
NEARLY_ALL = 0.95  # share of one class


def observe(case: Case) -> Finding | None:
    loss = train_loss(case)
    held_out = validation_loss(case)
    if loss is None or held_out is None or min(len(loss), len(held_out)) < LEAST_POINTS:
        return None
    if _hangs_on_a_few_examples(case):
        return None

    train, late = after_first_third(loss), after_first_third(held_out)
    scale = chance_loss(case) or float(held_out.y[0])
    swing = _swing(late.y)
    train_swing = _swing(train.y)
    of_level = ratio(swing, median(late.y))
    of_train_level = ratio(train_swing, median(train.y))
    return Finding.on(
        late,
        strength=min(
            OF_LEVEL.strength(of_level),
            OF_GUESS.strength(ratio(swing, scale)),
            TIMES_TRAINING.strength(ratio(swing, train_swing)),
        ),
        text=f"After the first third val_loss swings by {of_level:.1%} of its level "
        f"from point to point, {loss.name} by {of_train_level:.1%}.",
    )


def _hangs_on_a_few_examples(case: Case) -> bool:
    """Return whether nearly all examples have one class, so that few others make up the loss."""
    shares = class_shares(case)
    return shares is not None and float(shares.max()) > NEARLY_ALL


def _swing(values: Floats) -> float:
    """Return the median distance of a point from the mean of its two neighbors."""
    neighbors = (values[:-2] + values[2:]) / 2
    return median(np.abs(values[1:-1] - neighbors))
