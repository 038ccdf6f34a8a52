"""Faults whose entry is in the chapter leakage."""

from lab import effects
from lab.faults.fault import CLASSIFICATION, CLUSTERS, LEAKS, REGRESSION, Fault
from lab.train import datasets
from lab.train.draw import Pool
from lab.train.sabotage import inputs

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="train-test-contamination",
        setup="copied-rows",
        change=inputs.contaminate,
        effect=effects.test_below_validation,
        pool=Pool(
            kinds=("mlp",),
            tasks=CLASSIFICATION,
            makers=(datasets.overlapping,),
            n_train=(200, 300),
        ),
        fixed={
            "log_test": True,
            "epochs": 60,
            "width": 128,
            "depth": 2,
            "learning_rate": 0.003,
            "optimizer": "adam",
        },
        also=(*LEAKS, "data-leakage", "temporal-leakage"),
    ),
    Fault(
        slug="data-leakage",
        setup="leaked-class",
        change=inputs.leak_target,
        effect=effects.test_below_validation,
        pool=CLUSTERS,
        fixed={"log_test": True},
        also=(*LEAKS, "temporal-leakage", "train-test-contamination"),
    ),
    Fault(
        slug="data-leakage",
        setup="leaked-value",
        change=inputs.leak_target,
        effect=effects.test_below_validation,
        pool=Pool(kinds=("mlp",), tasks=REGRESSION, makers=(datasets.friedman,)),
        fixed={"log_test": True},
        also=(*LEAKS, "temporal-leakage", "train-test-contamination"),
    ),
)
