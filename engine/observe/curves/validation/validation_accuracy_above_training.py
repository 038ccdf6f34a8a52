"""Validation accuracy is above training accuracy, and nothing is stated that handicaps training.

Answers to the same kind of question cannot be better on new data than on the data trained on,
unless training is handicapped (dropout, augmentation, label smoothing, sorted data, statistics of
tiny batches) or its labels are worse. The lag of the running mean and one standard error of the
validation accuracy are taken off first. Healthy runs reach 0.04.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.run import without_lag
from engine.observe.measures.series import paired
from engine.observe.measures.stated import is_on, number, word
from engine.run import Case, Floats

SYMPTOM = "validation-accuracy-above-training"
GAP = Band(
    0.03,
    0.12,
    source="healthy-runs",
    note="median distance less one standard error; at most 0.04 in healthy recorded runs",
)
BEGINNING = 0.25  # of the run, in which the running mean lags most
UNSTATED = 0.5  # the most where nothing is stated about dropout
HANDICAPS = ("dropout", "label_smoothing", "augmentation")
OFF = frozenset({"", "none", "false", "off"})
BATCH_NORMALIZATION = frozenset({"", "batch", "batchnorm"})
LEAST_BATCH = 8  # statistics of fewer samples make training answers worse
LEAST_POINTS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the run, with the accuracies of both kinds at its points."""

    when: str
    train: Floats
    held_out: Floats

    @property
    def gap(self) -> float:
        return median(self.held_out - self.train)


def observe(case: Case) -> Finding | None:
    pair = paired(case, "train_accuracy", "val_accuracy")
    if pair is None or len(pair[0]) < LEAST_POINTS or _is_handicapped(case):
        return None
    part = max(_parts(*pair), key=lambda part: part.gap)
    level = median(part.held_out)
    strength = GAP.strength(part.gap - _standard_error(case, level))
    if number(case, "dropout") is None:
        strength = min(strength, UNSTATED)
    return Finding.about(
        "val_accuracy",
        strength=strength,
        text=f"{part.when} validation accuracy is {level:.3f} "
        f"and training accuracy {median(part.train):.3f}, "
        "and nothing is stated that handicaps training.",
    )


def _parts(train: Floats, held_out: Floats) -> tuple[Part, Part]:
    """Return the middle and the end of the run.

    Wrong labels that are learned by heart in the end show in the middle.
    """
    train = without_lag(train)
    start = int(BEGINNING * len(train))
    middle = (start + len(train)) // 2
    return (
        Part("In the middle of the run", train[start:middle], held_out[start:middle]),
        Part("Toward the end", train[middle:], held_out[middle:]),
    )


def _is_handicapped(case: Case) -> bool:
    """Return whether training answers are made worse, on purpose or by the batches."""
    if any(_is_set(case, name) for name in HANDICAPS):
        return True
    if is_on(case, "augmentation") or case.config.get("shuffle") is False:
        return True
    batch = number(case, "batch_size")
    if batch is None or batch >= LEAST_BATCH:
        return False
    return word(case, "normalization") in BATCH_NORMALIZATION


def _is_set(case: Case, name: str) -> bool:
    return bool(number(case, name)) or word(case, name) not in OFF


def _standard_error(case: Case, level: float) -> float:
    """Return the sampling error of the validation accuracy; 0 where its size is not stated."""
    samples = number(case, "n_val")
    if not samples or samples < 1:
        return 0.0
    variance = max(level * (1 - level), 0.0)
    return math.sqrt(variance / samples)
