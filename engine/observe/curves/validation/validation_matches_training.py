import numpy as np

from engine.evidence import Finding
from engine.observe.facts import paired
from engine.observe.learned import late_losses
from engine.observe.robust import logistic, median, ratio
from engine.run import Case

SYMPTOM = "validation-matches-training"
# Typical distance of the two losses in the second half, as a share of the larger. Own: separate
# data differ by a tenth or more even without overfitting. Both must have learned something: flat
# curves match for another reason.
NORMAL_DISTANCE, ABNORMAL_DISTANCE = 0.12, 0.015
NO_FALL, FALL = 0.1, 0.5


def observe(case: Case) -> Finding | None:
    losses, whole = late_losses(case), paired(case, "train_loss", "val_loss")
    if losses is None or whole is None:
        return None
    train, held_out = losses
    larger = np.maximum(np.maximum(np.abs(train), np.abs(held_out)), 1e-12)
    distance = median(np.abs(train - held_out) / larger)
    fall = 1 - ratio(median(train), float(whole[0][0]))
    strength = min(
        logistic(distance, NORMAL_DISTANCE, ABNORMAL_DISTANCE, log=True),
        logistic(fall, NO_FALL, FALL),
    )
    text = (
        f"In the second half train_loss and val_loss differ by {distance:.1%} "
        f"({median(held_out):.3g} at validation)."
    )
    return Finding(strength, text, "metrics.val_loss", attributes={"distance": distance})
