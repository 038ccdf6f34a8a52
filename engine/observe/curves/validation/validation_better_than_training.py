from engine.evidence import Finding
from engine.observe.learned import chance_loss, late_losses
from engine.observe.robust import logistic, median, ratio
from engine.run import Case

SYMPTOM = "validation-better-than-training"
# Share by which the validation loss lies below the training loss in the second half, the lag of the
# running mean taken out. Dropout and augmentation during training alone do this, so it is weak
# evidence.
NORMAL_SHARE, ABNORMAL_SHARE = 0.04, 0.3
LEAST_LEVEL = 0.02  # of the loss of a guess: below it both are practically zero


def observe(case: Case) -> Finding | None:
    losses = late_losses(case)
    if losses is None:
        return None
    train, held_out = median(losses[0]), median(losses[1])
    share = ratio(train - held_out, max(train, LEAST_LEVEL * (chance_loss(case) or 0.0)))
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
        f"In the second half val_loss is {held_out:.3g} and train_loss {train:.3g} "
        f"({-share:+.0%}).",
        "metrics.val_loss",
        attributes={"share": share},
    )
