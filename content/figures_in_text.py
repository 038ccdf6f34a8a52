"""Fill figures of the recorded runs into a text: {{bad.val_loss.min:.2f}}.

A figure names the run (bad or good), what the run printed, and which of its values: first, last,
min, max, or argmin and argmax for the epoch or step of the extreme. A list that was printed takes
the place in it before that: {{bad.per_class_recall.1.last:.2f}}. {{bad.config.n_train}} is a
setting.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIGURE = re.compile(r"\{\{(bad|good)\.(\w+)\.([\w.]+?)(?::([^{}]*))?\}\}")
LOOSE = re.compile(r"\{\{|\}\}")
PLACES = ("epoch", "step")  # the first of these that a line has is its place

Line = Mapping[str, Any]
Recording = Sequence[Line]


class FigureError(ValueError):
    """A figure that cannot be filled."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is written, and the parts of it: {{run.name.path:layout}}."""

    written: str
    run: str
    name: str
    path: list[str]
    layout: str

    def error(self, message: str) -> FigureError:
        return FigureError(f"{self.written}: {message}")


def filled(text: str, bad: str, good: str) -> str:
    """Return the text with its figures. `bad` and `good` are what the programs printed.

    Raises FigureError for a figure that the recordings do not hold.
    """
    if "{{" not in text:
        return text
    runs = {
        "bad": lines_of(bad),
        "good": lines_of(good),
    }

    def shown(match: re.Match[str]) -> str:
        figure = _figure(match)
        recording = runs[figure.run]
        value = _value(recording, figure)
        return _laid_out(value, figure)

    result = FIGURE.sub(shown, text)
    if LOOSE.search(result):
        raise FigureError("a figure is written {{bad.val_loss.min:.2f}}")
    return result


def figure_value(recording: Recording, run: str, name: str, path: str) -> object:
    """Return what a recording holds under a name at a path, as in val_loss and min.

    Raises FigureError for what was not recorded.
    """
    figure = Figure(
        written=f"{run}.{name}.{path}",
        run=run,
        name=name,
        path=path.split("."),
        layout="",
    )
    return _value(recording, figure)


def _figure(match: re.Match[str]) -> Figure:
    run, name, path, layout = match.groups()
    return Figure(
        written=match[0],
        run=run,
        name=name,
        path=path.split("."),
        layout=layout or "",
    )


def lines_of(recording: str) -> list[Line]:
    """Return the JSON objects among the lines of a recording.

    A line that is broken is left out: a rule of the content names the recording.
    """
    objects = []
    for line in recording.splitlines():
        printed = _object_of(line)
        if printed is not None:
            objects.append(printed)
    return objects


def _object_of(line: str) -> Line | None:
    if not line.startswith("{"):
        return None
    try:
        printed: Line = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return printed


def last_values(recording: str) -> dict[str, float]:
    """Return the last finite value of each number that a run printed."""
    last = {}
    for line in lines_of(recording):
        for name, value in line.items():
            if _is_finite(value):
                last[name] = float(value)
    return last


def _is_finite(value: Any) -> bool:
    """Say whether the value is a finite number."""
    if isinstance(value, bool):
        return False
    if not isinstance(value, int | float):
        return False
    return math.isfinite(value)


def _value(lines: Recording, figure: Figure) -> object:
    """Return the value that a figure names."""
    if figure.name == "config":
        return _setting(lines, figure)
    *_, kind = figure.path
    values = _values(lines, figure)
    if not values:
        raise figure.error(f"no {figure.name} was recorded")
    if kind not in KINDS:
        kinds = ", ".join(KINDS)
        raise figure.error(f"{kind} is none of {kinds}")

    choose = KINDS[kind]
    number, chosen = choose(values)
    if kind.startswith("arg"):
        line = lines[number]
        return _place(line, number)
    return chosen


def _setting(lines: Recording, figure: Figure) -> object:
    name, *indices = figure.path
    for line in lines:
        settings = line.get("config", {})
        if name in settings:
            value = settings[name]
            return _member(value, indices, figure)
    raise figure.error(f"no setting {name} was recorded")


def _member(value: Any, indices: Sequence[str], figure: Figure) -> object:
    """Return the setting, or the member of a list that an index names."""
    for index in indices:
        try:
            value = value[int(index)]
        except (ValueError, IndexError, TypeError) as error:
            raise figure.error(f"no member {index} was recorded") from error
    return value


Value = tuple[int, Any]  # number of the line, and what it holds
Values = Sequence[Value]


def _values(lines: Recording, figure: Figure) -> Values:
    """Return what the lines hold under the figure's name, at its place in the lists there."""
    name = figure.name
    *indices, _ = figure.path
    values = _printed(lines, name)
    for index in indices:
        try:
            values = _items(values, index)
        except (ValueError, IndexError, TypeError) as error:
            raise figure.error(f"no {name}.{index} was recorded") from error
    return values


def _printed(lines: Recording, name: str) -> Values:
    """Return what the lines that have the name hold under it."""
    values = []
    for number, line in enumerate(lines):
        if name in line:
            value = (number, line[name])
            values.append(value)
    return values


def _items(values: Values, index: str) -> Values:
    """Return one item of each list. An index that is no number fails only where there is a list."""
    items = []
    for number, held in values:
        item = held[int(index)]
        items.append((number, item))
    return items


def _held(value: Value) -> Any:
    _, held = value
    return held


def _finite(values: Values) -> Values:
    finite = []
    for value in values:
        held = _held(value)
        if _is_finite(held):
            finite.append(value)
    return finite


def _first(values: Values) -> Value:
    return values[0]


def _last(values: Values) -> Value:
    return values[-1]


def _lowest(values: Values) -> Value:
    finite = _finite(values)
    return min(finite, key=_held)


def _highest(values: Values) -> Value:
    finite = _finite(values)
    return max(finite, key=_held)


KINDS: Mapping[str, Callable[[Values], Value]] = {
    "first": _first,
    "last": _last,
    "min": _lowest,
    "max": _highest,
    "argmin": _lowest,
    "argmax": _highest,
}


def _place(line: Line, number: int) -> object:
    """Return the epoch or step of a line, or its number when it has none."""
    for name in PLACES:
        if name in line:
            return line[name]
    return number


def _laid_out(value: object, figure: Figure) -> str:
    try:
        return format(value, figure.layout)
    except (TypeError, ValueError) as error:
        message = str(error)
        raise figure.error(message) from error
