"""Faults whose entry is in the chapter optimization."""

from lab import effects
from lab.faults.fault import BARE, MLP, MLP_OR_CNN, MOMENTUM_SGD, UNSTABLE, Fault
from lab.train.sabotage import batches, settings

SPIKY = (*UNSTABLE, "corrupted-samples", "outliers-in-features")

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="learning-rate-too-high",
        setup="any-model",
        change=settings.rate_times(30, 150),
        also=UNSTABLE,
    ),
    Fault(
        slug="learning-rate-too-high",
        setup="momentum-sgd",
        change=settings.rate_times(30, 100),
        pool=MLP,
        fixed={**MOMENTUM_SGD, **BARE},
        also=(*UNSTABLE, "exploding-gradients"),
    ),
    Fault(
        slug="learning-rate-too-low",
        setup="any-model",
        change=settings.rate_times(0.001, 0.008),
        also=("too-few-training-steps", "untuned-hyperparameters", "underfitting"),
    ),
    Fault(
        slug="loss-spikes",
        setup="bad-batches",
        change=batches.bad_batches,
        effect=effects.spiked,
        pool=MLP_OR_CNN,
        fixed=BARE,
        also=(*SPIKY, "learning-rate-too-high"),
    ),
    Fault(
        slug="loss-spikes",
        setup="rate-jumps",
        change=batches.rate_jumps,
        effect=effects.spiked,
        pool=MLP_OR_CNN,
        fixed=BARE,
        also=(*SPIKY, "bad-lr-schedule", "learning-rate-too-high"),
    ),
    Fault(
        slug="loss-plateau",
        setup="step-schedule",
        change=settings.setting(schedule="step"),
        effect=effects.both(effects.worse, effects.stalls),
        also=("bad-lr-schedule", "premature-convergence", "learning-rate-too-low"),
    ),
    Fault(
        slug="loss-plateau",
        setup="exponential-schedule",
        change=settings.setting(schedule="exponential"),
        effect=effects.both(effects.worse, effects.stalls),
        pool=MLP,
        also=("bad-lr-schedule", "premature-convergence", "learning-rate-too-low"),
    ),
    Fault(
        slug="bad-batch-size",
        setup="two-rows",
        change=settings.tiny_batch,
        effect=effects.swings,
        pool=MLP,
        fixed={**MOMENTUM_SGD, "batch_size": 50, **BARE},
        also=("noisy-gradients", "high-variance", *UNSTABLE, "learning-rate-too-high"),
    ),
    Fault(
        slug="bad-batch-size",
        setup="all-rows",
        change=settings.full_batch,
        pool=MLP,
        also=(
            "learning-rate-too-low",
            "too-few-training-steps",
            "untuned-hyperparameters",
            "underfitting",
        ),
    ),
)
