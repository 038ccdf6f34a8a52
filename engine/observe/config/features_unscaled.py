from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import numbers
from engine.run import Case

SYMPTOM = "features-unscaled"
# Largest over smallest standard deviation, constant features left out; and the largest itself, as
# standardized features have 1. UMLAUT and DeepDiagnosis ask for values between -1 and 1.
USUAL_TIMES, FAR_TIMES = 10.0, 200.0
USUAL_LARGEST, FAR_LARGEST = 10.0, 200.0


def observe(case: Case) -> Finding | None:
    deviations = numbers(case, "feature_std")
    if deviations is None or not (deviations > 0).any():
        return None
    varying = deviations[deviations > 0]
    smallest, largest = float(varying.min()), float(varying.max())
    strength = max(
        logistic(largest / smallest, USUAL_TIMES, FAR_TIMES, log=True),
        logistic(largest, USUAL_LARGEST, FAR_LARGEST, log=True),
    )
    text = f"The standard deviations of the features lie between {smallest:g} and {largest:g}."
    return Finding(strength, text, "config.feature_std", None, {"times": largest / smallest})
