"""An update sees very few samples.

Two samples give neither a steady gradient nor batch statistics; 16 to 40 are ordinary. Accumulated
steps count as one update.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import number
from engine.run import Case

SYMPTOM = "batch-size-tiny"
SAMPLES = Band(
    8.0,
    1.8,
    log=True,
    source="healthy-runs",
    note="for each update; 16 to 40 in healthy recorded runs",
)


def observe(case: Case) -> Finding | None:
    batch = number(case, "batch_size")
    if batch is None or batch < 1:
        return None
    steps = number(case, "accumulation_steps") or 1.0
    samples = batch * max(steps, 1.0)
    return Finding.stated(
        "batch_size",
        strength=SAMPLES.strength(samples),
        text=f"An update sees {samples:g} samples.",
    )
