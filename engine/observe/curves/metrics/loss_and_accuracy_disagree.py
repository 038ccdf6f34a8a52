import math

from engine.evidence import Finding
from engine.observe.facts import paired, tail
from engine.observe.robust import logistic, ratio
from engine.observe.settings import OTHER_LOSSES, word
from engine.run import Case

SYMPTOM = "loss-and-accuracy-disagree"
# A wrong answer gives the right class at most one half, so cross-entropy is at least ln 2 per wrong
# answer: closed form. A loss below that bound is not the loss of these answers. Own: learning runs
# lie at 1.5 times it and above.
NORMAL_TIMES, ABNORMAL_TIMES = 1.35, 1.0
# The other way: nearly all answers right but a high loss.
NORMAL_LOSS, ABNORMAL_LOSS = 0.3, 1.0
NEARLY_ALL = 0.93, 0.98
LEAST_POINTS = 3
HINT = 0.1
NOT_CROSS_ENTROPY = ("mse", "squared", "mae", "focal", "hinge")


def observe(case: Case) -> Finding | None:
    weighted = word(case, "class_weights") not in {"", "none"} or isinstance(
        case.config.get("class_weights"), tuple
    )
    if (
        weighted
        or word(case, "task") in OTHER_LOSSES | {"regression"}
        or any(kind in word(case, "loss") for kind in NOT_CROSS_ENTROPY)
    ):
        return None
    found, best = [], 0.0
    for part in ("train", "val"):
        pair = paired(case, f"{part}_loss", f"{part}_accuracy")
        if pair is not None and len(pair[0]) >= LEAST_POINTS:
            found.append(_compare(f"{part}_loss", tail(pair[0]), tail(pair[1])))
            best = max(best, tail(pair[1]))
    if best <= NEARLY_ALL[0] and not any(finding.strength > HINT for finding in found):
        return None  # a loss too high for its answers shows only where nearly all of them are right
    return max(found, key=lambda finding: finding.strength, default=None)


def _compare(name: str, final: float, right: float) -> Finding:
    bound = (1 - right) * math.log(2)
    too_low = logistic(ratio(final, bound), NORMAL_TIMES, ABNORMAL_TIMES) if bound > 0.01 else 0.0
    too_high = min(logistic(final, NORMAL_LOSS, ABNORMAL_LOSS), logistic(right, *NEARLY_ALL))
    text = (
        f"{name} ends at {final:.3g} with {right:.1%} of the answers right; "
        f"that many wrong answers cost at least {bound:.3g}."
    )
    kind = "loss too low" if too_low >= too_high else "loss too high"
    return Finding(max(too_low, too_high), text, f"metrics.{name}", None, {"kind": kind})
