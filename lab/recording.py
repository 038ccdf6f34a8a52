"""Write a trained run as the record that the benchmarks read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from lab.curves import Metrics
from lab.train.setup import Setup, values_of

if TYPE_CHECKING:
    from torch import Tensor, nn

Record = dict[str, Any]

MODEL_FIELDS = ("kind", "depth", "width", "activation", "normalization")
STATED = (
    "optimizer",
    "learning_rate",
    "batch_size",
    "epochs",
    "weight_decay",
    "dropout",
    "schedule",
)
STATED_IN_USE = ("momentum", "warmup_steps", "gradient_clip", "label_smoothing")
DIGITS = 5


def record_of(
    setup: Setup,
    metrics: Metrics,
    model: nn.Module,
    labels: Record,
    check: Record,
) -> Record:
    """Return a run as JSON.

    labels: the failure modes that count as right. check: the evidence that the fault shows.
    """
    record = {
        "log_level": setup.logging.level,
        "framework": "pytorch",
        "task": setup.data.task,
        "n_classes": setup.data.n_classes,
        "dataset": dataset_of(setup),
        "model": model_of(setup, model),
        "config": config_of(setup),
        "metrics": metrics,
        "labels": labels,
        "check": check,
    }
    return {key: rounded(value) for key, value in record.items()}


def dataset_of(setup: Setup) -> Record:
    """Return sizes and, where the level of the setup logs them, statistics of the training set."""
    data = setup.data
    inputs = data.train_x
    targets = data.train_y
    level = setup.logging.level
    record: Record = {
        "n_train": len(inputs),
        "n_val": len(data.val_x),
        "n_features": inputs[0].numel(),
        "class_counts": _class_counts(setup),
    }
    if setup.architecture.kind == "gru":
        _, length, n_features = inputs.shape
        record["n_features"] = n_features
        record["sequence_length"] = length
    if not data.n_classes and level != "basic":
        record["target_mean"] = targets.mean().item()
        record["target_std"] = targets.std().item()
    if level == "full" and inputs.dim() == 2:
        record["feature_std"] = _spread(inputs)
    return record


def _spread(inputs: Tensor) -> list[float]:
    """Return the smallest, the median and the largest standard deviation of a feature."""
    deviations = inputs.std(0)
    return [
        deviations.min().item(),
        deviations.median().item(),
        deviations.max().item(),
    ]


def _class_counts(setup: Setup) -> list[int] | None:
    """Return the training rows of each class; None for regression and for two tasks."""
    data = setup.data
    if not data.n_classes or setup.second is not None:
        return None
    counts = data.train_y.bincount(minlength=data.n_classes)
    return list(map(int, counts.tolist()))


def model_of(setup: Setup, model: nn.Module) -> Record:
    """Return the architecture, how the weights started, and their number."""
    record: Record = {}
    for name in MODEL_FIELDS:
        record[name] = getattr(setup.architecture, name)
    record["init"] = "default"
    if setup.defects.prepare:
        record["init"] = "custom"
    sizes = [parameter.numel() for parameter in model.parameters()]
    record["n_parameters"] = sum(sizes)
    return record


def config_of(setup: Setup) -> Record:
    """Return the configuration that the author of the run would state.

    Optional parts are in it only where they are in use.
    """
    values = values_of(setup)
    config = {name: values[name] for name in STATED}
    for name in STATED_IN_USE:
        if values[name]:
            config[name] = values[name]
    config["loss"] = "mse"
    if setup.data.n_classes:
        config["loss"] = "cross_entropy"
    if values["precision"] != "fp32":
        config["precision"] = values["precision"]
    if values["class_weights"]:
        config["class_weights"] = "balanced"
    if setup.second is not None:
        config["stages"] = 2
    if values["state_shuffle"]:
        config["shuffle"] = values["shuffle"]
    return config


def rounded(value: Any) -> Any:
    """Keep DIGITS significant digits of each number in a JSON value.

    Numbers that are not finite become the strings "NaN", "Infinity" and "-Infinity".
    """
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(part) for part in value]
    if not isinstance(value, float):
        return value
    if math.isnan(value):
        return "NaN"
    if value == math.inf:
        return "Infinity"
    if value == -math.inf:
        return "-Infinity"
    return float(f"{value:.{DIGITS}g}")
