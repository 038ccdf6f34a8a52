from diagnostics_api.engine.observe.facts import span, tail, train_loss
from diagnostics_api.engine.observe.learned import chance_loss
from diagnostics_api.engine.observe.robust import logistic
from diagnostics_api.engine.observe.settings import is_regression
from diagnostics_api.engine.records import Case, Finding

SYMPTOM = "loss-at-chance-level"
# Distance of the final loss from that of a constant guess, as a share of the guess. The initial loss is compared
# with ln K the same way in TheDeepChecker; own: weak but real learning stays 15 % below.
NORMAL_BELOW, ABNORMAL_BELOW = 0.15, 0.03
NORMAL_ABOVE, ABNORMAL_ABOVE = 0.5, 0.15  # a guess that is badly calibrated sits above
LEAST_POINTS = 3


def observe(case: Case) -> Finding | None:
    loss, chance = train_loss(case), chance_loss(case)
    if loss is None or chance is None or len(loss) < LEAST_POINTS:
        return None
    final = tail(loss.y)
    distance = final / chance - 1
    near = logistic(-distance, NORMAL_BELOW, ABNORMAL_BELOW)
    if distance > 0:
        near = logistic(distance, NORMAL_ABOVE, ABNORMAL_ABOVE)
    guess = "the variance of the target" if is_regression(case) else "the entropy of the classes"
    text = f"{loss.name} ends at {final:.4g}; a constant guess would reach {chance:.4g} ({guess})."
    return Finding(near, text, f"metrics.{loss.name}", span(loss, -min(len(loss), 10)), {"distance": distance})
