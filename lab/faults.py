"""The faults: each changes a healthy setup in one way. The accepted labels are what an expert would also accept
at the first place from these curves; they were fixed before any engine saw the runs."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from lab import checks, data, sabotage
from lab.checks import Check
from lab.setup import Setup

Change = Callable[[Setup, random.Random], Setup]


@dataclass(frozen=True)
class Fault:
    """`base` restricts the healthy setup, `fixed` sets parts of it for the faulty run and its twin alike."""

    slug: str
    accepted: frozenset[str]
    change: Change
    shows: Check
    base: dict[str, Any]
    fixed: dict[str, Any]


def fault(
    slug: str, also: str, change: Change, shows: Check = checks.worse, base: dict[str, Any] | None = None, **fixed: Any
) -> Fault:
    """`also` lists the other accepted labels, with spaces between them."""
    return Fault(slug, frozenset([slug, *also.split()]), change, shows, base or {}, fixed)


def setting(**values: Any) -> Change:
    return lambda setup, choose: replace(setup, **values)


def rate_times(low: float, high: float) -> Change:
    """The factor is drawn on a log scale."""

    def change(setup: Setup, choose: random.Random) -> Setup:
        return replace(setup, learning_rate=float(f"{setup.learning_rate * low * (high / low) ** choose.random():.2g}"))

    return change


MLP: dict[str, Any] = {"kinds": ["mlp"]}
CLASSES: dict[str, Any] = {"tasks": ["classification"]}
TABLE = MLP | CLASSES | {"makers": [data.clusters, data.spirals]}
CLUSTERS = MLP | CLASSES | {"makers": [data.clusters]}
SPIRALS = MLP | CLASSES | {"makers": [data.spirals]}
OVERLAPPING = MLP | CLASSES | {"makers": [data.overlapping]}
FEW: dict[str, Any] = {"n_train": [60, 100, 140]}
BARE: dict[str, Any] = {"normalization": "none"}
LEAKS = (
    "train-test-contamination data-leakage test-set-leakage bad-split group-leakage target-leakage "
    "oversampling-before-split preprocessing-leakage validation-set-overuse temporal-leakage lab-to-production-gap"
)
OVERFIT = (
    "overfitting insufficient-regularization overtraining overparameterization poor-generalization high-variance "
    "insufficient-training-data"
)
UNDERFIT = "underfitting insufficient-capacity high-bias"
UNSTABLE = "training-instability loss-divergence non-convergence optimization-failure"
SLOW = "learning-rate-too-low too-few-training-steps untuned-hyperparameters"
BAD_START = "poor-weight-initialization symmetric-initialization"
WEAK = "memorized-random-labels label-noise weak-signal inputs-labels-misaligned systematic-label-error"
STUCK = "bad-lr-schedule learning-rate-too-low premature-convergence"

ALL: tuple[Fault, ...] = (
    fault("learning-rate-too-high", UNSTABLE, rate_times(30, 150)),
    fault("learning-rate-too-high", f"{UNSTABLE} exploding-gradients", rate_times(30, 100), base=MLP, optimizer="sgd",
          learning_rate=0.03, momentum=0.9, **BARE),
    fault("learning-rate-too-low", f"{SLOW} underfitting", rate_times(0.001, 0.008)),
    fault("overfitting", f"{OVERFIT} label-noise", sabotage.many_epochs, checks.turned_up, OVERLAPPING | FEW,
          dropout=0.3, weight_decay=1e-3, epochs=25),
    fault("overfitting", OVERFIT, sabotage.many_epochs, checks.turned_up, MLP | FEW | {"tasks": ["regression"]},
          dropout=0.1, weight_decay=1e-3, epochs=25),
    fault("underfitting", UNDERFIT, sabotage.linear,
          checks.both(checks.worse_score, checks.higher_training_loss), SPIRALS),
    fault("underfitting", f"{UNDERFIT} weak-signal", sabotage.drop_features, checks.worse_score, CLUSTERS),
    fault("insufficient-capacity", f"{UNDERFIT} information-bottleneck inappropriate-depth",
          setting(width=2, depth=1), checks.both(checks.worse_score, checks.higher_training_loss), TABLE),
    fault("over-regularization", f"{UNDERFIT} untuned-hyperparameters", sabotage.heavy_decay,
          checks.both(checks.worse, checks.higher_training_loss), {"kinds": ["mlp", "cnn"]}, optimizer="adam",
          learning_rate=0.003, **BARE),
    fault("over-regularization", f"{UNDERFIT} untuned-hyperparameters", setting(dropout=0.9),
          checks.both(checks.worse, checks.higher_training_loss), MLP, **BARE),
    fault("label-noise", f"{WEAK} inconsistent-annotation overfitting", sabotage.flip_labels, base=CLASSES),
    fault("class-imbalance", "accuracy-paradox biased-sampling", sabotage.imbalance(0.06), checks.lost_minority,
          OVERLAPPING | {"n_train": [600, 800]}, level="full"),
    fault("accuracy-paradox", "class-imbalance biased-sampling", sabotage.imbalance(0.025), checks.lost_minority,
          OVERLAPPING | {"n_train": [600, 800]}, level="medium"),
    fault("train-test-contamination", LEAKS, sabotage.contaminate, checks.test_below_validation,
          OVERLAPPING | {"n_train": [200, 300]}, log_test=True, epochs=60, width=128, depth=2, learning_rate=0.003,
          optimizer="adam"),
    fault("data-leakage", LEAKS, sabotage.leak_target, checks.test_below_validation,
          MLP | {"makers": [data.clusters]} | CLASSES, log_test=True),
    fault("data-leakage", LEAKS, sabotage.leak_target, checks.test_below_validation,
          MLP | {"makers": [data.friedman], "tasks": ["regression"]}, log_test=True),
    fault("loss-spikes", f"{UNSTABLE} corrupted-samples outliers-in-features learning-rate-too-high",
          sabotage.bad_batches, checks.spiked, {"kinds": ["mlp", "cnn"]}, **BARE),
    fault("loss-spikes", f"{UNSTABLE} corrupted-samples outliers-in-features learning-rate-too-high bad-lr-schedule",
          sabotage.rate_jumps, checks.spiked, {"kinds": ["mlp", "cnn"]}, **BARE),
    fault("loss-plateau", STUCK, setting(schedule="step"), checks.both(checks.worse, checks.stands_still)),
    fault("loss-plateau", STUCK, setting(schedule="exponential"), checks.both(checks.worse, checks.stands_still), MLP),
    fault("bad-batch-size", f"noisy-gradients learning-rate-too-high high-variance {UNSTABLE}", sabotage.tiny_batch,
          checks.swings, MLP, optimizer="sgd", learning_rate=0.03, momentum=0.9, batch_size=50, **BARE),
    fault("bad-batch-size", f"{SLOW} underfitting", sabotage.full_batch, base=MLP),
    fault("vanishing-gradients", f"{BAD_START} inappropriate-depth unsuitable-activation missing-skip-connections "
          "missing-normalization", sabotage.deep_sigmoid, base=MLP, activation="tanh", **BARE),
    fault("exploding-gradients", f"{BAD_START} {UNSTABLE} learning-rate-too-high missing-normalization",
          sabotage.deep_gain, checks.both(checks.worse, checks.gradient_ratio(10)), MLP, activation="relu", **BARE),
    fault("dying-relu", f"dead-neurons {BAD_START}", sabotage.negative_biases,
          checks.both(checks.worse, checks.level_of("dead_fraction", 0.6)), MLP, activation="relu", **BARE),
    fault("activation-saturation", f"{BAD_START} unsuitable-activation missing-normalization",
          sabotage.wide_weights(12),
          checks.both(checks.worse, checks.level_of("activation_saturation", 0.5)), MLP, activation="tanh", **BARE),
    fault("poor-weight-initialization", f"{BAD_START} exploding-gradients {UNSTABLE}", sabotage.wide_weights(10),
          base=MLP, activation="relu", **BARE),
    fault("poor-weight-initialization", f"{BAD_START} vanishing-gradients insufficient-capacity",
          sabotage.equal_weights, base=TABLE, **BARE),
    fault("feature-scale-mismatch", f"broken-preprocessing outliers-in-features exploding-gradients "
          f"learning-rate-too-high {UNSTABLE}", sabotage.mixed_units,
          base=MLP | {"makers": [data.clusters, data.friedman]}, level="full", **BARE),
    fault("missing-zero-grad", f"learning-rate-too-high exploding-gradients {UNSTABLE}", setting(zero_grad=False),
          checks.worse_score),
    fault("double-softmax", "wrong-loss-function wrong-output-activation", setting(double_softmax=True),
          checks.worse_loss(1.5), CLASSES),
    fault("eval-mode-missing", "metric-implementation-bug preprocessing-mismatch training-serving-skew",
          setting(eval_mode=False), base=MLP, dropout=0.5, width=64, **BARE),
    fault("eval-mode-missing", "metric-implementation-bug batchnorm-small-batch preprocessing-mismatch "
          "training-serving-skew", sabotage.small_sorted_evaluation, base=CLUSTERS, normalization="batch"),
    fault("data-not-shuffled", f"catastrophic-interference {UNSTABLE}", sabotage.sort_by_class, base=CLASSES),
    fault("frozen-parameters", "detached-graph frozen-backbone-mismatch", setting(trainable_layers=0)),
    fault("frozen-parameters", "detached-graph frozen-backbone-mismatch underfitting insufficient-capacity",
          setting(trainable_layers=1), base=SPIRALS),
    fault("inputs-labels-misaligned", f"{WEAK} broken-preprocessing overfitting", sabotage.misalign),
    fault("nan-loss", "log-of-zero broken-preprocessing corrupted-samples zero-variance-normalization",
          sabotage.not_a_number, checks.not_finite),
    fault("nan-loss", "log-of-zero mixed-precision-overflow", setting(unsafe_log=True, learning_rate=0.3),
          checks.not_finite, MLP | CLASSES, optimizer="sgd", learning_rate=0.1, momentum=0.9),
    fault("mixed-precision-overflow", "nan-loss exploding-gradients precision-underflow broken-preprocessing",
          sabotage.half_large_targets, checks.overflowed, MLP | {"tasks": ["regression"]}),
    fault("mixed-precision-overflow", "nan-loss exploding-gradients precision-underflow broken-preprocessing",
          sabotage.half_large_inputs, checks.overflowed, CLUSTERS, **BARE),
    fault("mixed-precision-overflow", "nan-loss exploding-gradients precision-underflow",
          setting(precision="fp16", fixed_loss_scale=2.0**24), checks.overflowed, MLP),
    fault("catastrophic-forgetting", "catastrophic-interference fine-tuning-damage", setting(replay=False),
          checks.forgot, CLUSTERS, replay=True, schedule="constant", epochs=30),
    fault("distribution-shift", f"{LEAKS} preprocessing-mismatch training-serving-skew poor-generalization",
          sabotage.shift_test, checks.test_below_validation, CLUSTERS, log_test=True),
    fault("distribution-shift", "preprocessing-mismatch training-serving-skew bad-split poor-generalization",
          sabotage.shift_validation, checks.worse_score, CLUSTERS),
)  # fmt: skip

FAULTS: dict[str, tuple[Fault, ...]] = {
    slug: tuple(one for one in ALL if one.slug == slug) for slug in dict.fromkeys(one.slug for one in ALL)
}
