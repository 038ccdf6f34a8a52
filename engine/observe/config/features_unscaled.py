"""The features have very different or very large scales.

Measured as the largest over the smallest standard deviation, without constant features, and as the
largest itself, which is 1 for standardized features.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import numbers
from engine.run import Case

SYMPTOM = "features-unscaled"
LARGEST_OVER_SMALLEST = Band(
    10.0,
    200.0,
    log=True,
    source="judgment",
    note="standard deviations of the features",
)
LARGEST = Band(
    10.0,
    200.0,
    log=True,
    source="judgment",
    compare=("umlaut", "deepdiagnosis"),
    note="1 for standardized features; UMLAUT and DeepDiagnosis: values between -1 and 1",
)


def observe(case: Case) -> Finding | None:
    deviations = numbers(case, "feature_std")
    if deviations is None:
        return None
    varying = deviations[deviations > 0]
    if not len(varying):
        return None
    smallest, largest = float(varying.min()), float(varying.max())
    times = largest / smallest
    return Finding.stated(
        "feature_std",
        strength=max(LARGEST_OVER_SMALLEST.strength(times), LARGEST.strength(largest)),
        text=f"The standard deviations of the features lie between {smallest:g} and {largest:g}.",
    )
