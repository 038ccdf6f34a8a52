"""SQLite databases of experiment trackers, first of all MLflow's.

Tables are recognized by their columns: one with a name, a value, a step or time and perhaps a run
a row holds curves; so does one with a JSON object of metrics a row; one of parameters with a name
and a value holds settings. Other tables that count a step hold one curve a column and are read as
CSV.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts.json_text import parse_value
from engine.read.parts.numbers import clamped_float, number_from_text
from engine.read.source import Format, Source
from engine.read.stores.database import START, Database, Row, opened
from engine.read.stores.nested import numbers_in
from engine.read.stores.points import Points
from engine.read.stores.written_settings import setting_of

_NAMES = (
    "key",
    "metric_name",
    "metric",
    "name",
    "tag",
)
_VALUES = ("value", "val", "metric_value")
_STEPS = ("step", "global_step", "iteration", "epoch")
_TIMES = ("timestamp", "time", "created_at", "wall_time")
_RUNS = ("run_uuid", "run_id", "run_name", "run", "trial_id", "experiment_id")
_DOCUMENTS = ("metrics", "metrics_json")
_IS_NAN = "is_nan"
_SETTINGS = ("param", "config", "hparam", "setting", "attribute")
_LAST_VALUES = "latest"  # a table that repeats the end of each curve
_LARGEST = 1.7976931348623157e308  # MLflow writes it for infinity
_GROUP = "metrics"


Settings = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Long:
    """Columns of a table with one value a row; empty where it has none of the kind.

    document: the column with a JSON object of metrics, which stands for name and value.
    """

    name: str = ""
    value: str = ""
    step: str = ""
    time: str = ""
    run: str = ""
    is_nan: str = ""
    document: str = ""

    @property
    def used(self) -> list[str]:
        every = (
            self.name,
            self.value,
            self.step,
            self.time,
            self.run,
            self.is_nan,
            self.document,
        )
        return [column for column in every if column]

    def cells(self, row: Row) -> dict[str, object]:
        """Return the values of a row by their columns."""
        pairs = zip(self.used, row, strict=True)
        return dict(pairs)


@dataclass
class _Found:
    """last_run: the run whose value is the latest, or comes last."""

    points: Points = field(default_factory=Points)
    settings: dict[str, Settings] = field(default_factory=dict)
    inner: list[NamedFile] = field(default_factory=list)
    last_run: str = ""


def sniff(source: Source) -> bool:
    return source.content.startswith(START)


def read(source: Source) -> Reading:
    """Read curves and the settings of the last run. Raises ReadError where there are none."""
    found = _Found()
    with opened(source.name, source.content) as database:
        for table, columns in database.tables.items():
            _read_table(database, table, columns, found)
        broken = database.broken
    warnings = [f"{source.name}: table {table} breaks off" for table in broken]
    config = _settings_of_last_run(found)
    if not (found.points or found.inner or config):
        detail = "is a SQLite database without a table of metrics: export the metrics as CSV"
        problem = (source.name, detail)
        raise ReadError(problem)
    return Reading(
        curves=found.points.curves(_GROUP),
        config=config,
        inner=tuple(found.inner),
        warnings=tuple(warnings),
    )


def _read_table(
    database: Database,
    table: str,
    columns: list[str],
    found: _Found,
) -> None:
    long = _long(columns)
    lowered = table.lower()
    is_placed = bool(long.step or long.time)
    has_values = long.name and long.value
    if has_values and any(word in lowered for word in _SETTINGS):
        rows = database.rows(table, long.used)
        _read_settings(rows, long, found)
    elif is_placed and (has_values or long.document):
        if lowered.startswith(_LAST_VALUES):
            return
        rows = database.rows(table, long.used)
        _read_metrics(rows, long, found)
    elif long.step and not has_values:
        rows = database.rows(table, columns)
        text = _as_csv(rows, columns)
        file = NamedFile(f"{table}.csv", text.encode())
        found.inner.append(file)


def _long(columns: list[str]) -> _Long:
    by_name = {column.lower(): column for column in columns}
    return _Long(
        name=_first(by_name, _NAMES),
        value=_first(by_name, _VALUES),
        step=_first(by_name, _STEPS),
        time=_first(by_name, _TIMES),
        run=_first(by_name, _RUNS),
        is_nan=by_name.get(_IS_NAN, ""),
        document=_first(by_name, _DOCUMENTS),
    )


def _first(
    by_name: Mapping[str, str],
    names: tuple[str, ...],
) -> str:
    for name in names:
        if name in by_name:
            return by_name[name]
    return ""


def _read_metrics(
    rows: Iterable[Row],
    long: _Long,
    found: _Found,
) -> None:
    """Take the values over in the order of their time, then of their step."""
    by_time = _order_by(long, long.time)
    by_step = _order_by(long, long.step)

    def order(row: Row) -> tuple[float, float]:
        return by_time(row), by_step(row)

    ordered = sorted(rows, key=order)
    for row in ordered:
        cells = long.cells(row)
        step = _number(cells.get(long.step))
        if step is None:
            step = math.nan
        run = cells.get(long.run, "")
        found.last_run = str(run)
        for name, value in _values(cells, long):
            found.points.add(
                name,
                value,
                step,
                found.last_run,
            )


def _values(
    cells: Mapping[str, object],
    long: _Long,
) -> Iterator[tuple[str, float]]:
    """Yield what a row holds: its value under its name, or the numbers of its JSON object."""
    if long.document:
        yield from _numbers_of(cells.get(long.document))
        return
    value = _number(cells.get(long.value))
    is_nan = cells.get(long.is_nan)
    if is_nan:
        value = math.nan
    if value is not None:
        name = cells.get(long.name)
        yield str(name), value


def _numbers_of(document: object) -> Iterator[tuple[str, float]]:
    if not isinstance(document, str | bytes):
        return
    try:
        value = parse_value(document)
    except ValueError:
        return
    yield from numbers_in("", value)


def _order_by(long: _Long, column: str) -> Callable[[Row], float]:
    """Return what reads a column as a place in the order; a table without it has one place."""
    if not column:
        return lambda row: 0.0
    place = long.used.index(column)
    return lambda row: _order(row[place])


def _order(value: object) -> float:
    number = _number(value)
    if number is None or math.isnan(number):
        return 0.0
    return number


def _number(value: object) -> float | None:
    if isinstance(value, str):
        return number_from_text(value)
    if not isinstance(value, int | float):
        return None
    number = clamped_float(value)
    size = abs(number)
    if size >= _LARGEST:
        return math.copysign(math.inf, number)
    return number


def _read_settings(
    rows: Iterable[Row],
    long: _Long,
    found: _Found,
) -> None:
    for row in rows:
        cells = long.cells(row)
        run = cells.get(long.run, "")
        of_run = found.settings.setdefault(str(run), {})
        name = str(cells.get(long.name))
        value = cells.get(long.value)
        if isinstance(value, str):
            value = setting_of(value)
        of_run[name] = value


def _settings_of_last_run(found: _Found) -> dict[str, object]:
    """Return the settings of the run that the last values belong to, else of the only run."""
    if found.last_run in found.settings:
        return found.settings[found.last_run]
    every = list(found.settings.values())
    if len(every) != 1:
        return {}
    return every[0]


def _as_csv(rows: Iterator[Row], columns: list[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


FORMAT = Format(
    name="database",
    label="a SQLite database",
    sniff=sniff,
    read=read,
)
