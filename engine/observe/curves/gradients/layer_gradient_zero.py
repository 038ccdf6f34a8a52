"""A layer gets a gradient of exactly zero.

Measured as the share of the logged points at which its norm is 0; arithmetic does not give exact
zeros by chance. A pre-trained model may be meant to keep its lower layers, which limits the
finding. Small but nonzero norms are another symptom.
"""

from __future__ import annotations

from engine.evidence import Finding, Span
from engine.observe.measures.band import Band
from engine.observe.measures.layers import NAME
from engine.observe.measures.stated import is_on, is_pretrained
from engine.run import Case, Series

SYMPTOM = "layer-gradient-zero"
SHARE = Band(
    0.1,
    0.6,
    source="judgment",
    note="of the logged points at which the norm is 0",
)
FROZEN_ON_PURPOSE = 0.6  # the most for a model that may be frozen on purpose


def observe(case: Case) -> Finding | None:
    layers = [layer for layer in case.layers.get(NAME, ()) if len(layer.finite)]
    if not layers:
        return None
    shares = [_share_of_zeros(layer) for layer in layers]
    worst = shares.index(max(shares))
    strength = SHARE.strength(shares[worst])
    if is_pretrained(case) or is_on(case, "freeze_backbone"):
        strength = min(strength, FROZEN_ON_PURPOSE)
    zero = [str(index) for index, share in enumerate(shares) if share >= SHARE.abnormal]
    return Finding(
        strength,
        f"The gradient norm is exactly 0 in {len(zero)} of {len(layers)} layers "
        f"({', '.join(zero) or 'none'}, counted from the input); "
        f"layer {worst} is at 0 in {shares[worst]:.0%} of the points.",
        source=f"metrics.{NAME}",
        span=Span.of(layers[worst]),
    )


def _share_of_zeros(layer: Series) -> float:
    return float((layer.finite == 0).mean())
