"""A deep network uses activations that saturate.

The slope of a sigmoid is at most 1/4, so each layer costs the gradient a factor of four; tanh has
slope 1 at zero and allows more depth. Gated recurrent cells are built with both and are ordinary.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import number, word
from engine.run import Case
from engine.scales import RULED_OUT

SYMPTOM = "saturating-activations"
SIGMOID_DEPTH = Band(
    1.0,
    4.0,
    source="closed-form",
    note="layers; the gradient loses a factor of four or more in each",
)
TANH_DEPTH = Band(
    2.0,
    7.0,
    source="judgment",
    note="layers",
)
SATURATING = (
    ("sigmoid", SIGMOID_DEPTH),
    ("logistic", SIGMOID_DEPTH),
    ("tanh", TANH_DEPTH),
)
GATED_CELLS = ("gru", "lstm")
GATED, PLAIN_RECURRENT = 0.2, 0.8  # strengths of recurrent networks
DEPTH_UNKNOWN = 0.4


def observe(case: Case) -> Finding | None:
    activation = word(case, "activation")
    if not activation:
        return None
    depth = number(case, "depth")
    where = "" if depth is None else f" in {depth:g} layers"
    return Finding.stated(
        "activation",
        strength=_strength(activation, word(case, "model_kind"), depth),
        text=f"The activation is {activation}{where}.",
    )


def _strength(activation: str, kind: str, depth: float | None) -> float:
    band = next((band for name, band in SATURATING if name in activation), None)
    if band is None:
        return RULED_OUT
    if any(cell in kind for cell in GATED_CELLS):
        return GATED
    if "rnn" in kind:
        return PLAIN_RECURRENT
    return DEPTH_UNKNOWN if depth is None else band.strength(depth)
