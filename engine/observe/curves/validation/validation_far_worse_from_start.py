import math

from engine.evidence import Finding, Span
from engine.observe.facts import paired
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic, median, ratio
from engine.observe.settings import OTHER_LOSSES, word
from engine.run import Case, Floats, Series

SYMPTOM = "validation-far-worse-from-start"
# Distance over the first eighth of the run, before a model can have overfitted. TheDeepChecker
# calls a loss that changes by half between training and evaluation mode inconsistent.
NORMAL_EXCESS, ABNORMAL_EXCESS = 0.25, 1.0  # of the loss of a guess
NORMAL_GAP, ABNORMAL_GAP = 0.15, 0.4  # in accuracy
EARLY, LEAST_POINTS = 8, 4


def observe(case: Case) -> Finding | None:
    if word(case, "task") in OTHER_LOSSES:
        return None
    found = [finding for finding in (_in_loss(case), _in_accuracy(case)) if finding is not None]
    return max(found, key=lambda finding: finding.strength, default=None)


def _in_loss(case: Case) -> Finding | None:
    early = _early(case, "train_loss", "val_loss")
    if early is None:
        return None
    train, held_out = early
    scale = chance_loss(case) or float(train[0])
    excess = median(held_out - train)
    text = (
        f"Over the first {len(train)} evaluations val_loss is {median(held_out):.3g}, "
        f"train_loss {median(train):.3g}: "
        f"the distance is {ratio(excess, scale):.0%} of the loss of a guess."
    )
    learns = logistic(
        ratio(median(train), scale), 1.5, 1.0
    )  # a model that fails on both sides is another matter
    strength = min(logistic(ratio(excess, scale), NORMAL_EXCESS, ABNORMAL_EXCESS), learns)
    return Finding(
        strength,
        text,
        "metrics.val_loss",
        _span(case, "val_loss", len(train)),
        {"onset": "first steps"},
    )


def _in_accuracy(case: Case) -> Finding | None:
    early = _early(case, "train_accuracy", "val_accuracy")
    if early is None:
        return None
    train, held_out = early
    gap = median(train - held_out)
    text = (
        f"Over the first {len(train)} evaluations validation accuracy is {median(held_out):.3f}, "
        f"training accuracy {median(train):.3f}."
    )
    strength = logistic(gap, NORMAL_GAP, ABNORMAL_GAP)
    where = _span(case, "val_accuracy", len(train))
    return Finding(strength, text, "metrics.val_accuracy", where, {"onset": "first steps"})


def _early(case: Case, train: str, held_out: str) -> tuple[Floats, Floats] | None:
    pair = paired(case, train, held_out)
    if pair is None or len(pair[0]) < LEAST_POINTS:
        return None
    count = max(3, math.ceil(len(pair[0]) / EARLY))
    return pair[0][:count], pair[1][:count]


def _span(case: Case, name: str, count: int) -> Span:
    series: Series = case.series[name]
    return Span(name, float(series.x[0]), float(series.x[min(count, len(series)) - 1]))
