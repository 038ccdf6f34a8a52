"""Reports of a finished model: classification reports, COCO's summary, columns of metrics."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from engine.read.metric_names.words import words_of
from engine.read.parts.limits import MAX_LINE
from engine.read.tables.cells import number_of_cell
from engine.read.tables.class_lines import class_lines
from engine.read.tables.class_values import (
    Evaluation,
    evaluations_in,
    is_overall,
)
from engine.read.tables.headings import split_above
from engine.read.tables.layout import cells_in, is_name, is_rule
from engine.read.tables.matrices import confusion_matrix
from engine.read.tables.report import Report
from engine.read.tables.words import split_among

_COCO = re.compile(
    r"\s*+Average (?:Precision|Recall)\s++\((AP|AR)\)\s*+@\[\s*+IoU=([\d.:]++)\s*+\|\s*+area=\s*+"
    r"(\w++)\s*+\|\s*+maxDets=\s*+(\d++)\s*+\]\s*+=\s*+(-?[\d.]++|nan)\s*+"
)
_MOST_ROWS = 1010  # of classes, averages and rules
_BLANK_LINES = 2  # between the rows of a report
_COUNTS = 2  # images and instances in front of the scores of a detector
_DETECTED = ("precision", "recall", "mAP50", "mAP50-95")
_FULL = 4  # numbers of a row of a classification report: precision, recall, f1-score, support


def classification_report(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read rows of a label and numbers below `precision recall f1-score support`."""
    names = lines[place].split()
    if names != ["precision", "recall", "f1-score", "support"]:
        return None
    rows: list[list[str]] = []
    taken = [place]
    blanks = 0
    for number in range(place + 1, min(place + 1 + _MOST_ROWS, len(lines))):
        line = lines[number]
        if not line.strip():
            blanks += 1
            if blanks > _BLANK_LINES:
                break
            continue
        row = _labeled_row(line)
        if row is None:
            break
        rows.append(row)
        taken.append(number)
        blanks = 0
        if row[0].startswith(("weighted", "samples")):
            break
    found = evaluations_in(["class", *names], rows)
    if not found:
        return None
    split = split_above(lines, place) or "val"
    return Report(
        "classification report",
        split,
        tuple(taken),
        found[0],
    )


def _labeled_row(line: str) -> list[str] | None:
    """Return label and numbers of a row; the label may hold blanks, and numbers may be missing."""
    words = line[:MAX_LINE].split()
    count = 0
    while count < min(_FULL, len(words) - 1) and number_of_cell(words[-1 - count]) is not None:
        count += 1
    label = " ".join(words[: len(words) - count])
    if not count or (count < _FULL and not is_overall(label)):
        return None
    return [label, *words[len(words) - count :]]


def coco_summary(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read the lines of COCO's evaluation, `AP @[ IoU=0.50:0.95 | ... ] = 0.123`, below each other.

    A value of -1 stands for sizes that no object has.
    """
    evaluation = Evaluation(place)
    taken: list[int] = []
    for number in range(place, min(place + _MOST_ROWS, len(lines))):
        match = _COCO.fullmatch(lines[number][:MAX_LINE])
        if match is None:
            break
        kind, overlap, area, most, value = match.groups()
        name = _coco_name(
            kind,
            overlap,
            area,
            most,
        )
        score = number_of_cell(value)
        if name in evaluation.values:
            break
        taken.append(number)
        if score is not None and score >= 0:
            evaluation.values[name] = score
    if not taken:
        return None
    split = split_above(lines, place) or "val"
    return Report(
        "COCO summary",
        split,
        tuple(taken),
        evaluation,
    )


def _coco_name(kind: str, overlap: str, area: str, most: str) -> str:
    """Return mAP, mAP50, mAP_small, AR_100 as tools call these numbers."""
    name = "mAP" if kind == "AP" else "AR"
    if ":" not in overlap:
        name = f"{name}{overlap.partition('.')[2]}"
    if area != "all":
        return f"{name}_{area}"
    return name if kind == "AP" else f"{name}_{most}"


def metric_column(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read names and values below `Test metric   DataLoader 0`, as Lightning prints them."""
    head = cells_in(lines[place], "blanks")
    if len(head) < 2 or words_of(head[0])[-1:] != ["metric"] or not split_of_words(head[0]):
        return None
    evaluation = Evaluation(place)
    taken = [place]
    for number in range(place + 1, min(place + 1 + _MOST_ROWS, len(lines))):
        line = lines[number][:MAX_LINE]
        if is_rule(line) and len(taken) == 1:
            continue
        cells = cells_in(line, "blanks")
        value = number_of_cell(cells[-1])
        if len(cells) != len(head) or value is None or not is_name(cells[0]):
            break
        evaluation.values[cells[0]] = value
        taken.append(number)
    if not evaluation.values:
        return None
    return Report(
        "metrics",
        split_of_words(head[0]),
        tuple(taken),
        evaluation,
    )


def split_of_words(text: str) -> str:
    return split_among(words_of(text))


def overall_line(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read the line over all classes of a detector, pasted without its header.

    It holds images, instances, precision, recall and the mean average precision at 0.5 and at
    0.5 to 0.95.
    """
    words = lines[place][:MAX_LINE].split()
    if len(words) != 1 + _COUNTS + len(_DETECTED) or words[0] != "all":
        return None
    numbers = [number_of_cell(word) for word in words[1:]]
    if not all(word.isdigit() for word in words[1 : 1 + _COUNTS]):
        return None
    scores = [number for number in numbers[_COUNTS:] if number is not None]
    if len(scores) != len(_DETECTED) or not all(0 <= score <= 1 for score in scores):
        return None
    values = dict(
        zip(
            _DETECTED,
            scores,
            strict=True,
        )
    )
    return Report(
        "detection",
        "val",
        (place,),
        Evaluation(place, values),
    )


# A word that a line must hold, cheap to look for, and the reader that then looks closer.
# It gives up after so many lines that hold the word and are no report.
ReportReader = tuple[str, int, Callable[[Sequence[str], int], Report | None]]
REPORTS: tuple[ReportReader, ...] = (
    ("support", 1000, classification_report),
    ("IoU=", 1000, coco_summary),
    ("onfusion", 100, confusion_matrix),
    ("[[", 100, confusion_matrix),
    ("redicted ", 100, confusion_matrix),
    (" metric ", 1000, metric_column),
    ("all ", 10_000, overall_line),
    ("lass", 1000, class_lines),
    ("ccuracy of ", 1000, class_lines),
    ("ccuracy for ", 1000, class_lines),
    ("ecall of ", 1000, class_lines),
)
