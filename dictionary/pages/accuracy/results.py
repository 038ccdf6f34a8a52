"""The results of the engine by set and measure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content.accuracy import Accuracy, ItemSet, Measure

ByName = dict[str, dict[str, Measure]]  # name of a measure -> set -> its value


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with its value for each of some sets; None where it does not apply."""

    name: str
    cells: list[Measure | None]


@dataclass(frozen=True, slots=True)
class TitledMeasure:
    """A measure of a single set, with the title of that set."""

    title: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Results:
    """sets: those of the columns. rows: measures of several sets. alone: those of a single one."""

    sets: list[ItemSet]
    rows: list[MeasureRow]
    alone: list[TitledMeasure]


def results_of(accuracy: Accuracy) -> Results:
    shared = _shared(accuracy.measures)
    columns: set[str] = set()
    for values in shared.values():
        columns.update(values)

    known = accuracy.sets
    sets = [each for each in known if each.name in columns]
    return Results(
        sets,
        rows=_rows(
            shared,
            sets,
        ),
        alone=_alone(
            accuracy,
            shared,
        ),
    )


def _shared(measures: Iterable[Measure]) -> ByName:
    """Return the measures of more than one set."""
    by_name: ByName = {}
    for measure in measures:
        of_name = by_name.setdefault(measure.name, {})
        of_name[measure.set] = measure
    items = by_name.items()
    return {name: values for name, values in items if len(values) > 1}


def _rows(shared: ByName, sets: Iterable[ItemSet]) -> list[MeasureRow]:
    rows = []
    for name, values in shared.items():
        cells = [values.get(each.name) for each in sets]
        row = MeasureRow(
            name,
            cells,
        )
        rows.append(row)
    return rows


def _alone(
    accuracy: Accuracy,
    shared: ByName,
) -> list[TitledMeasure]:
    titles = {each.name: each.title for each in accuracy.sets}
    found = []
    for measure in accuracy.measures:
        if measure.name in shared:
            continue
        titled = TitledMeasure(
            titles[measure.set],
            measure,
        )
        found.append(titled)
    return found
