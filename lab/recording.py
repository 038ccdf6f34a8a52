"""A trained run as the record that the benchmarks read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from lab.effects import Metrics
from lab.train.setup import Setup, values_of

if TYPE_CHECKING:
    from torch import nn

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
    data = setup.data
    is_sequence = setup.architecture.kind == "gru"
    one_row = data.train_x[0]
    record: Record = {
        "n_train": len(data.train_x),
        "n_val": len(data.val_x),
        "n_features": one_row.shape[-1] if is_sequence else one_row.numel(),
        "class_counts": _class_counts(setup),
    }
    if is_sequence:
        record["sequence_length"] = data.train_x.shape[1]
    if not data.n_classes and setup.logging.level != "basic":
        record["target_mean"] = data.train_y.mean().item()
        record["target_std"] = data.train_y.std().item()
    if setup.logging.level == "full" and data.train_x.dim() == 2:
        spread = data.train_x.std(0)
        summary = (spread.min(), spread.median(), spread.max())
        record["feature_std"] = [value.item() for value in summary]
    return record


def _class_counts(setup: Setup) -> list[int] | None:
    data = setup.data
    if not data.n_classes or setup.second is not None:
        return None
    counts = data.train_y.bincount(minlength=data.n_classes)
    return [int(count) for count in counts.tolist()]


def model_of(setup: Setup, model: nn.Module) -> Record:
    record: Record = {name: getattr(setup.architecture, name) for name in MODEL_FIELDS}
    record["init"] = "custom" if setup.defects.prepare else "default"
    record["n_parameters"] = sum(parameter.numel() for parameter in model.parameters())
    return record


def config_of(setup: Setup) -> Record:
    """Return what the author of the run would state; optional parts only where they are in use."""
    values = values_of(setup)
    config = {name: values[name] for name in STATED}
    for name in STATED_IN_USE:
        if values[name]:
            config[name] = values[name]
    config["loss"] = "cross_entropy" if setup.data.n_classes else "mse"
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
    """Keep five significant digits; write a number that is not finite as the format's string."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(part) for part in value]
    if not isinstance(value, float):
        return value
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float(f"{value:.{DIGITS}g}")
