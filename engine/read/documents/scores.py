"""Scores of a finished model in a mapping, apart from the settings beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.names import normalized
from engine.read.documents.fields import is_metric, is_rate, role, says_position
from engine.read.parts.names import Names
from engine.read.parts.numbers import number_from_text
from engine.read.parts.row_table import is_of_whole_run

_NUMBER_LIMIT = 60
_PRECISION = "precision"  # of the numbers as often as of the predictions: 16, 32
_BEST = "best_"  # of a checkpoint's state: it repeats a point of a curve


@dataclass(slots=True)
class Scores:
    """row: the scores, with the step or epoch at which they were measured.

    taken: the keys that are no settings.
    position: a step or epoch without scores beside it, which is that of the scores below.
    """

    row: dict[str, object] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    position: dict[str, object] = field(default_factory=dict)


def final_scores(
    mapping: Mapping[str, object],
    path: str,
    names: Names | None,
    has_curves: bool,
) -> Scores:
    """Find the scores: plain numbers under the names of metrics.

    Beside curves a number is a setting or a summary, and neither is a point. A mapping with a clock
    or a position, or of metrics for the most part, is a summary altogether: none of its numbers is
    a setting (wandb-summary.json holds the last learning rate).
    """
    numbers = {key: value for key, value in mapping.items() if _is_number(value)}
    positions = {key for key in numbers if says_position(key)}
    if has_curves or any(map(_is_rows, mapping.values())):
        return Scores(taken=_state_keys(numbers, positions))
    scores = {
        key
        for key in numbers
        if _is_score(
            key,
            numbers[key],
            path,
            names,
        )
    }
    if not scores:
        return Scores(position={key: numbers[key] for key in positions})
    clocks = {key for key in numbers if role(key) == "none"}
    is_summary = bool(positions or clocks) or 2 * len(scores) >= len(numbers)
    kept = scores | positions
    row = {
        key: value
        for key, value in numbers.items()
        if key in kept and not is_of_whole_run(key, mapping)
    }
    if not is_summary:
        return Scores(
            row,
            scores | positions,
        )
    known = {*scores, *positions, *clocks}
    unknown = [key for key in numbers if key not in known]  # in their order, whatever the process
    row |= {
        key: numbers[key]
        for key in unknown
        if not is_rate(key) and role(key) == "value" and not is_of_whole_run(key, mapping)
    }
    return Scores(row, set(numbers))


def _is_rows(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and isinstance(
            value[0],
            dict,
        )
    )


def _state_keys(
    numbers: Mapping[str, object],
    positions: set[str],
) -> set[str]:
    """Return what a state says of its moment, which is no setting."""
    best = {key for key in numbers if key.startswith(_BEST)}
    return positions | best


def _is_score(
    key: str,
    value: object,
    path: str,
    names: Names | None,
) -> bool:
    plain = normalized(key)
    if is_rate(key) or role(key) != "value" or plain.startswith(_BEST):
        return False
    if plain == _PRECISION and (not isinstance(value, float) or value > 1.0):
        return False
    return is_metric(key, names) or is_metric(
        f"{path}/{key}",
        names,
    )


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        return number_from_text(value[:_NUMBER_LIMIT]) is not None
    return isinstance(
        value,
        int | float,
    )
