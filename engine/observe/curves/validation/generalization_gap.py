from engine.evidence import Finding
from engine.observe.facts import curve, span, tail, train_loss, validation_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "generalization-gap"
# AUTOTRAINER calls an accuracy gap of 0.07 to 0.10 overfitting, deepchecks 10 % of the score;
# healthy recorded runs on small data reach 0.09.
NORMAL_ACCURACY_GAP, ABNORMAL_ACCURACY_GAP = 0.05, 0.22
NORMAL_LOSS_GAP, ABNORMAL_LOSS_GAP = 0.08, 0.5  # as a share of the loss of a guess


def observe(case: Case) -> Finding | None:
    train, held_out = curve(case, "train_accuracy"), curve(case, "val_accuracy")
    if train is None or held_out is None:
        return _loss_gap(case)
    a, b = tail(train.y), tail(held_out.y)
    text = (
        f"Training accuracy ends at {a:.3f}, validation accuracy at {b:.3f}: a gap of {a - b:+.3f}."
    )
    strength = logistic(a - b, NORMAL_ACCURACY_GAP, ABNORMAL_ACCURACY_GAP)
    return Finding(
        strength,
        text,
        "metrics.val_accuracy",
        span(held_out, -min(len(held_out), 10)),
        {"gap": a - b},
    )


def _loss_gap(case: Case) -> Finding | None:
    train, held_out = train_loss(case), validation_loss(case)
    if train is None or held_out is None:
        return None
    a, b = tail(train.y), tail(held_out.y)
    scale = chance_loss(case) or float(train.y[0])
    if scale <= 0:
        return None
    gap = (b - a) / scale
    text = (
        f"{train.name} ends at {a:.3g}, val_loss at {b:.3g}: the gap is {gap:.0%} of the "
        "loss of a guess."
    )
    strength = logistic(gap, NORMAL_LOSS_GAP, ABNORMAL_LOSS_GAP)
    return Finding(
        strength, text, "metrics.val_loss", span(held_out, -min(len(held_out), 10)), {"gap": gap}
    )
