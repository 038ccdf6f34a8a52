"""Faults whose entry is in the chapter data."""

from lab import effects
from lab.faults.fault import BARE, CLASSES, CLASSIFICATION, UNSTABLE, WEAK_LABELS, Fault
from lab.train import datasets
from lab.train.draw import Pool
from lab.train.sabotage import inputs, labels

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="label-noise",
        setup="flipped-labels",
        change=labels.flip_labels,
        pool=CLASSES,
        also=(*WEAK_LABELS, "inconsistent-annotation", "inputs-labels-misaligned", "overfitting"),
    ),
    Fault(
        slug="class-imbalance",
        setup="rare-classes",
        change=labels.imbalance(0.06),
        effect=effects.lost_minority,
        pool=Pool(
            kinds=("mlp",),
            tasks=CLASSIFICATION,
            makers=(datasets.overlapping,),
            n_train=(600, 800),
        ),
        fixed={"level": "full"},
        also=("biased-sampling", "accuracy-paradox"),
    ),
    Fault(
        slug="feature-scale-mismatch",
        setup="mixed-units",
        change=inputs.mixed_units,
        pool=Pool(kinds=("mlp",), makers=(datasets.clusters, datasets.friedman)),
        fixed={"level": "full", **BARE},
        also=(
            "broken-preprocessing",
            "outliers-in-features",
            "learning-rate-too-high",
            *UNSTABLE,
            "exploding-gradients",
        ),
    ),
)
