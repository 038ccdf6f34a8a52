"""The gradient norms of the layers grow from output to input.

Measured as the norm of the first layer over that of the last, and as the share of steps between
layers that go that way. The ratio is up to 3 in healthy runs. A single large layer has a high
ratio without the order.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.layers import NAME, layer_norms
from engine.run import Case

SYMPTOM = "gradients-grow-toward-input"
FIRST_OVER_LAST = Band(
    5.0,
    50.0,
    log=True,
    source="healthy-runs",
    compare=("autotrainer",),
    note="up to 3 in healthy recorded runs; AUTOTRAINER: above 70",
)
ORDER = Band(
    0.3,
    0.75,
    source="judgment",
    note="share of neighboring layers in which the one nearer the input has the larger norm",
)


def observe(case: Case) -> Finding | None:
    layers = layer_norms(case)
    if layers is None:
        return None
    order = 1 - layers.toward_output
    return Finding.about(
        NAME,
        strength=min(FIRST_OVER_LAST.strength(layers.first_over_last), ORDER.strength(order)),
        text=f"{layers.text}, and grows toward the input "
        f"in {order:.0%} of the steps between layers.",
    )
