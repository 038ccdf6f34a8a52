"""A turn in the two to four rows that somebody picks out of a run.

They are compared as they are, and only a large turn shows: between few rows a small one is noise.
"""

from __future__ import annotations

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.reported import reported_score
from engine.observe.measures.rise import loss_of_a_guess
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import curve, is_counted, part
from engine.run import Case, Floats, Series
from engine.scales import is_seen

RISE_OF_FEW = Band(
    0.2,
    0.6,
    source="judgment",
    note="rise of a validation loss from the lowest of two to four values to the last, in units of "
    "a guess",
)
APART_OF_FEW = Band(
    0.06,
    0.2,
    source="judgment",
    note="rise of the training score and fall of the validation score together, between two of two "
    "to four values",
)
EACH = 0.02  # the least of both, which is within the scatter of scores
TRAINING_FALL = Band(
    0.02,
    0.15,
    source="judgment",
    note="relative fall of the training loss after the lowest validation loss",
)


def turn_of_few_losses(case: Case, held_out: Series) -> Finding | None:
    """Judge by the last of a few losses and the lowest before it; None without a large rise."""
    loss = train_loss(case)
    lowest = int(np.argmin(held_out.y))
    if loss is None or lowest == len(held_out) - 1 or not is_counted(held_out):
        return None
    turn = part(held_out, lowest)
    minimum, last = _ends(turn.y)
    guess = loss_of_a_guess(case, held_out)
    before, after = _beside(turn, loss)
    fall = ratio(before - after, before)
    rise = ratio(last - minimum, guess)
    strength = min(
        RISE_OF_FEW.strength(rise),
        TRAINING_FALL.strength(fall),
    )
    if not is_seen(strength):
        return None
    start = f"{turn.x_name} {turn.x[0]:g}"
    return Finding.on(
        turn,
        strength=strength,
        text=f"val_loss goes from {minimum:.3g} at {start} to {last:.3g}, "
        f"while {loss.name} goes on by {-fall:+.0%}.",
    )


def turn_of_few_scores(case: Case) -> Finding | None:
    """Judge by how far a few scores of training and validation move apart."""
    score = reported_score(case, 2)
    train = curve(case, "train_accuracy")
    if score is None or train is None or not is_counted(score):
        return None
    best = int(np.argmax(score.y))
    turn = part(score, best)
    highest, last = _ends(turn.y)
    before, after = _beside(turn, train)
    fall, rise = highest - last, after - before
    strength = APART_OF_FEW.strength(fall + rise)
    if min(fall, rise) < EACH or not is_seen(strength):
        return None
    start = f"{turn.x_name} {turn.x[0]:g}"
    return Finding.on(
        turn,
        strength=strength,
        text=f"{score.name} goes from {highest:.3f} at {start} to {last:.3f}, "
        f"while {train.name} goes on by {rise:+.3f}.",
    )


def _ends(values: Floats) -> tuple[float, float]:
    return float(values[0]), float(values[-1])


def _beside(turn: Series, other: Series) -> tuple[float, float]:
    """Return another series where a turn begins and ends, on lines between its points."""
    ends = turn.x[[0, -1]]
    at_ends = np.interp(
        ends,
        other.x,
        other.y,
    )
    return _ends(at_ends)
