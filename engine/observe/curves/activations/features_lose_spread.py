"""The spread of the features shrinks toward zero.

Measured as the standard deviation of the features at the end over the highest of the run. A healthy
model keeps the size of its features within a factor of a few.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import curve, final_level, last_points
from engine.run import Case

SYMPTOM = "features-lose-spread"
LEFT = Band(
    0.4,
    0.08,
    log=True,
    source="judgment",
    note="standard deviation at the end over the highest of the run",
)
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    spread = curve(case, "feature_std")
    if spread is None or len(spread) < LEAST_POINTS:
        return None
    end, highest = final_level(spread.y), float(spread.y.max())
    return Finding.on(
        last_points(spread),
        strength=LEFT.strength(ratio(end, highest)),
        text=f"The standard deviation of the features ends at {end:.3g}; "
        f"its highest value was {highest:.3g}.",
    )
