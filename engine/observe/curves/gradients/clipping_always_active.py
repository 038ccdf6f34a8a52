import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span
from engine.observe.robust import logistic
from engine.observe.settings import number
from engine.run import Case

SYMPTOM = "clipping-always-active"
# Share of norms above the clipping threshold. Own: recurrent networks clip half of their steps in
# healthy runs.
NORMAL_SHARE, ABNORMAL_SHARE = 0.7, 0.98


def observe(case: Case) -> Finding | None:
    limit = number(case, "gradient_clip")
    norm = case.series.get("grad_norm_step") or case.series.get("grad_norm")
    if not limit or limit < 0 or norm is None or not len(norm.finite):
        return None
    share = float((norm.finite > limit).mean())
    text = f"{norm.name} is above the clipping threshold {limit:g} in {share:.0%} of the points"
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
        f"{text} (median {np.median(norm.finite):.3g}).",
        f"metrics.{norm.name}",
        span(norm),
        {"share": share},
    )
