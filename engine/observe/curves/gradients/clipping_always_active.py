"""Gradient clipping changes nearly every step.

Measured as the share of recorded norms above the stated threshold. Recurrent networks clip half
of their steps in healthy runs.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.stated import number
from engine.run import Case

SYMPTOM = "clipping-always-active"
SHARE = Band(
    0.7,
    0.98,
    source="healthy-runs",
    note="of the norms above the threshold; 0.5 in healthy recorded runs of recurrent networks",
)


def observe(case: Case) -> Finding | None:
    limit = number(case, "gradient_clip")
    norm = case.series.get("grad_norm_step") or case.series.get("grad_norm")
    if not limit or limit < 0 or norm is None or not len(norm.finite):
        return None
    is_clipped = norm.finite > limit
    share = float(is_clipped.mean())
    return Finding.on(
        norm,
        strength=SHARE.strength(share),
        text=f"{norm.name} is above the clipping threshold {limit:g} "
        f"in {share:.0%} of the points (median {median(norm.finite):.3g}).",
    )
