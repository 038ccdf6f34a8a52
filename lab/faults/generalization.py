"""Faults whose entry is in the chapter generalization."""

from lab import effects
from lab.faults.fault import (
    BARE,
    CLASSIFICATION,
    CLUSTERS,
    FEW_ROWS,
    MLP,
    MLP_OR_CNN,
    REGRESSION,
    SPIRALS,
    Fault,
)
from lab.train import datasets
from lab.train.draw import Pool
from lab.train.sabotage import inputs, settings

OVERFIT = (
    "insufficient-regularization",
    "overtraining",
    "overparameterization",
    "poor-generalization",
    "high-variance",
    "insufficient-training-data",
)

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="overfitting",
        setup="few-overlapping-rows",
        change=settings.many_epochs,
        effect=effects.turned_up,
        pool=Pool(
            kinds=("mlp",),
            tasks=CLASSIFICATION,
            makers=(datasets.overlapping,),
            n_train=FEW_ROWS,
        ),
        fixed={"dropout": 0.3, "weight_decay": 1e-3, "epochs": 25},
        also=(*OVERFIT, "label-noise"),
    ),
    Fault(
        slug="overfitting",
        setup="few-rows-regression",
        change=settings.many_epochs,
        effect=effects.turned_up,
        pool=Pool(kinds=("mlp",), tasks=REGRESSION, n_train=FEW_ROWS),
        fixed={"dropout": 0.1, "weight_decay": 1e-3, "epochs": 25},
        also=OVERFIT,
    ),
    Fault(
        slug="underfitting",
        setup="linear-on-spirals",
        change=inputs.linear,
        effect=effects.both(effects.worse_score, effects.higher_training_loss),
        pool=SPIRALS,
        also=("high-bias", "insufficient-capacity"),
    ),
    Fault(
        slug="underfitting",
        setup="one-feature",
        change=inputs.drop_features,
        effect=effects.worse_score,
        pool=CLUSTERS,
        also=("high-bias", "weak-signal", "insufficient-capacity"),
    ),
    Fault(
        slug="over-regularization",
        setup="weight-decay",
        change=settings.heavy_decay,
        effect=effects.both(effects.worse, effects.higher_training_loss),
        pool=MLP_OR_CNN,
        fixed={"optimizer": "adam", "learning_rate": 0.003, **BARE},
        also=("high-bias", "untuned-hyperparameters", "insufficient-capacity", "underfitting"),
    ),
    Fault(
        slug="over-regularization",
        setup="dropout",
        change=settings.setting(dropout=0.9),
        effect=effects.both(effects.worse, effects.higher_training_loss),
        pool=MLP,
        fixed=BARE,
        also=("high-bias", "untuned-hyperparameters", "insufficient-capacity", "underfitting"),
    ),
)
