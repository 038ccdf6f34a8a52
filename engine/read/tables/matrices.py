"""Confusion matrices as they are printed: by numpy, by pandas, as lists, in Markdown."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import chain

from engine.read.parts.class_scores import ClassScores, classes_of_confusion
from engine.read.parts.limits import MAX_LINE
from engine.read.tables.axis_names import (
    IN_PREDICTED,
    heads_crosstab,
    heads_transposed,
    is_axis_name,
)
from engine.read.tables.cells import number_of_cell
from engine.read.tables.class_values import Evaluation
from engine.read.tables.headings import says, split_above
from engine.read.tables.layout import BAR_SIGNS, is_rule
from engine.read.tables.report import Report

_SIGNS = re.compile(rf"[\[\](),{BAR_SIGNS}]")
# How arrays of numpy, torch and JAX print: tensor([[50, 0], [48, 2]], device='cuda:0')
_WRAPPER = re.compile(r"\b(?:[\w.]{1,20}\.)?(?:tensor|array|Array|Tensor)\(")
_BEHIND = re.compile(r"\]\s{0,4},\s{0,4}(?:device|dtype|shape|grad_fn)=[^\[]{0,80}$|\]\)\s{0,8}$")
_MOST_CLASSES = 1000
_MOST_ROWS = _MOST_CLASSES + 10
_MARGINS = 2  # rows besides the classes: the labels above and the sums below
_LINES_TO_A_MATRIX = 5  # from its heading
_LINES_BELOW = 4

_Square = list[list[float]]  # of counts; plain lists, for most matrices have few classes


def confusion_matrix(
    lines: Sequence[str],
    place: int,
) -> Report | None:
    """Read a square of counts at or below a heading, rows are the truth.

    The heading has the word confusion, or names both axes as `pandas.crosstab` does.
    """
    if not _is_heading(lines, place):
        return None
    rows, last = _rows_below(lines, place)
    matrix = _square(rows)
    if matrix is None:
        return None
    if _rows_are_answers(lines, place):
        columns = zip(
            *matrix,
            strict=True,
        )
        matrix = list(map(list, columns))
    evaluation = Evaluation(
        place,
        classes=_classes(matrix),
    )
    if not _accuracy_follows(lines, last + 1):
        evaluation.values["accuracy"] = _share_right(matrix)
    return Report(
        kind="confusion matrix",
        split=split_above(lines, place) or "val",
        lines=tuple(range(place, last + 1)),
        evaluation=evaluation,
    )


def _is_heading(
    lines: Sequence[str],
    place: int,
) -> bool:
    is_named = says(
        lines,
        place,
        "confusion",
    )
    return is_named or heads_crosstab(lines, place)


def _rows_are_answers(
    lines: Sequence[str],
    place: int,
) -> bool:
    """Return whether the columns are the truth and the rows what was predicted."""
    end = place + _LINES_TO_A_MATRIX + 1
    near = "\n".join(lines[place : end + 1])
    if IN_PREDICTED not in near.lower():
        return False
    places = range(place, end)
    return any(heads_transposed(lines, at) for at in places)


def _accuracy_follows(
    lines: Sequence[str],
    place: int,
) -> bool:
    """Return whether a line below prints the accuracy, which the reader of lines takes."""
    below = lines[place : place + _LINES_BELOW]
    return any("ccuracy" in line[:MAX_LINE] for line in below)


def _share_right(matrix: _Square) -> float:
    right = [row[number] for number, row in enumerate(matrix)]
    return sum(right) / sum(map(sum, matrix))


def _rows_below(
    lines: Sequence[str],
    place: int,
) -> tuple[list[list[str]], int]:
    """Return the words of the rows at or below a heading, and the place of the last row."""
    rows: list[list[str]] = []
    last = place
    end = min(place + _MOST_ROWS, len(lines))
    for number in range(place, end):
        line = _unwrapped(lines[number])
        nested = _rows_of_a_line(line) if "[[" in line else []
        if nested:
            return nested, number
        words = _matrix_words(line)
        if _ends_with_counts(words):
            rows.append(words)
            last = number
            width = len(rows[0])
            if len(rows) > width + _MARGINS:
                break  # no square
        elif _ends_the_matrix(line, rows, number - place):
            break
        if rows and line.rstrip().endswith("]]"):
            break
    return rows, last


def _ends_the_matrix(
    line: str,
    rows: list[list[str]],
    distance: int,
) -> bool:
    """Return whether a line without counts ends the search: a rule between rows does not."""
    if not rows:
        return distance > _LINES_TO_A_MATRIX
    word = line.strip().lower()
    if len(rows) == 1 and is_axis_name(word):
        return False  # the name of the rows, between the labels above and the first row
    if not word:
        return True
    return not is_rule(line)


def _unwrapped(line: str) -> str:
    """Return the line without the name of an array's type and what stands behind its numbers."""
    plain = line[:MAX_LINE]
    if not (")" in plain or "=" in plain or "(" in plain):
        return plain
    if "(" in plain:
        plain = _WRAPPER.sub("", plain)
    if ")" in plain or "=" in plain:
        plain = _BEHIND.sub("]", plain)
    return plain


