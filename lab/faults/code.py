"""Faults whose entry is in the chapter code."""

from lab import effects
from lab.faults.fault import BARE, CLASSES, CLUSTERS, MLP, SPIRALS, UNSTABLE, WEAK_LABELS, Fault
from lab.train.sabotage import labels, settings

OTHER_EVALUATION = (
    "metric-implementation-bug",
    "preprocessing-mismatch",
    "training-serving-skew",
)

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="missing-zero-grad",
        setup="any-model",
        change=settings.setting(zero_grad=False),
        effect=effects.worse_score,
        also=(*UNSTABLE, "exploding-gradients", "learning-rate-too-high"),
    ),
    Fault(
        slug="double-softmax",
        setup="any-classifier",
        change=settings.setting(double_softmax=True),
        effect=effects.worse_loss(1.5),
        pool=CLASSES,
        also=("wrong-loss-function", "wrong-output-activation"),
    ),
    Fault(
        slug="eval-mode-missing",
        setup="dropout",
        change=settings.setting(eval_mode=False),
        pool=MLP,
        fixed={"dropout": 0.5, "width": 64, **BARE},
        also=OTHER_EVALUATION,
    ),
    Fault(
        slug="eval-mode-missing",
        setup="batch-normalization",
        change=labels.small_sorted_evaluation,
        pool=CLUSTERS,
        fixed={"normalization": "batch"},
        also=(*OTHER_EVALUATION, "batchnorm-small-batch"),
    ),
    Fault(
        slug="data-not-shuffled",
        setup="sorted-by-class",
        change=labels.sort_by_class,
        pool=CLASSES,
        also=("catastrophic-interference", *UNSTABLE),
    ),
    Fault(
        slug="frozen-parameters",
        setup="all-but-one-bias",
        change=settings.setting(trainable_layers=0),
        also=("detached-graph", "frozen-backbone-mismatch"),
    ),
    Fault(
        slug="frozen-parameters",
        setup="all-but-the-output",
        change=settings.setting(trainable_layers=1),
        pool=SPIRALS,
        also=(
            "detached-graph",
            "frozen-backbone-mismatch",
            "insufficient-capacity",
            "underfitting",
        ),
    ),
    Fault(
        slug="inputs-labels-misaligned",
        setup="moved-by-a-row",
        change=labels.misalign,
        also=(*WEAK_LABELS, "broken-preprocessing", "label-noise", "overfitting"),
    ),
)
