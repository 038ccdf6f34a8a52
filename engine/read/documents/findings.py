"""What was found in a document: curves, numbers of layers and classes, and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.names import normalized
from engine.read.documents.batches import rows_of_batches
from engine.read.documents.points import Points, points_of
from engine.read.documents.reports import tables_of_confusion
from engine.read.documents.spoiled import spoiled_points
from engine.read.documents.spot import Axes, Row, Spot, x_of
from engine.read.errors import ReadError
from engine.read.inputs import Curve, NamedFile, Reading
from engine.read.parts.class_scores import beside
from engine.read.parts.limits import MAX_CURVES
from engine.read.parts.logged_rows import read_logged_rows
from engine.read.parts.metric_values import Axis, curves_of_layers, matrix_of_classes
from engine.read.parts.names import Names
from engine.run import Floats, Series

_EVALUATION = "evaluation"
_STEP = "step"
_BARE = frozenset({"value", "y", "val"})  # names of the only value of a row: the list has its name
_LEAST_POINTS_OF_FOLD = 3
_AXES: tuple[Axis, ...] = ("step", "epoch")


@dataclass(slots=True)
class Findings:
    """`source` is the name of the input; it is the group of the curves, with their path."""

    names: Names | None
    source: str
    curves: list[Curve] = field(default_factory=list)
    layers: dict[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: dict[str, Floats] = field(default_factory=dict)
    config: dict[str, object] = field(default_factory=dict)
    inner: list[NamedFile] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.curves or self.layers or self.classes or self.inner)

    def reading(self) -> Reading:
        return Reading(
            curves=tuple(self.curves[:MAX_CURVES]),
            layers=self.layers,
            classes=self.classes,
            config=self.config,
            inner=tuple(self.inner),
            warnings=tuple(self.warnings),
        )

    def add_curve(
        self,
        name: str,
        points: Points,
        spot: Spot,
        axes: Axes,
    ) -> None:
        x, x_name = x_of(points, axes)
        curve = Curve(
            name,
            x,
            points.y,
            x_name,
            *spot.place,
            group=f"{self.source}#{spot.path}",
        )
        self.curves.append(curve)

    def add_rows(
        self,
        rows: Sequence[Row],
        spot: Spot,
        name: str = "",
    ) -> None:
        """Add logged rows and the batches inside them; `name` is that of their list."""
        batches = rows_of_batches(rows)
        if batches:
            place = spot.place._replace(grain=_STEP)
            self.add_rows(batches, replace(spot, place=place))
        reading = read_logged_rows(rows, self.source, self.names, spot.place)
        for curve in reading.curves:
            is_bare = bool(name) and normalized(curve.name) in _BARE
            named = replace(curve, name=name) if is_bare else curve
            self.curves.append(named)
        self.layers.update(reading.layers)
        self.classes = beside(reading.classes, self.classes)
        self.config.update(reading.config)
        self.warnings.extend(reading.warnings)

    def add_scores(self, row: Row, spot: Spot) -> None:
        """Add the scores of a finished model: curves of one point."""
        named = {spot.name(key): value for key, value in row.items()}
        place = spot.place._replace(grain=_EVALUATION)
        self.add_rows([named | dict(spot.position)], replace(spot, place=place))

    def add_tables(self, tables: Mapping[str, Floats]) -> None:
        """Add the scores of the classes of an evaluation, unless there are those of another."""
        self.classes = beside(self.classes, tables)

    def add_text(self, text: str) -> None:
        name = f"text-{len(self.inner) + 1}.log"
        self.inner.append(NamedFile(name, text.encode("utf-8", "replace")))

    def add_layers(
        self,
        name: str,
        layers: Row,
        axes: Axes,
    ) -> bool:
        """Add one curve for each layer; return False where a layer is no curve."""
        own: dict[Axis, Floats] = {axis: axes[axis] for axis in _AXES if axis in axes}
        try:
            curves = tuple(curves_of_layers(layers, "", own))
        except ReadError:
            return False
        self.layers.setdefault(name, curves)
        return True

    def add_classes(
        self,
        name: str,
        points: Sequence[object],
    ) -> bool:
        """Add a list with one list for each point; return False where they are not alike."""
        try:
            matrix = matrix_of_classes(points, "")
        except ReadError:
            return False
        self.classes.setdefault(name, matrix)
        return True

    def add_confusion(self, matrix: object) -> None:
        self.add_tables(tables_of_confusion(matrix))

    def add_folds(
        self,
        name: str,
        folds: Sequence[object],
        spot: Spot,
        axes: Axes,
    ) -> bool:
        """Add one curve for each list of a list; return False where one is no curve."""
        curves = [points_of(fold) for fold in folds]
        long = [
            fold for fold in curves if fold is not None and fold.length >= _LEAST_POINTS_OF_FOLD
        ]
        if len(long) < len(curves):
            return False
        for number, points in enumerate(long):
            self.add_curve(name, points, spot.in_run(str(number)), axes)
        return True

    def add_spoiled(
        self,
        key: str,
        values: Sequence[object],
        spot: Spot,
        axes: Axes,
    ) -> bool:
        """Add the numbers of a list that holds something else as well, and name the first of it."""
        pointer = f"{self.source}#{spot.pointer_to(key)}"
        spoiled = spoiled_points(values, pointer)
        if spoiled is None:
            return False
        self.warnings.append(spoiled.warning)
        self.add_curve(
            spot.name(key),
            spoiled.points,
            spot,
            axes,
        )
        return True

    def note_mappings(self, count: int, most: int) -> None:
        """Warn of a document of more mappings than are read."""
        if count > most:
            self.warnings.append(
                f"{self.source}: of the mappings behind the first {most:,} none was read (left out)"
            )

    def note_no_objects(self, values: Sequence[object]) -> None:
        """Warn of what stands between the objects of a list."""
        count = sum(not isinstance(value, dict) for value in values)
        if 0 < count < len(values):
            entries = "1 entry is"
            if count > 1:
                entries = f"{count} entries are"
            where = f"in a list of {len(values)}"
            self.warnings.append(f"{self.source}: {entries} no object {where} (left out)")
