"""The loss does not belong to the answers that the accuracy counts.

A wrong answer gives the right class a probability of at most one half, so cross-entropy costs at
least ln 2 for each wrong answer. A loss below that bound is not the mean loss of these answers;
runs that learn lie at 1.5 times the bound and above. The other way round, a high loss with nearly
all answers right is odd too. Weighted classes and other losses have another bound.
"""

import math

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import final_level, paired
from engine.observe.measures.stated import has_chosen_threshold, word
from engine.observe.measures.task import has_no_guess, task_of
from engine.run import Case

SYMPTOM = "loss-and-accuracy-disagree"
TIMES_BOUND = Band(
    1.35,
    1.0,
    source="closed-form",
    note="loss over ln 2 a wrong answer; 1.5 and above in recorded runs that learn",
)
HIGH_LOSS = Band(
    0.3,
    1.0,
    source="judgment",
    note="final loss with nearly all answers right",
)
NEARLY_ALL = Band(
    0.93,
    0.98,
    source="judgment",
    note="share of right answers that should go with a low loss",
)
NOT_CROSS_ENTROPY = ("mse", "squared", "mae", "focal", "hinge")
LEAST_BOUND = 0.01  # below it there are too few wrong answers to compare
LEAST_POINTS = 3
HINT = 0.1  # strength above which a loss that is too low counts as measured


def observe(case: Case) -> Finding | None:
    if not _is_plain_cross_entropy(case) or has_chosen_threshold(case):
        return None
    findings, best = [], 0.0
    for part in ("train", "val"):
        pair = paired(case, f"{part}_loss", f"{part}_accuracy")
        if pair is None or len(pair[0]) < LEAST_POINTS:
            continue
        loss, right = final_level(pair[0]), final_level(pair[1])
        findings.append(_compare(f"{part}_loss", loss, right))
        best = max(best, right)
    strongest = strongest_finding(findings)
    # A loss too high for its answers shows only where nearly all of them are right.
    if strongest is None or (best <= NEARLY_ALL.normal and strongest.strength <= HINT):
        return None
    return strongest


def _is_plain_cross_entropy(case: Case) -> bool:
    weights = case.config.get("class_weights")
    if isinstance(weights, tuple) or word(case, "class_weights") not in {"", "none"}:
        return False
    if has_no_guess(case) or task_of(case) == "regression":
        return False
    loss = word(case, "loss")
    return not any(kind in loss for kind in NOT_CROSS_ENTROPY)


def _compare(name: str, loss: float, right: float) -> Finding:
    bound = (1 - right) * math.log(2)
    too_low = 0.0
    if bound > LEAST_BOUND:
        too_low = TIMES_BOUND.strength(ratio(loss, bound))
    too_high = min(HIGH_LOSS.strength(loss), NEARLY_ALL.strength(right))
    return Finding.about(
        name,
        strength=max(too_low, too_high),
        text=f"{name} ends at {loss:.3g} with {right:.1%} of the answers right; "
        f"that many wrong answers cost at least {bound:.3g}.",
    )
