from engine.evidence import Finding
from engine.observe.facts import curve, span, tail, validation_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "validation-too-good"
# UMLAUT warns of accuracy above 0.95 after three epochs. Clean toy data reach that honestly, so
# certainty comes only with nearly perfect scores, and the symptom stays weak evidence.
NORMAL_SCORE, ABNORMAL_SCORE = 0.96, 0.995
NORMAL_LOSS, ABNORMAL_LOSS = 0.06, 0.005  # of the loss of a guess


def observe(case: Case) -> Finding | None:
    for name in ("val_accuracy", "val_r2"):
        score = curve(case, name)
        if score is not None:
            level = tail(score.y)
            where = span(score, -min(len(score), 10))
            strength = logistic(level, NORMAL_SCORE, ABNORMAL_SCORE)
            return Finding(
                strength, f"{name} ends at {level:.4f}.", f"metrics.{name}", where, {"score": level}
            )
    return _by_loss(case)


def _by_loss(case: Case) -> Finding | None:
    loss, chance = validation_loss(case), chance_loss(case)
    if loss is None or not chance:
        return None
    share = tail(loss.y) / chance
    text = f"val_loss ends at {tail(loss.y):.3g}, {share:.2%} of the loss of a guess."
    strength = logistic(share, NORMAL_LOSS, ABNORMAL_LOSS, log=True)
    return Finding(
        strength, text, "metrics.val_loss", span(loss, -min(len(loss), 10)), {"share": share}
    )
