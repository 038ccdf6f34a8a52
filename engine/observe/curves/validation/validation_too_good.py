"""The validation score is nearly perfect.

Measured on the accuracy or R2 at the end, or on the loss where both are missing. Clean toy data
reaches 0.95 honestly, so the band begins above that, and the symptom stays weak evidence. Where no
guess is known, the first training loss stands for it. The mean of a first epoch is less than that
of a guess, so such a loss can only be seen to be too good.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss, loss_scale
from engine.observe.measures.run import validation_loss
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.run import Case
from engine.scales import is_seen

SYMPTOM = "validation-too-good"
SCORE = Band(
    0.96,
    0.995,
    source="judgment",
    compare=("umlaut",),
    note="UMLAUT: accuracy above 0.95 after three epochs",
)
LOSS = Band(
    0.06,
    0.005,
    log=True,
    source="judgment",
    note="of the loss of a guess",
)


def observe(case: Case) -> Finding | None:
    for name in ("val_accuracy", "val_r2"):
        score = curve(case, name)
        if score is not None:
            level = final_level(score.y)
            return Finding.on(
                last_points(score),
                strength=SCORE.strength(level),
                text=f"{name} ends at {ending(case, score, '.4f')}.",
            )
    return _by_loss(case)


def _by_loss(case: Case) -> Finding | None:
    loss, chance = validation_loss(case), chance_loss(case)
    scale = chance or loss_scale(case)
    if loss is None or scale is None or scale <= 0:
        return None
    share = final_level(loss.y) / scale
    strength = LOSS.strength(share)
    if not chance and not is_seen(strength):
        return None
    name = "the loss of a guess" if chance else "the first training loss"
    return Finding.on(
        last_points(loss),
        strength=strength,
        text=f"val_loss ends at {ending(case, loss)}, {share:.2%} of {name}.",
    )
