"""Faults whose entry is in the chapter drift."""

from lab import effects
from lab.faults.fault import CLUSTERS, LEAKS, Fault
from lab.train.sabotage import inputs

OTHER_DATA = (
    "preprocessing-mismatch",
    "training-serving-skew",
    "poor-generalization",
)

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="distribution-shift",
        setup="test-set",
        change=inputs.shift_test,
        effect=effects.test_below_validation,
        pool=CLUSTERS,
        fixed={"log_test": True},
        also=(*LEAKS, *OTHER_DATA, "train-test-contamination", "data-leakage", "temporal-leakage"),
    ),
    Fault(
        slug="distribution-shift",
        setup="validation-set",
        change=inputs.shift_validation,
        effect=effects.worse_score,
        pool=CLUSTERS,
        also=(*OTHER_DATA, "bad-split"),
    ),
)
