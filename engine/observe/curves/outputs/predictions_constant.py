from engine.evidence import Finding
from engine.observe.facts import curve, span, tail
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic
from engine.observe.settings import number
from engine.run import Case

SYMPTOM = "predictions-constant"
# Spread of the predictions over that of the target. A regression explains R2 of the variance, so
# even R2 = 0.1 has a ratio of 0.3; TheDeepChecker asks for zero variance.
NORMAL_RATIO, ABNORMAL_RATIO = 0.3, 0.05


def observe(case: Case) -> Finding | None:
    predicted, chance = curve(case, "pred_std"), chance_loss(case)
    target = chance**0.5 if chance else number(case, "target_std")
    if predicted is None or not target:
        return None
    end = tail(predicted.y)
    text = (
        f"The predictions end with a standard deviation of {end:.3g}, the target has {target:.3g}."
    )
    strength = logistic(end / target, NORMAL_RATIO, ABNORMAL_RATIO, log=True)
    return Finding(
        strength,
        text,
        "metrics.pred_std",
        span(predicted, -min(len(predicted), 10)),
        {"ratio": end / target},
    )
