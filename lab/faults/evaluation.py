"""Faults whose entry is in the chapter evaluation."""

from lab import effects
from lab.faults.fault import CLASSIFICATION, Fault
from lab.train import datasets
from lab.train.draw import Pool
from lab.train.sabotage import labels

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="accuracy-paradox",
        setup="very-rare-classes",
        change=labels.imbalance(0.025),
        effect=effects.lost_minority,
        pool=Pool(
            kinds=("mlp",),
            tasks=CLASSIFICATION,
            makers=(datasets.overlapping,),
            n_train=(600, 800),
        ),
        fixed={"level": "medium"},
        also=("biased-sampling", "class-imbalance"),
    ),
)
