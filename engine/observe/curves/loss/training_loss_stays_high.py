"""Much of the task is not learned on the training data when the run ends.

Measured as the share of a constant prediction's loss, or of its errors, that is left. Noise that
cannot be learned leaves up to half in healthy runs. A model that is stated to be too small for its
task learns the easy part of it, so less is needed there.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.guess import chance_loss
from engine.observe.measures.model_size import is_tiny
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import ending, last_points
from engine.observe.measures.skill import unlearned
from engine.run import Case

SYMPTOM = "training-loss-stays-high"
LEFT = Band(
    0.4,
    0.9,
    source="healthy-runs",
    compare=("autotrainer",),
    note="of what a guess gets wrong; up to 0.5 in healthy recorded runs; AUTOTRAINER: "
    "an accuracy below 0.6",
)
LEFT_BY_TINY = Band(
    0.4,
    0.65,
    source="judgment",
    note="the same for a model that is too small",
)


def observe(case: Case) -> Finding | None:
    loss, left = train_loss(case), unlearned(case)
    if loss is None or left is None:
        return None
    chance = chance_loss(case)
    guess = "" if chance is None else f" (a guess: {chance:.3g})"
    band = LEFT_BY_TINY if is_tiny(case) else LEFT
    return Finding.on(
        last_points(loss),
        strength=band.strength(left),
        text=f"{loss.name} ends at {ending(case, loss)}{guess}; "
        f"{min(left, 1):.0%} of what a guess gets wrong is left.",
    )
