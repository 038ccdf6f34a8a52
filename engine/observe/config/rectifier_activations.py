"""The network uses rectified units, which are zero for every negative input.

Read off the stated activation. Variants with a slope on both sides do not count. Most networks of
this kind are healthy, so it only makes dead units possible.
"""

from engine.evidence import Finding
from engine.observe.measures.stated import word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "rectifier-activations"
RECTIFIER = "relu"
WITH_TWO_SLOPES = ("leaky", "prelu", "rrelu")


def observe(case: Case) -> Finding | None:
    activation = word(case, "activation")
    if not activation:
        return None
    strength = RULED_OUT
    if _is_rectifier(activation):
        strength = CERTAIN
    return Finding.stated(
        "activation",
        strength=strength,
        text=f"The activation is {activation}.",
    )


def _is_rectifier(activation: str) -> bool:
    if any(name in activation for name in WITH_TWO_SLOPES):
        return False
    return RECTIFIER in activation
