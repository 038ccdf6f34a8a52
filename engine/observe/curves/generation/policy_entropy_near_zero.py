"""The entropy of the policy is near zero early in the run.

Measured at the end of the first fifth, as the entropy over its first value and as the way that the
return has come by then toward its best. An entropy that ends low where the task is solved is
healthy. The entropy loss of PPO is minus the entropy.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import quantile, ratio
from engine.observe.measures.series import curve, final_level, first_points
from engine.run import Case, Series

SYMPTOM = "policy-entropy-near-zero"
LEFT = Band(
    0.4,
    0.1,
    log=True,
    source="judgment",
    note="entropy after the first fifth over its first value",
)
SOLVED = Band(
    0.8,
    0.5,
    source="judgment",
    note="way of the return from its first value to its best after the first fifth",
)
LEAST_POINTS = 10
EARLY = 5  # the first fifth
RETURNS = ("reward", "success_rate")


def observe(case: Case) -> Finding | None:
    entropy = curve(case, "entropy") or curve(case, "entropy_loss")
    if entropy is None or len(entropy) < LEAST_POINTS:
        return None
    early = first_points(entropy, max(len(entropy) // EARLY, 2))
    start, end = abs(float(early.y[0])), abs(final_level(early.y))
    if start == 0:
        return None
    solved = _solved(case)
    return Finding.on(
        early,
        strength=min(LEFT.strength(end / start), SOLVED.strength(solved)),
        text=f"Over the first fifth the size of {entropy.name} goes from {start:.3g} to {end:.3g}; "
        f"the return has come {solved:.0%} of its way by then.",
    )


def _solved(case: Case) -> float:
    """Return the share of the return's way that the first fifth has come; 0 without a return."""
    returns: Series | None = next(filter(None, (curve(case, name) for name in RETURNS)), None)
    if returns is None:
        return 0.0
    early = max(len(returns) // EARLY, 2)
    start, best = float(returns.y[0]), quantile(returns.y, 0.95)
    if best <= start:
        return 0.0
    return max(ratio(final_level(returns.y[:early]) - start, best - start), 0.0)
