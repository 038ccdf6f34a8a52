"""The validation loss rises while the validation accuracy stays at its best level.

Cross-entropy grows when a model becomes surer of its wrong answers, which does not change how many
are wrong. Measured as the rise of the loss after its minimum and the drop of the accuracy from its
best level. An accuracy that drops as well is ordinary overfitting.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.rise import validation_rise
from engine.observe.measures.run import validation_loss
from engine.observe.measures.series import curve, ending, final_level
from engine.observe.measures.skill import best_level
from engine.run import Case

SYMPTOM = "validation-loss-rises-accuracy-holds"
RISE = Band(
    0.05,
    0.25,
    source="healthy-runs",
    note="of the loss over its minimum, in units of a guess, as for validation-loss-turns-up",
)
DROP = Band(
    0.06,
    0.015,
    source="judgment",
    note="of the accuracy from its best level; "
    "one recorded run of another project: 0.867 to 0.859 in the 250 epochs after the turn",
)
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    loss = validation_loss(case)
    accuracy = curve(case, "val_accuracy")
    if loss is None or accuracy is None or min(len(loss), len(accuracy)) < LEAST_POINTS:
        return None
    rise = validation_rise(case, loss)
    end = final_level(accuracy.y)
    drop = best_level(accuracy.y) - end
    return Finding.on(
        rise.after,
        strength=min(RISE.strength(rise.share), DROP.strength(drop)),
        text=f"val_loss rises from {rise.minimum:.3g} to {rise.final:.3g}; "
        f"val_accuracy ends at {ending(case, accuracy, '.3f')}, "
        f"{max(drop, 0):.3f} below its best level.",
    )
