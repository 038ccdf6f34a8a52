"""Settings that the configuration states, read by kind of value."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.measures.evaluated import evaluated_counts
from engine.observe.measures.once import once_per_case
from engine.run import Case, Floats

EVEN_THRESHOLD = 0.5  # at which binary answers are cut where nothing else is chosen


def number(case: Case, *names: str) -> float | None:
    """Return the first of these settings that is a finite number."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, bool):
            continue
        if not isinstance(value, int | float):
            continue
        if math.isfinite(value):
            return float(value)
    return None


def word(case: Case, *names: str) -> str:
    """Return the first of these settings that is text, in lower case; empty when none is."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, str):
            return value.strip().lower()
    return ""


def stated_task(case: Case) -> str:
    """Return the stated task in lower case with underscores; empty when none is."""
    return word(case, "task").replace(" ", "_").replace("-", "_")


def numbers(case: Case, name: str) -> Floats | None:
    """Return a setting that is a list of numbers; None when it is empty or of another kind."""
    value = case.config.get(name)
    if not isinstance(value, tuple):
        return None
    if not value:
        return None
    return np.asarray(value, dtype=np.float64)


def has_chosen_threshold(case: Case) -> bool:
    """Return whether answers are cut at a threshold that was chosen, such as one by cost.

    Their accuracy is then given up on purpose and says little about what was learned.
    """
    threshold = number(case, "threshold", "decision_threshold")
    return threshold is not None and threshold != EVEN_THRESHOLD


def is_on(case: Case, name: str) -> bool:
    """Return whether a setting is exactly True."""
    value = case.config.get(name)
    return value is True


def is_pretrained(case: Case) -> bool:
    """Return whether training starts from weights that were trained before."""
    if is_on(case, "pretrained"):
        return True
    return word(case, "init") == "pretrained"


def is_regression(case: Case) -> bool:
    """Return whether the task is a regression, by its name or by its score."""
    task = stated_task(case)
    if not task:
        return "val_r2" in case.series
    return task == "regression"


@once_per_case  # a dozen detectors ask
def n_classes(case: Case) -> int | None:
    """Return the number of classes as stated, or as counted in the shares or the recalls."""
    names = ["n_classes"]
    if stated_task(case) == "language_modeling":
        names.append("vocab_size")
    stated = number(case, *names) or 0.0
    if stated >= 2:
        return int(stated)
    counts = numbers(case, "class_counts")
    if counts is not None and len(counts) >= 2:
        return len(counts)
    return _classes_of(case.classes.get("per_class_recall"))


def _classes_of(recalls: Floats | None) -> int | None:
    """Return the number of columns of a table of recalls; None with fewer than two."""
    if recalls is None:
        return None
    if recalls.ndim != 2:
        return None
    classes = recalls.shape[1]
    return classes if classes >= 2 else None


def class_shares(case: Case) -> Floats | None:
    """Return the share of each class in the data; None without usable counts.

    Without stated counts the shares are those of the last evaluation. They are for what is measured
    on the evaluated examples: a training set may be balanced on purpose (`stated_shares`).
    """
    stated = stated_shares(case)
    if stated is not None or numbers(case, "class_counts") is not None:
        return stated
    counts = evaluated_counts(case)
    return None if counts is None else counts / counts.sum()


def stated_shares(case: Case) -> Floats | None:
    """Return the share of each class as the settings state them; None without usable counts."""
    counts = numbers(case, "class_counts")
    if counts is None:
        return None
    if len(counts) < 2:
        return None
    if counts.min() < 0:
        return None
    if counts.sum() <= 0:
        return None
    shares = counts / counts.sum()
    return np.asarray(shares, dtype=np.float64)
