"""Tables with a row for each class: the scores of each, and the values of all classes together."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from engine.read.inputs import Curve
from engine.read.metric_names.words import words_of
from engine.read.parts.class_scores import ClassScores, tables_of_classes
from engine.read.tables.cells import number_of_cell
from engine.read.tables.words import CLASS_NAMES, is_unnamed
from engine.run import Floats

# Counts of the data, not scores: the true examples of a class, and other ones.
_TRUE = frozenset({"support", "instances", "labels", "gts", "targets", "num_gts"})
_COUNTS = _TRUE | {"images", "dets", "num_dets"}
_ALL = frozenset({"all", "map", "overall", "total", "mean", "average", "avg", "miou"})
_SHORT = {"p": "precision", "r": "recall"}
_RECALLS = frozenset({"recall", "rec", "tpr", "sensitivity"})
_PRECISIONS = frozenset({"precision", "prec", "ppv"})
_AVERAGED = ("macro", "micro", "weighted", "samples")
_LEAST_SCORES = 2


@dataclass(eq=False, slots=True)
class Evaluation:
    """One evaluation: values over all classes, and the scores of each class.

    place: number of the row or line that closes it.
    """

    place: int = 0
    values: dict[str, float] = field(default_factory=dict)
    classes: dict[str, ClassScores] = field(default_factory=dict)

    def holds(
        self,
        values: Mapping[str, float],
        classes: Mapping[str, ClassScores],
    ) -> bool:
        """Return whether it holds one of the values or of the classes already."""
        if self.values.keys() & values.keys():
            return True
        return bool(self.classes.keys() & classes.keys())


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
        values, classes = _row_values(
            row,
            scores,
            has_macro,
        )
        last = found[-1]
        if last.holds(values, classes):
            last = Evaluation()
            found.append(last)
        last.place = place
        last.values.update(values)
        last.classes.update(classes)
    return list(filter(_is_filled, found))


def _is_filled(evaluation: Evaluation) -> bool:
    if evaluation.values:
        return True
    return bool(evaluation.classes)


def _spelled_out(name: str) -> str:
    lowered = name.lower()
    return _SHORT.get(lowered, name)


def _row_values(
    row: Sequence[str],
    names: Sequence[str],
    has_macro: bool,
) -> tuple[dict[str, float], dict[str, ClassScores]]:
    """Return the scores over all classes, or those of one class."""
    label = row[0].strip()
    if not is_overall(label):
        found = _class_scores(row, names)
        if found is None:
            return {}, {}
        return {}, {label: found}
    scores = dict(_scores(row, names))
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


def _class_scores(
    row: Sequence[str],
    names: Sequence[str],
) -> ClassScores | None:
    """Return the scores of the class of a row; None without a recall, as of a class without data.

    mmdetection calls it recall, YOLO R, others the rate of true positives.
    """
    recall = _first_named(row, names, _RECALLS)
    if recall is None or not math.isfinite(recall):
        return None
    return ClassScores(
        recall,
        precision=_first_named(row, names, _PRECISIONS),
        examples=_first_named(row, names, _TRUE),
    )


def _first_named(
    row: Sequence[str],
    names: Sequence[str],
    wanted: Container[str],
) -> float | None:
    """Return the first number below one of these names."""
    named = zip(
        names[1:],
        row[1:],
        strict=False,
    )
    for name, cell in named:
        if name.lower() not in wanted:
            continue
        number = number_of_cell(cell)
        if number is not None:
            return number
    return None


def _first_as(
    name: str,
    numbers: Iterable[float | None],
) -> tuple[dict[str, float], dict[str, ClassScores]]:
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


def tables_of(evaluations: Sequence[Evaluation]) -> dict[str, Floats]:
    """Return the scores of the classes, of shape (points, classes), a point for each evaluation."""
    return tables_of_classes([each.classes for each in evaluations])
