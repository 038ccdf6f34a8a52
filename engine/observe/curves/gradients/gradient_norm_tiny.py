from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.learned import unlearned
from engine.observe.robust import logistic, median
from engine.observe.settings import OTHER_LOSSES, word
from engine.run import Case

SYMPTOM = "gradient-norm-tiny"
# Mean entries of 1e-7 (SageMaker) to 1e-4 (DEFault) count as vanished; the norm of a whole network
# is one to three orders larger. A norm falls with the loss, so it counts only while much is left to
# learn.
NORMAL_NORM, ABNORMAL_NORM = 2e-2, 5e-4
LEARNED, UNLEARNED = 0.3, 0.8


def observe(case: Case) -> Finding | None:
    norm, left = curve(case, "grad_norm") or curve(case, "grad_norm_step"), unlearned(case)
    if norm is None or left is None or word(case, "task") in OTHER_LOSSES:
        return None
    typical = median(norm.y)
    strength = min(
        logistic(typical, NORMAL_NORM, ABNORMAL_NORM, log=True), logistic(left, LEARNED, UNLEARNED)
    )
    text = (
        f"The median of {norm.name} is {typical:.2g} with {min(left, 1):.0%} of what a "
        "guess gets wrong still left."
    )
    return Finding(strength, text, f"metrics.{norm.name}", span(norm), {"norm": typical})
