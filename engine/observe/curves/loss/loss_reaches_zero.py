"""The training loss ends next to zero.

Measured as the final loss over the loss of a constant prediction. At 0.2 % of it each training
example is answered with certainty.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import loss_scale
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import ending, final_level, last_points
from engine.run import Case

SYMPTOM = "loss-reaches-zero"
SHARE = Band(
    0.05,
    0.002,
    log=True,
    source="judgment",
    compare=("thedeepchecker",),
    note="of the loss of a guess; TheDeepChecker: a smooth loss below 1e-5",
)


def observe(case: Case) -> Finding | None:
    loss, scale = train_loss(case), loss_scale(case)
    if loss is None or scale is None or scale <= 0:
        return None
    final = final_level(loss.y)
    share = final / scale
    return Finding.on(
        last_points(loss),
        strength=SHARE.strength(share),
        text=f"{loss.name} ends at {ending(case, loss)}, {share:.2%} of the loss of a guess.",
    )
