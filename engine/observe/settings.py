"""What the configuration states, by kind of value."""

from __future__ import annotations

import math

import numpy as np

from engine.run import Case, Floats

OTHER_LOSSES = frozenset(
    {"gan", "reinforcement_learning"}
)  # their losses do not measure how well the task is done
LIKELIHOODS = frozenset({"vae", "diffusion", "density"})


def number(case: Case, *names: str) -> float | None:
    """The first of these settings that holds a finite number."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
    return None


def word(case: Case, *names: str) -> str:
    """The first of these settings that holds text, in lower case; empty when none does."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, str):
            return value.strip().lower()
    return ""


def numbers(case: Case, name: str) -> Floats | None:
    value = case.config.get(name)
    if not isinstance(value, tuple) or not value:
        return None
    return np.asarray(value, dtype=np.float64)


def is_pretrained(case: Case) -> bool:
    return word(case, "init") == "pretrained" or case.config.get("pretrained") is True


def is_regression(case: Case) -> bool:
    return word(case, "task") == "regression" or (
        not word(case, "task") and "val_r2" in case.series
    )


def n_classes(case: Case) -> int | None:
    stated = number(
        case,
        "n_classes",
        "vocab_size" if word(case, "task") == "language_modeling" else "n_classes",
    )
    if stated is not None and stated >= 2:
        return int(stated)
    counts, recalls = numbers(case, "class_counts"), case.classes.get("per_class_recall")
    if counts is not None and len(counts) >= 2:
        return len(counts)
    return (
        recalls.shape[1]
        if recalls is not None and recalls.ndim == 2 and recalls.shape[1] >= 2
        else None
    )


def class_shares(case: Case) -> Floats | None:
    counts = numbers(case, "class_counts")
    if counts is None or len(counts) < 2 or counts.min() < 0 or counts.sum() <= 0:
        return None
    return np.asarray(counts / counts.sum(), dtype=np.float64)


def guessing_accuracy(case: Case) -> float | None:
    """Accuracy of always naming the most frequent class."""
    shares, classes = class_shares(case), n_classes(case)
    if shares is not None:
        return float(shares.max())
    return 1 / classes if classes else None
