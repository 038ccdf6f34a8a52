"""Lines with the scores of one class each: `class 0: precision 0.91 recall 1.00`, and
`Accuracy of plane: 55 %` as the tutorial of PyTorch prints it.

The accuracy on the examples of one class is the recall of that class.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.read.metric_names.words import words_of
from engine.read.parts.class_scores import LEAST_CLASSES, ClassScores
from engine.read.parts.limits import MAX_LINE
from engine.read.tables.class_values import Evaluation
from engine.read.tables.headings import split_above
from engine.read.tables.report import Report
from engine.read.tables.words import split_among

_NUMBER = r"(\d{1,3}(?:\.\d{0,12})?) ?(%?)"
_RECALL = r"(?:recall|sensitivity|tpr|accuracy|acc)"
# class 0: precision 0.91 recall 1.00
_CLASS_FIRST = re.compile(
    r"\s{0,20}(?:[-*|] )?(?:class|label|category)[ _#]{1,2}([\w.\-]{1,40}) ?[:,|\-)]?\s"
    rf"(?:[^\n]{{0,120}}?[\s,|(])?{_RECALL}\s?[:=]?\s{{0,4}}{_NUMBER}(?![\d/])",
    re.IGNORECASE,
)
# Accuracy of plane : 55 %, Accuracy for class: plane is 55.0 %, recall of class 2 = 0.5
_SCORE_FIRST = re.compile(
    rf"\s{{0,20}}{_RECALL} (?:of|for)\s{{1,12}}(?:class\s?:?\s{{0,4}})?([\w\-]{{1,40}})"
    rf"\s{{0,12}}(?::|=|is)\s{{0,4}}{_NUMBER}\s{{0,8}}(?:\(\d{{1,9}}/\d{{1,9}}\)\s{{0,8}})?$",
    re.IGNORECASE,
)
_PRECISION = re.compile(
    rf"\b(?:precision|prec|ppv)\s?[:=]?\s{{0,4}}{_NUMBER}(?![\d/])",
    re.IGNORECASE,
)
# support 43, n: 43, (40/43)
_COUNT = re.compile(
    r"\b(?:support|samples|n)\s?[:=]?\s{0,4}(\d{1,9})\b|\(\d{1,9}/(\d{1,9})\)",
    re.IGNORECASE,
)
# Words that name all examples or a split, and no class.
_NO_CLASS = frozenset(
    {"the", "network", "model", "all", "total", "overall", "mean", "average", "baseline", "epoch"}
)
_MOST_CLASSES = 1000
_PERCENT = 100.0


def class_lines(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read the scores of classes in lines one below the other; a class that comes again ends
    them.
    """
    classes: dict[str, ClassScores] = {}
    for line in lines[place : place + _MOST_CLASSES]:
        found = _scores_in(line[:MAX_LINE])
        if found is None or found[0] in classes:
            break
        name, scores = found
        classes[name] = scores
    if len(classes) < LEAST_CLASSES:
        return None
    last = place + len(classes)
    return Report(
        kind="lines of classes",
        split=split_above(lines, place) or "val",
        lines=tuple(range(place, last)),
        evaluation=Evaluation(place, classes=classes),
    )


def _scores_in(line: str) -> tuple[str, ClassScores] | None:
    """Return class and scores of a line, None for any other line."""
    match = _CLASS_FIRST.match(line) or _SCORE_FIRST.match(line)
    if match is None:
        return None
    name, *number = match.groups()
    if name.lower() in _NO_CLASS or split_among(words_of(name)):
        return None
    recall = _share(*number)
    if recall is None:
        return None
    scores = ClassScores(
        recall,
        precision=_precision_in(line),
        examples=_examples_in(line),
    )
    return name, scores


def _share(
    digits: str,
    percent: str,
) -> float | None:
    """Return a number from 0 to 1, None for any other."""
    value = float(digits)
    if percent:
        value /= _PERCENT
    return value if value <= 1 else None


def _precision_in(line: str) -> float | None:
    match = _PRECISION.search(line)
    return None if match is None else _share(*match.groups())


def _examples_in(line: str) -> float | None:
    match = _COUNT.search(line)
    return None if match is None else float(match[match.lastindex or 0])