def _matrix_words(line: str) -> list[str]:
    """Return the words of a line without brackets and bars, behind a heading on the same line."""
    plain = _SIGNS.sub(" ", line)
    if ":" in plain:
        _, _, plain = plain.partition(":")
    return plain.split()


def _rows_of_a_line(line: str) -> list[list[str]]:
    """Return the rows of a whole matrix in one line, which holds `[[`: `[[5, 0], [4, 1]]`."""
    text = line.strip()
    start = text.index("[[")
    if not text.endswith("]]"):
        return []
    parts = text[start + 1 : -2].split("]")
    return [_matrix_words(part) for part in parts]


def _ends_with_counts(words: list[str]) -> bool:
    """Return whether all words behind a label are counts or shares, two at least."""
    if len(words) < 2:
        return False
    if _are_digits(words[-2:]):
        return True
    for word in words[-2:]:
        number = number_of_cell(word)
        if number is None or number < 0:
            return False
    return True


def _are_digits(words: list[str]) -> bool:
    """Return whether words are plain numbers, which float reads as a cell is read."""
    text = "".join(words)
    return text.isdecimal() and text.isascii()


def _square(rows: list[list[str]]) -> _Square | None:
    """Return the counts as a square; labels at the left, above, and sums are left out."""
    rows = _without_labels_above(rows)
    count = len(rows)
    widths = {len(row) for row in rows}
    if not 2 <= count <= _MOST_CLASSES:
        return None
    if len(widths) != 1:
        return None
    surplus = widths.pop() - count
    if surplus not in (0, 1):
        return None
    matrix: _Square = []
    for row in rows:
        numbers = _numbers(row[surplus:])
        if len(numbers) < count:
            return None
        matrix.append(numbers)
    if _has_sums(matrix):
        matrix = [row[:-1] for row in matrix[:-1]]
    if not all(map(math.isfinite, chain.from_iterable(matrix))):
        return None
    total = sum(map(sum, matrix))
    return matrix if total > 0 else None


def _without_labels_above(rows: list[list[str]]) -> list[list[str]]:
    """Drop the first row if it is one shorter or longer than the next, or has words in front.

    pandas numbers the columns there: `0   1` above `0  50   0`, or `Predicted   0   1`.
    """
    if len(rows) < 3:
        return rows
    head, *below = rows
    is_of_labels = len(rows) == len(head) and number_of_cell(head[0]) is None
    if len(head) == len(below[0]) and not is_of_labels:
        return rows
    return below


def _numbers(words: list[str]) -> list[float]:
    """Return the numbers in front of the first word that is none."""
    if _are_digits(words):
        return list(map(float, words))
    numbers: list[float] = []
    for word in words:
        number = number_of_cell(word)
        if number is None:
            break
        numbers.append(number)
    return numbers


def _has_sums(matrix: _Square) -> bool:
    """Return whether the last row is the sum of all others."""
    if len(matrix) < 3:
        return False
    *others, last = matrix
    columns = zip(
        *others,
        strict=True,
    )
    sums = map(sum, columns)
    return last == list(sums)


def _classes(matrix: _Square) -> dict[str, ClassScores]:
    """Return the scores of each class that occurs."""
    found = classes_of_confusion(matrix)
    if all(map(sum, matrix)):
        return found
    return {name: scores for name, scores in found.items() if math.isfinite(scores.recall)}
