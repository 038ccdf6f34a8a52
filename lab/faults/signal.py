"""Faults whose entry is in the chapter signal."""

from lab import effects
from lab.faults.fault import BARE, MLP, TABLES, UNSTABLE, Fault
from lab.train.sabotage import settings, weights

RELU = {"activation": "relu", **BARE}
TANH = {"activation": "tanh", **BARE}

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="vanishing-gradients",
        setup="deep-sigmoid",
        change=settings.deep_sigmoid,
        pool=MLP,
        fixed=TANH,
        also=(
            "symmetric-initialization",
            "inappropriate-depth",
            "unsuitable-activation",
            "missing-skip-connections",
            "missing-normalization",
            "poor-weight-initialization",
        ),
    ),
    Fault(
        slug="exploding-gradients",
        setup="deep-gain",
        change=weights.deep_gain,
        effect=effects.both(effects.worse, effects.gradient_ratio(10)),
        pool=MLP,
        fixed=RELU,
        also=(
            "symmetric-initialization",
            *UNSTABLE,
            "missing-normalization",
            "learning-rate-too-high",
            "poor-weight-initialization",
        ),
    ),
    Fault(
        slug="dying-relu",
        setup="negative-biases",
        change=weights.negative_biases,
        effect=effects.both(effects.worse, effects.level_of("dead_fraction", 0.6)),
        pool=MLP,
        fixed=RELU,
        also=("dead-neurons", "symmetric-initialization", "poor-weight-initialization"),
    ),
    Fault(
        slug="activation-saturation",
        setup="wide-weights",
        change=weights.wide_weights(12),
        effect=effects.both(effects.worse, effects.level_of("activation_saturation", 0.5)),
        pool=MLP,
        fixed=TANH,
        also=(
            "symmetric-initialization",
            "unsuitable-activation",
            "missing-normalization",
            "poor-weight-initialization",
        ),
    ),
    Fault(
        slug="poor-weight-initialization",
        setup="wide-weights",
        change=weights.wide_weights(10),
        pool=MLP,
        fixed=RELU,
        also=("symmetric-initialization", *UNSTABLE, "exploding-gradients"),
    ),
    Fault(
        slug="poor-weight-initialization",
        setup="equal-weights",
        change=weights.equal_weights,
        pool=TABLES,
        fixed=BARE,
        also=("symmetric-initialization", "insufficient-capacity", "vanishing-gradients"),
    ),
)
