"""Boxes of names and values, one metric a line, as loggers of reinforcement learning print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.read.metric_names.words import words_of
from engine.read.tables.cells import is_filler, number_of_cell
from engine.read.tables.columns import table_of
from engine.read.tables.curves import Look, curves_of
from engine.read.tables.found import FoundTable
from engine.read.tables.layout import BAR_SIGNS, cells_in, is_name, is_rule
from engine.read.tables.words import axis_of, is_metric

_LEAST_METRICS = 2  # of a box; a single line between bars may be anything
_MOST_NAMES = 500
_CELLS = 2
_SHORTEST = len("|a|1|")
_LINES_ABOVE = 3
_OF_EPISODES = frozenset({"ep", "eps", "episode", "rew", "fps", "kl", "explained", "rollout"})
_LEAST_KNOWN = 0.5  # share of the names of a box


@dataclass(eq=False)
class Box:
    """Names and values of one box, and its lines."""

    values: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)


@dataclass(eq=False)
class Boxes:
    """Boxes of a log in order. `group` is the name above the values that stand further right."""

    boxes: list[Box] = field(default_factory=list)
    group: str = ""
    open_box: Box | None = None

    def take(
        self,
        place: int,
        line: str,
    ) -> bool:
        """Take a line between bars that is a metric or a group; return whether it is one."""
        pair = pair_of(line)
        if pair is None:
            self.close()
            return False
        name, value, is_indented = pair
        box = self.open_box or Box()
        if not value:
            self.group = name.rstrip("/")
            box.lines.append(place)
            self.open_box = box
            return True
        if self.group and is_indented:
            name = f"{self.group}/{name}"
        elif not is_indented:
            self.group = ""
        if name in box.values:
            self.close()
            box = Box()
        box.values[name] = value
        box.lines.append(place)
        self.open_box = box
        return True

    def close(self) -> None:
        """End the box at a rule or at any other line."""
        box = self.open_box
        if box is not None and len(box.values) >= _LEAST_METRICS:
            self.boxes.append(box)
        self.open_box = None
        self.group = ""


def pair_of(line: str) -> tuple[str, str, bool] | None:
    """Return name, value and whether the name is indented, of a line between two bars.

    The value is empty above the names of a group: `| train/ | |`.
    """
    text = line.strip()
    if len(text) < _SHORTEST:
        return None
    first = text[0]
    last = text[-1]
    if first not in BAR_SIGNS or last not in BAR_SIGNS:
        return None
    inner = text[1:-1]
    cells = _parts(inner)
    if len(cells) != _CELLS:
        return None
    name, value = cells
    if not is_name(name):
        return None
    if axis_like(name, value):
        return None
    if not value and name.endswith("/"):
        return name, "", False
    if not value:
        return None
    if number_of_cell(value) is None and not is_filler(value):
        return None
    blanks = len(inner) - len(inner.lstrip())
    return name, value, blanks > 1


def axis_like(
    name: str,
    value: str,
) -> bool:
    """Return whether both cells are names: the header of a table of two columns."""
    kind, _ = axis_of(name)
    if not kind or not value:
        return False
    return number_of_cell(value) is None


def _parts(inner: str) -> list[str]:
    if not inner.strip():
        return []
    return cells_in(f"|{inner}|", "bars")


def found_boxes(
    boxes: Sequence[Box],
    lines: list[str],
) -> list[FoundTable]:
    """Read all boxes of a log as the rows of one table; rules around a box belong to it."""
    names: dict[str, None] = {}
    for box in boxes:
        names.update(dict.fromkeys(box.values))
    columns = list(names)[:_MOST_NAMES]
    if not boxes:
        return []
    if len(boxes) == 1 and not _are_of_a_run(columns):
        return []
    rows = [[box.values.get(name, "") for name in columns] for box in boxes]
    table = table_of(columns, rows)
    places: set[int] = set()
    for box in boxes:
        around = with_rules(box.lines, lines)
        places.update(around)
    first = min(places)
    look = Look(
        file="",
        group=f"box at line {first + 1}",
        grain=_grain(boxes, lines),
    )
    curves, _, _ = curves_of(table, look)
    found = FoundTable(tuple(sorted(places)), curves)
    return [found]


def _are_of_a_run(names: list[str]) -> bool:
    """Return whether groups or enough quantities tell the metrics of a run from its settings."""
    if any("/" in name for name in names):
        return True
    known = sum(map(_is_of_a_run, names))
    least = _LEAST_KNOWN * len(names)
    return known >= least


def _is_of_a_run(name: str) -> bool:
    if is_metric(name) or axis_of(name)[0]:
        return True
    return not _OF_EPISODES.isdisjoint(words_of(name))


def _grain(
    boxes: Sequence[Box],
    lines: list[str],
) -> str:
    """Return evaluation for a single box of a finished model: its header names the metric."""
    if len(boxes) > 1:
        return ""
    first = boxes[0].lines[0]
    start = max(0, first - _LINES_ABOVE)
    for line in lines[start:first]:
        if "metric" in words_of(line):
            return "evaluation"
    return ""


def with_rules(
    places: list[int],
    lines: list[str],
) -> set[int]:
    """Return the places with the rules that stand right above, below and between them."""
    taken = set(places)
    for place in places:
        for step in (-1, 1):
            beside = place + step
            while 0 <= beside < len(lines) and beside not in taken:
                if not is_rule(lines[beside]):
                    break
                taken.add(beside)
                beside += step
    return taken
