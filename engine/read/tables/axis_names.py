"""Names of the axes of a crosstab: `Predicted   0   1` above, the name of the rows on a line below.

`pandas.crosstab` prints them so with `rownames` and `colnames`, and for named columns of a frame.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from engine.read.parts.limits import MAX_LINE

IN_PREDICTED = "pred"  # stands in each of the names below
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
    above, _ = _first_word(lines[place])
    if above not in columns:
        return False
    below, behind = _first_word(lines[place + 1])
    return below in rows and not behind


def _first_word(line: str) -> tuple[str, str]:
    """Return the first word of a line in lower case, empty without one, and what follows it."""
    start = line[:MAX_LINE]
    words = start.split(None, 1)
    if not words:
        return "", ""
    behind = words[1] if len(words) > 1 else ""
    return words[0].lower(), behind
