import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import paired
from engine.observe.robust import logistic, median
from engine.observe.settings import number, word
from engine.run import Case, Floats

SYMPTOM = "validation-accuracy-above-training"
# Median distance of the two accuracies, the lag of the running mean taken out, less one standard
# error of the validation accuracy. Answers to the same kind of question cannot be better on new
# data than on the data trained on, unless training is handicapped or its labels are worse. Own: at
# most 0.04 in healthy recorded runs.
NORMAL_GAP, ABNORMAL_GAP = 0.03, 0.12
BEGINNING = 0.25  # of the run, in which the running mean lags most
UNSTATED = 0.5  # the most it says where nothing is stated about dropout
HANDICAPS = ("dropout", "label_smoothing", "augmentation")
LEAST_BATCH = 8  # batch statistics of fewer samples make training answers worse
LEAST_POINTS = 4


def observe(case: Case) -> Finding | None:
    pair = paired(case, "train_accuracy", "val_accuracy")
    if pair is None or len(pair[0]) < LEAST_POINTS or _handicapped(case):
        return None
    when, train, held_out = max(_parts(*pair), key=lambda part: median(part[2] - part[1]))
    gap, level = median(held_out - train), median(held_out)
    text = (
        f"{when} validation accuracy is {level:.3f} and training accuracy {median(train):.3f}, "
        "and nothing is stated that handicaps training."
    )
    strength = logistic(gap - _standard_error(case, level), NORMAL_GAP, ABNORMAL_GAP)
    if number(case, "dropout") is None:
        strength = min(strength, UNSTATED)
    return Finding(strength, text, "metrics.val_accuracy", attributes={"gap": gap})


def _parts(train: Floats, held_out: Floats) -> list[tuple[str, Floats, Floats]]:
    """The middle and the end of the run: wrong labels that are learned by heart in the end show in
    the middle.
    """
    centred = np.concatenate([(train[:-1] + train[1:]) / 2, train[-1:]])
    start = int(BEGINNING * len(train))
    middle = (start + len(train)) // 2
    return [
        ("In the middle of the run", centred[start:middle], held_out[start:middle]),
        ("Toward the end", centred[middle:], held_out[middle:]),
    ]


def _handicapped(case: Case) -> bool:
    """Whether answers during training are made worse on purpose, by sorted data or by statistics of
    small batches.
    """
    if any(
        number(case, name) or word(case, name) not in {"", "none", "false", "off"}
        for name in HANDICAPS
    ):
        return True
    if case.config.get("augmentation") is True or case.config.get("shuffle") is False:
        return True
    batch = number(case, "batch_size")
    return (
        batch is not None
        and batch < LEAST_BATCH
        and word(case, "normalization") in {"", "batch", "batchnorm"}
    )


def _standard_error(case: Case, level: float) -> float:
    samples = number(case, "n_val")
    return math.sqrt(max(level * (1 - level), 0.0) / samples) if samples and samples >= 1 else 0.0
