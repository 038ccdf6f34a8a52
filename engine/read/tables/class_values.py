"""Tables with a row for each class: recall of each, and the values of all classes together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from engine.read.inputs import Curve
from engine.read.metric_names.words import words_of
from engine.read.tables.cells import number_of_cell
from engine.read.tables.words import CLASS_NAMES, is_unnamed
from engine.run import Floats

PER_CLASS_RECALL = "per_class_recall"
# Counts of the data, not scores.
_COUNTS = frozenset(
    {"support", "images", "instances", "labels", "gts", "dets", "targets", "num_gts", "num_dets"}
)
_ALL = frozenset({"all", "map", "overall", "total", "mean", "average", "avg", "miou"})
_SHORT = {"p": "precision", "r": "recall"}
_RECALLS = frozenset({"recall", "rec", "tpr", "sensitivity"})
_AVERAGED = ("macro", "micro", "weighted", "samples")
_LEAST_SCORES = 2
_LEAST_CLASSES = 2


@dataclass(eq=False)
class Evaluation:
    """One evaluation: values over all classes, and the recall of each class.

    place: number of the row or line that closes it.
    """

    place: int = 0
    values: dict[str, float] = field(default_factory=dict)
    recalls: dict[str, float] = field(default_factory=dict)

    def holds(
        self,
        values: Mapping[str, float],
        recalls: Mapping[str, float],
    ) -> bool:
        """Return whether it holds one of the values or of the classes already."""
        if self.values.keys() & values.keys():
            return True
        return bool(self.recalls.keys() & recalls.keys())


class Placed(NamedTuple):
    """Where evaluations stand: the group and split of their curves, and an epoch for each."""

    group: str
    split: str
    epochs: Sequence[float] = ()


def evaluations_in(
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> list[Evaluation]:
    """Read rows below `Class`, or rows of classes with an average below; empty for other tables."""
    if len(names) < 1 + _LEAST_SCORES:
        return []
    labels: list[str] = []
    for row in rows:
        label = row[0].strip()
        labels.append(label)
    head = names[0].strip()
    is_named = head.lower() in CLASS_NAMES
    has_average = any(map(is_average, labels))
    is_report = is_unnamed(head) and has_average
    if not is_named and not is_report:
        return []
    scores = list(map(_spelled_out, names))
    has_macro = "macro avg" in labels
    found = [Evaluation()]
    for place, row in enumerate(rows):
        values, recalls = _row_values(
            row,
            scores,
            has_macro,
        )
        last = found[-1]
        if last.holds(values, recalls):
            last = Evaluation()
            found.append(last)
        last.place = place
        last.values.update(values)
        last.recalls.update(recalls)
    return list(filter(_is_filled, found))


def _is_filled(evaluation: Evaluation) -> bool:
    if evaluation.values:
        return True
    return bool(evaluation.recalls)


def _spelled_out(name: str) -> str:
    lowered = name.lower()
    return _SHORT.get(lowered, name)


def _row_values(
    row: Sequence[str],
    names: Sequence[str],
    has_macro: bool,
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the scores over all classes, or the recall of one class."""
    label = row[0].strip()
    scores = dict(_scores(row, names))
    if not is_overall(label):
        recall = _recall(scores)
        if recall is None:
            return {}, {}
        return {}, {label: recall}
    first, *_ = words_of(label)
    if first == "accuracy":
        return _first_as(
            "accuracy",
            map(_finite, row[1:]),
        )
    if first == "map":
        last = list(scores.values())[-1:]
        return _first_as(label, last)
    if not is_average(label):
        return scores, {}
    if has_macro and first != "macro":
        return {}, {}
    averages: dict[str, float] = {}
    for name, value in scores.items():
        averages[f"{label}/{name}"] = value
    return averages, {}


def _recall(scores: Mapping[str, float]) -> float | None:
    """Return the score that is a recall by its name.

    mmdetection calls it recall, YOLO R, others the rate of true positives.
    """
    for name, value in scores.items():
        if name.lower() in _RECALLS:
            return value
    return None


def _first_as(
    name: str,
    numbers: Iterable[float | None],
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the first number as the value over all classes, nothing without one."""
    for number in numbers:
        if number is not None:
            return {name: number}, {}
    return {}, {}


def _scores(
    row: Sequence[str],
    names: Sequence[str],
) -> Iterator[tuple[str, float]]:
    named = zip(
        names[1:],
        row[1:],
        strict=False,
    )
    for name, cell in named:
        if name.lower() in _COUNTS:
            continue
        number = _finite(cell)
        if number is not None:
            yield name, number


def _finite(cell: str) -> float | None:
    """Return the number of a cell; a class that does not occur has nan."""
    number = number_of_cell(cell)
    if number is None:
        return None
    if math.isfinite(number):
        return number
    return None


def is_overall(label: str) -> bool:
    """Return whether a row is of all classes: `all`, `mAP`, `macro avg`, `accuracy`."""
    words = words_of(label)
    if not words:
        return False
    return words[0] in _ALL or is_average(label)


def is_average(label: str) -> bool:
    """Return whether a label is of the last rows of a report: `accuracy`, `weighted avg`."""
    words = words_of(label)
    if not words:
        return False
    first = words[0]
    if first in ("accuracy", "avg"):
        return True
    return first in _AVERAGED and words[-1] == "avg"


def curves_of_evaluations(
    evaluations: Sequence[Evaluation],
    placed: Placed,
) -> tuple[Curve, ...]:
    """Return a curve for each value over all classes, a point for each evaluation that has it."""
    names: dict[str, None] = {}
    for each in evaluations:
        names.update(dict.fromkeys(each.values))
    curves: list[Curve] = []
    for name in names:
        values = [each.values[name] for each in evaluations if name in each.values]
        curve = _curve(name, values, placed)
        curves.append(curve)
    return tuple(curves)


def _curve(
    name: str,
    values: Sequence[float],
    placed: Placed,
) -> Curve:
    count = len(values)
    x: Sequence[float] = range(count)
    x_name = "index"
    if len(placed.epochs) == count:
        x = placed.epochs
        x_name = "epoch"
    grain = "evaluation" if count == 1 else ""
    return Curve(
        name=name,
        x=np.array(x, dtype=np.float64),
        y=np.array(values, dtype=np.float64),
        x_name=x_name,
        split=placed.split,
        grain=grain,
        group=placed.group,
    )


def recalls_of(evaluations: Sequence[Evaluation]) -> dict[str, Floats]:
    """Return recalls of shape (points, classes), if all evaluations have the same classes."""
    classes: set[tuple[str, ...]] = set()
    rows: list[list[float]] = []
    for each in evaluations:
        if not each.recalls:
            continue
        names = tuple(each.recalls)
        classes.add(names)
        row = list(each.recalls.values())
        rows.append(row)
    if len(classes) != 1:
        return {}
    if len(rows[0]) < _LEAST_CLASSES:
        return {}
    matrix = np.array(rows, dtype=np.float64)
    return {PER_CLASS_RECALL: matrix}
