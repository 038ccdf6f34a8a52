"""Names of the axes of a crosstab: `Predicted   0   1` above, the name of the rows on a line below.

`pandas.crosstab` prints them so with `rownames` and `colnames`, and for named columns of a frame.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from engine.read.parts.limits import MAX_LINE

_PREDICTED = frozenset(
    {
        "predicted",
        "prediction",
        "pred",
        "y_pred",
    }
)
_TRUE = frozenset(
    {
        "actual",
        "actuals",
        "true",
        "truth",
        "label",
        "labels",
        "target",
        "y_true",
        "y_test",
    }
)


def heads_crosstab(
    lines: Sequence[str],
    place: int,
) -> bool:
    """Return whether a line names the columns as predictions and the next the rows as truth."""
    return _names_axes(
        lines,
        place,
        columns=_PREDICTED,
        rows=_TRUE,
    )


def heads_transposed(
    lines: Sequence[str],
    place: int,
) -> bool:
    """Return whether a line names the columns as truth and the next the rows as predictions."""
    return _names_axes(
        lines,
        place,
        columns=_TRUE,
        rows=_PREDICTED,
    )


def is_axis_name(word: str) -> bool:
    """Return whether a word in lower case is the name of an axis."""
    return word in _PREDICTED or word in _TRUE


def _names_axes(
    lines: Sequence[str],
    place: int,
    columns: Container[str],
    rows: Container[str],
) -> bool:
    if place + 1 >= len(lines):
        return False
    above = _words(lines[place])
    below = _words(lines[place + 1])
    if not above:
        return False
    if len(below) != 1:
        return False
    return above[0] in columns and below[0] in rows


def _words(line: str) -> list[str]:
    start = line[:MAX_LINE].lower()
    return start.split()
