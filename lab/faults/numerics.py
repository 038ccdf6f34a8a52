"""Faults whose entry is in the chapter numerics."""

from lab import effects
from lab.faults.fault import BARE, CLUSTERS, MLP, MLP_CLASSES, MLP_REGRESSION, Fault
from lab.train.sabotage import batches, inputs, settings

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="nan-loss",
        setup="bad-batch",
        change=batches.not_a_number,
        effect=effects.not_finite,
        also=(
            "log-of-zero",
            "broken-preprocessing",
            "corrupted-samples",
            "zero-variance-normalization",
        ),
    ),
    Fault(
        slug="nan-loss",
        setup="log-of-zero",
        change=settings.setting(unsafe_log=True, learning_rate=0.3),
        effect=effects.not_finite,
        pool=MLP_CLASSES,
        fixed={"optimizer": "sgd", "learning_rate": 0.1, "momentum": 0.9},
        also=("log-of-zero", "mixed-precision-overflow"),
    ),
    Fault(
        slug="mixed-precision-overflow",
        setup="large-targets",
        change=inputs.half_large_targets,
        effect=effects.overflowed,
        pool=MLP_REGRESSION,
        also=("precision-underflow", "broken-preprocessing", "exploding-gradients", "nan-loss"),
    ),
    Fault(
        slug="mixed-precision-overflow",
        setup="large-inputs",
        change=inputs.half_large_inputs,
        effect=effects.overflowed,
        pool=CLUSTERS,
        fixed=BARE,
        also=("precision-underflow", "broken-preprocessing", "exploding-gradients", "nan-loss"),
    ),
    Fault(
        slug="mixed-precision-overflow",
        setup="fixed-loss-scale",
        change=settings.setting(precision="fp16", fixed_loss_scale=2.0**24),
        effect=effects.overflowed,
        pool=MLP,
        also=("precision-underflow", "exploding-gradients", "nan-loss"),
    ),
)
