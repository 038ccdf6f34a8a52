"""The gradient norm of the whole model is exactly zero.

Measured as the share of the recorded norms that are 0. Arithmetic on a loss that depends on the
weights does not give exact zeros, so small norms do not count.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import recorded
from engine.run import Case

SYMPTOM = "gradient-norm-zero"
SHARE = Band(
    0.1,
    0.6,
    source="judgment",
    note="of the recorded norms that are exactly 0",
)
NORMS = ("grad_norm_step", "grad_norm")
LEAST_POINTS = 3


def observe(case: Case) -> Finding | None:
    norms = [norm for norm in recorded(case, NORMS) if len(norm.finite) >= LEAST_POINTS]
    if not norms:
        return None
    norm = norms[0]
    share = float((norm.finite == 0).mean())
    return Finding.on(
        norm,
        strength=SHARE.strength(share),
        text=f"{norm.name} is exactly 0 at {share:.0%} of its {len(norm.finite)} points.",
    )
