"""The KL term rises early in the run and then levels off.

Measured as the size of the first value over the final level, and as the move over the second half.
A term that still climbs at the end has not leveled off, and one near zero carries nothing.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.series import curve, final_level
from engine.run import Case

SYMPTOM = "kl-rises-and-levels-off"
FIRST = Band(
    0.85,
    0.6,
    source="judgment",
    note="first value over the final level",
)
MOVE = Band(
    0.3,
    0.15,
    source="judgment",
    note="over the second half, as a share of the final level",
)
LEVEL = Band(
    0.01,
    0.1,
    log=True,
    source="judgment",
    note="final level in nats",
)
SERIES = ("kl", "val_kl")
LEAST_POINTS = 8


def observe(case: Case) -> Finding | None:
    curves = (curve(case, name) for name in SERIES)
    term = next((found for found in curves if found is not None), None)
    if term is None or len(term) < LEAST_POINTS:
        return None
    half = len(term) // 2
    middle, end = median(term.y[half - 1 : half + 2]), final_level(term.y)
    first = ratio(float(term.y[0]), end)
    move = ratio(abs(end - middle), end)
    return Finding.on(
        term,
        strength=min(FIRST.strength(first), MOVE.strength(move), LEVEL.strength(end)),
        text=f"{term.name} begins at {term.y[0]:.3g}, is at {middle:.3g} half way "
        f"and ends at {end:.3g}.",
    )
