"""A regularizer is stated to be stronger than usual.

Dropout, weight decay and label smoothing are each judged by a band of their own, and the strongest
counts. Weight decay that is decoupled from the gradient, as in AdamW, is usual at larger values
than weight decay that is added to it; without a stated optimizer the
larger values count as usual.
"""

from engine.evidence import Finding
from engine.observe.measures import regularization
from engine.run import Case

SYMPTOM = "regularization-strong"
DROPOUT = regularization.DROPOUT
DECAY_IN_GRADIENT = regularization.DECAY_IN_GRADIENT
DECOUPLED_DECAY = regularization.DECOUPLED_DECAY
LABEL_SMOOTHING = regularization.LABEL_SMOOTHING


def observe(case: Case) -> Finding | None:
    stated = regularization.regularizers(case)
    if not stated:
        return None
    strongest = regularization.strongest(stated)
    text = ", ".join(f"{one.setting.replace('_', ' ')} {one.value:g}" for one in stated)
    return Finding.stated(
        strongest.setting,
        strength=strongest.strength,
        text=f"{text[0].upper()}{text[1:]}.",
    )
