"""There are very few training samples.

Simple tasks are learned from a hundred samples. Pre-trained networks need fewer, so their band lies
lower.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import is_pretrained, number
from engine.run import Case

SYMPTOM = "training-data-small"
SAMPLES = Band(
    90.0,
    25.0,
    log=True,
    source="healthy-runs",
    note="simple tasks are learned from 100 in recorded runs",
)
FINE_TUNING = 0.2  # factor on both bounds for a pre-trained network


def observe(case: Case) -> Finding | None:
    samples = number(case, "n_train")
    if samples is None or samples < 1:
        return None
    band = SAMPLES.scaled(FINE_TUNING) if is_pretrained(case) else SAMPLES
    return Finding.stated(
        "n_train",
        strength=band.strength(samples),
        text=f"There are {samples:g} training samples.",
    )
