"""The validation loss lies below the training loss in the second half of the run.

Measured as a share of the training loss, after the lag of the running mean is taken out. Dropout
and augmentation during training alone do this, so it is weak evidence. A training loss next to
zero counts as 2 % of the loss of a guess.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import late_losses
from engine.run import Case

SYMPTOM = "validation-better-than-training"
SHARE = Band(
    0.04,
    0.3,
    source="judgment",
    note="by which the validation loss lies below the training loss",
)
LEAST_LEVEL = 0.02  # of the loss of a guess: below it a loss is practically zero


def observe(case: Case) -> Finding | None:
    losses = late_losses(case)
    if losses is None:
        return None
    train, held_out = median(losses[0]), median(losses[1])
    least = LEAST_LEVEL * (chance_loss(case) or 0.0)
    share = ratio(train - held_out, max(train, least))
    return Finding.about(
        "val_loss",
        strength=SHARE.strength(share),
        text=f"In the second half val_loss is {held_out:.3g} "
        f"and train_loss {train:.3g} ({-share:+.0%}).",
    )
