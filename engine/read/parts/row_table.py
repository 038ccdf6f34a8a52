"""A table of logged rows: a column for each name of each split, grain and run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from engine.read.documents.fields import Role, is_metric, is_rate, role, says_position
from engine.read.documents.flatten import FlatRow, flat_row
from engine.read.inputs import Curve, Reading
from engine.read.parts.axes import Axes, Column, Place, curve_on
from engine.read.parts.names import Names
from engine.read.parts.row_lists import RowLists
from engine.read.parts.rows import MAX_NAMES

MAX_RUNS = 100  # values of a field of runs; of more it is an identifier of the row
_SETTINGS_ROWS = 2  # rows of one shape without step: more of them are no settings
_NUMBERS = frozenset({int, float})
# The Trainer's row at the end of training: its train_loss is the mean over the whole run.
_MARK_OF_TOTAL = "train_runtime"
_OF_TOTAL = "train_"

Key = tuple[str, ...]


@dataclass(slots=True)
class _Shape:
    """Rows with the same fields of one place: a column for each field, None for what is no value.

    Axes are columns, too.
    """

    columns: list[Column | None]


@dataclass(slots=True)
class RowTable:
    """Collects rows; each name of each split, grain and run is a column."""

    names: Names | None = None
    split: str = ""
    grain: str = ""
    run: str = ""
    axes: Axes = field(default_factory=Axes)
    lists: RowLists = field(default_factory=RowLists)
    config: dict[str, object] = field(default_factory=dict)
    _columns: dict[tuple[str, Place], Column] = field(default_factory=dict)
    _shapes: dict[tuple[Key, Place], _Shape] = field(default_factory=dict)
    _roles: dict[str, Role] = field(default_factory=dict)
    _run_keys: dict[Key, str] = field(default_factory=dict)
    _has_axis: dict[Key, bool] = field(default_factory=dict)
    _loose: list[tuple[int, FlatRow]] = field(default_factory=list)
    _runs: dict[str, None] = field(default_factory=dict)
    _count: int = 0

    def add(
        self,
        row: Mapping[str, object],
    ) -> None:
        """Take over one row; a row without step or epoch waits for the others."""
        if _NUMBERS.issuperset(map(type, row.values())):
            self._add_flat(cast("Mapping[str, float]", row))
        else:
            self._add_nested(row)
        self._count += 1

    def _add_flat(self, row: Mapping[str, float]) -> None:
        keys = tuple(row)
        if self._counts(keys):
            place = self._place(row, keys, None)
            self._put(
                keys,
                row,
                place,
                self._count,
            )
        else:
            flat = FlatRow(numbers=dict(row))
            self._loose.append((self._count, flat))

    def _add_nested(
        self,
        row: Mapping[str, object],
    ) -> None:
        flat = flat_row(row)
        if flat.config:
            self.config.update(flat.config)
        if flat.lists:
            self.lists.add(flat.lists, self._count)
        keys = tuple(flat.numbers)
        if not keys:
            return
        if self._counts(keys):
            place = self._place(
                flat.numbers,
                keys,
                flat,
            )
            self._put(
                keys,
                flat.numbers,
                place,
                self._count,
            )
        else:
            self._loose.append((self._count, flat))

    def _counts(self, keys: Key) -> bool:
        known = self._has_axis.get(keys)
        if known is None:
            known = any(self._role(key) in {"step", "epoch"} and says_position(key) for key in keys)
            self._has_axis[keys] = known
        return known

    def _role(self, name: str) -> Role:
        known = self._roles.get(name)
        if known is None:
            known = self._roles[name] = role(name)
        return known

    def _place(
        self,
        numbers: Mapping[str, object],
        keys: Key,
        flat: FlatRow | None,
    ) -> Place:
        run = self._run_of(
            numbers,
            keys,
            flat,
        )
        if flat is None:
            return Place(
                self.split,
                self.grain,
                run,
            )
        return Place(
            flat.split or self.split,
            flat.grain or self.grain,
            run,
        )

    def _run_of(
        self,
        numbers: Mapping[str, object],
        keys: Key,
        flat: FlatRow | None,
    ) -> str:
        key = self._run_keys.get(keys)
        if key is None:
            key = next(
                (key for key in keys if self._role(key) == "run"),
                "",
            )
            self._run_keys[keys] = key
        run = self.run
        if key:
            run = f"{numbers[key]:g}"
        elif flat is not None and flat.texts:
            run = next(
                (text for key, text in flat.texts.items() if role(key) == "run"),
                run,
            )
        if run not in self._runs:
            if len(self._runs) >= MAX_RUNS:
                return self.run
            self._runs[run] = None
        return run

    def _put(
        self,
        keys: Key,
        numbers: Mapping[str, float],
        place: Place,
        number: int,
    ) -> None:
        shape = self._shapes.get((keys, place))
        if shape is None:
            shape = _Shape(
                [
                    self._column(
                        key,
                        keys,
                        place,
                    )
                    for key in keys
                ]
            )
            self._shapes[keys, place] = shape
        for column, value in zip(
            shape.columns,
            numbers.values(),
            strict=True,
        ):
            if column is not None:
                column.rows.append(number)
                column.values.append(value)

    def _column(
        self,
        name: str,
        keys: Key,
        place: Place,
    ) -> Column | None:
        """Return the column of a field in rows of these keys, None for what is no value."""
        kind = self._role(name)
        if kind in {"step", "epoch"}:
            return self.axes.column(name, kind)
        if kind != "value" or is_of_whole_run(name, keys):
            return None
        column = self._columns.get((name, place))
        if column is None and len(self._columns) < MAX_NAMES:
            column = self._columns[name, place] = Column()
        return column

    def finish(self) -> None:
        """Take over the rows without step: as settings where they are, else as further rows."""
        loose, self._loose = self._loose, []
        counts = Counter(tuple(flat.numbers) for _, flat in loose)
        settings = {keys for keys, count in counts.items() if self._are_settings(keys, count)}
        for number, flat in loose:
            keys = tuple(flat.numbers)
            if keys in settings:
                self.config.update(_settings(flat))
            else:
                self._put(
                    keys,
                    flat.numbers,
                    self._place(
                        flat.numbers,
                        keys,
                        flat,
                    ),
                    number,
                )

    def _are_settings(
        self,
        keys: Key,
        count: int,
    ) -> bool:
        if count > _SETTINGS_ROWS:
            return False
        return not any(is_metric(key, self.names) and not is_rate(key) for key in keys)

    def curves(self, group: str = "") -> tuple[Curve, ...]:
        """Return one curve for each column, and one for the epochs of the steps."""
        if not self._columns:
            return ()
        several = len(self._runs) > 1
        positions = self.axes.positions(self._count, not several)
        curves: list[Curve] = []
        for (name, place), column in self._columns.items():
            own = place if several else place._replace(run=self.run)
            curve = curve_on(positions, name, column, own)
            curves.append(curve)
        curves += positions.epochs_of_steps()
        return tuple(replace(curve, group=group) for curve in curves)

    def reading(self, source: str) -> Reading:
        """Return everything; `source` is the group of the curves and stands in the warnings."""
        steps, epochs = self.axes.all(self._count)
        return Reading(
            curves=self.curves(source),
            layers=self.lists.layers(steps, epochs),
            classes=self.lists.classes(),
            config=self.config,
            warnings=self.lists.warnings(source),
        )


def is_of_whole_run(name: str, keys: Container[str]) -> bool:
    """Say whether a field of a row with these keys is a mean over the run, and so no point."""
    return name.startswith(_OF_TOTAL) and _MARK_OF_TOTAL in keys


def _settings(flat: FlatRow) -> dict[str, object]:
    """Return the fields of a row of settings without the clock and the kind of the row."""
    fields: dict[str, object] = {**flat.texts, **flat.numbers}
    return {key: value for key, value in fields.items() if role(key) not in {"none", "split"}}
