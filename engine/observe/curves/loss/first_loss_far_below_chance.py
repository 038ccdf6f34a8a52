"""The first loss of a run is already far below that of equal chances for all classes.

A model that was trained before begins there. A loss of exactly 0 is another symptom.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.first_step import first_step_loss
from engine.run import Case

SYMPTOM = "first-loss-far-below-chance"
OVER_CHANCE = Band(
    0.65,
    0.35,
    source="judgment",
    note="first loss over that of equal chances",
)


def observe(case: Case) -> Finding | None:
    first = first_step_loss(case)
    if first is None or first.level == 0:
        return None
    return Finding.on(
        first.beginning,
        strength=OVER_CHANCE.strength(first.over_chance),
        text=f"{first.whole.name} begins at {first.level:.4g}, {first.over_chance:.2f} times the "
        f"loss of equal chances ({first.chance:.4g}).",
    )
