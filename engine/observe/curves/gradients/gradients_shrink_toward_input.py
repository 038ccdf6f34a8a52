"""The gradient norms of the layers shrink from output to input.

Measured as the norm of the first layer over that of the last, and as the share of steps between
layers that go that way. The ratio is 0.1 to 1 in healthy runs. A single small layer has a low
ratio without the order.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.layers import NAME, layer_norms
from engine.run import Case

SYMPTOM = "gradients-shrink-toward-input"
FIRST_OVER_LAST = Band(
    0.1,
    0.005,
    log=True,
    source="healthy-runs",
    compare=("autotrainer",),
    note="0.1 to 1 in healthy recorded runs; "
    "AUTOTRAINER: below 1e-3, with the norm of the first layer below 1e-4",
)
ORDER = Band(
    0.3,
    0.75,
    source="judgment",
    note="share of neighboring layers in which the one nearer the input has the smaller norm",
)


def observe(case: Case) -> Finding | None:
    layers = layer_norms(case)
    if layers is None:
        return None
    order = layers.toward_output
    return Finding.about(
        NAME,
        strength=min(FIRST_OVER_LAST.strength(layers.first_over_last), ORDER.strength(order)),
        text=f"{layers.text}, and grows toward the output "
        f"in {order:.0%} of the steps between layers.",
    )
