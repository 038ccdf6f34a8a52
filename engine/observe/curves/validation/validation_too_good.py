"""The validation score is nearly perfect.

Measured on the accuracy or R2 at the end, or on the loss where both are missing. Clean toy data
reaches 0.95 honestly, so the band begins above that, and the symptom stays weak evidence.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.run import validation_loss
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.run import Case

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
    if loss is None or not chance:
        return None
    final = final_level(loss.y)
    share = final / chance
    return Finding.on(
        last_points(loss),
        strength=LOSS.strength(share),
        text=f"val_loss ends at {ending(case, loss)}, {share:.2%} of the loss of a guess.",
    )
