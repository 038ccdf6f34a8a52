from diagnostics_api.engine.observe.facts import span, tail, train_loss
from diagnostics_api.engine.observe.learned import (
    chance_loss,
    first_loss,
    unlearned,
    validation_loss_skill,
    validation_skill,
)
from diagnostics_api.engine.observe.robust import logistic, ratio
from diagnostics_api.engine.records import Case, Finding

SYMPTOM = "validation-never-improves"
# Best kept level of the validation score, 0 for a guess and 1 for perfect, while the training loss falls.
# Own: pure chance on a few hundred validation samples stays below 0.1.
NORMAL_SKILL, ABNORMAL_SKILL = 0.3, 0.06
NORMAL_FALL, ABNORMAL_FALL = 0.03, 0.2  # of what a guess leaves on the training data
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    skill, left = validation_skill(case), unlearned(case)
    if loss is None or start is None or skill is None or left is None:
        return None
    if len(loss) < LEAST_POINTS or chance_loss(case) is None:
        return None
    level, name = skill
    level, score = max(level, validation_loss_skill(case) or 0.0), case.series[name]
    fall = min(1 - left, 1 - ratio(tail(loss.y), start))
    strength = min(
        logistic(level, NORMAL_SKILL, ABNORMAL_SKILL),
        logistic(fall, NORMAL_FALL, ABNORMAL_FALL),
    )
    text = (
        f"{name} ends at {tail(score.finite):.3g}, which is {level:.0%} of the way from a guess to perfect, "
        f"while {loss.name} comes down to {tail(loss.y):.3g}."
    )
    return Finding(strength, text, f"metrics.{name}", span(score), {"skill": level})
