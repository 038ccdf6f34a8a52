"""The gradient norm drops to a fiftieth or less across one single layer.

Measured from the output toward the input, as the smallest norm over that of its neighbor nearer the
output. All other neighbors must be within a factor of ten of each other: a fall from layer to layer
is another symptom.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.layers import NAME, layer_norms
from engine.run import Case

SYMPTOM = "gradient-drops-at-one-layer"
DROP = Band(
    1 / 15,
    1 / 80,
    log=True,
    source="judgment",
    note="norm of a layer over that of its neighbor nearer the output",
)
OTHERS = Band(
    1 / 20,
    1 / 6,
    log=True,
    source="judgment",
    note="the next smallest such ratio",
)
LEAST_LAYERS = 4


def observe(case: Case) -> Finding | None:
    layers = layer_norms(case)
    if layers is None or len(layers.norms) < LEAST_LAYERS:
        return None
    ratios = layers.norms[:-1] / layers.norms[1:]
    order = np.argsort(ratios)
    lowest, next_lowest = float(ratios[order[0]]), float(ratios[order[1]])
    return Finding.about(
        NAME,
        strength=min(DROP.strength(lowest), OTHERS.strength(next_lowest)),
        text=f"Between layers {order[0] + 1} and {order[0]} (counted from the input) the median "
        f"gradient norm falls to {lowest:.2g} of its size, elsewhere to {next_lowest:.2g} at most.",
    )
