"""The first loss is that of equal chances for all classes, and then it falls.

This is what an untrained model costs, so a healthy run from scratch shows it. Measured as the
distance of the first steps' loss from ln K, or from the variance of the target, and as the loss at
the end, which must be clearly below.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.first_step import first_step_loss
from engine.observe.measures.series import final_level
from engine.run import Case

SYMPTOM = "loss-starts-at-chance"
DISTANCE = Band(
    0.25,
    0.08,
    source="judgment",
    note="of the first loss from that of equal chances, as a share of it",
)
END = Band(
    0.97,
    0.8,
    source="judgment",
    note="final loss over that of equal chances",
)


def observe(case: Case) -> Finding | None:
    first = first_step_loss(case)
    if first is None:
        return None
    end = final_level(first.whole.y)
    return Finding.on(
        first.beginning,
        strength=min(
            DISTANCE.strength(abs(first.over_chance - 1)),
            END.strength(end / first.chance),
        ),
        text=f"{first.whole.name} begins at {first.level:.4g}, {first.over_chance:.2f} times the "
        f"loss of equal chances ({first.chance:.4g}), and ends at {end:.3g}.",
    )
