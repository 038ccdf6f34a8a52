"""The weights are initialized by hand.

Read off the stated initialization. Default and pre-trained weights do not count. It is no fault by
itself and only makes faults of the scale possible.
"""

from engine.evidence import Finding
from engine.observe.measures.stated import word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "custom-initialization"
NOT_BY_HAND = frozenset({"default", "pretrained", "none", "auto"})


def observe(case: Case) -> Finding | None:
    init = word(case, "init")
    if not init:
        return None
    strength = RULED_OUT if init in NOT_BY_HAND else CERTAIN
    return Finding.stated(
        "init",
        strength=strength,
        text=f"The initialization is {init}.",
    )
