import math

from engine.evidence import Finding
from engine.observe.facts import curve, span, tail, train_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic
from engine.observe.settings import is_regression, word
from engine.run import Case, Series

SYMPTOM = "loss-at-chance-level"
# Distance of the final loss from that of a constant guess, as a share of the guess. The initial
# loss is compared with ln K the same way in TheDeepChecker; own: weak but real learning stays 15 %
# below.
NORMAL_BELOW, ABNORMAL_BELOW = 0.15, 0.03
NORMAL_ABOVE, ABNORMAL_ABOVE = 0.5, 0.15  # a guess that is badly calibrated sits above
LEAST_POINTS = 3
# Where the number of classes is unknown: ln K of these, met closely by a flat loss, is no accident.
COMMON = (2, 3, 4, 5, 10, 20, 100, 1000)
CLOSE, ACCURACY_CLOSE, INFERRED = 0.01, 0.05, 0.8


def observe(case: Case) -> Finding | None:
    loss, chance = train_loss(case), chance_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    if chance is None:
        return _inferred(case, loss)
    final = tail(loss.y)
    distance = final / chance - 1
    near = logistic(-distance, NORMAL_BELOW, ABNORMAL_BELOW)
    if distance > 0:
        near = logistic(distance, NORMAL_ABOVE, ABNORMAL_ABOVE)
    guess = "the variance of the target" if is_regression(case) else "the entropy of the classes"
    text = f"{loss.name} ends at {final:.4g}; a constant guess would reach {chance:.4g} ({guess})."
    return Finding(
        near, text, f"metrics.{loss.name}", span(loss, -min(len(loss), 10)), {"distance": distance}
    )


def _inferred(case: Case, loss: Series) -> Finding | None:
    """Only a match says something here, as the loss may be of any kind."""
    final, accuracy = tail(loss.y), curve(case, "train_accuracy") or curve(case, "val_accuracy")
    flat = abs(tail(loss.y[::-1]) - final) <= 2 * CLOSE * abs(final)
    if word(case, "task") or not flat:
        return None
    for classes in COMMON:
        fits = accuracy is None or abs(tail(accuracy.y) - 1 / classes) <= ACCURACY_CLOSE
        if fits and abs(final / math.log(classes) - 1) <= CLOSE:
            text = (
                f"{loss.name} stays at {final:.4g} = ln {classes}, the loss of a guess "
                f"among {classes} classes."
            )
            return Finding(
                INFERRED, text, f"metrics.{loss.name}", span(loss), {"classes": float(classes)}
            )
    return None
