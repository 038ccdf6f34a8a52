"""A document of any shape: its curves wherever they stand, the rest as configuration."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.names import normalized
from engine.read.documents import reports
from engine.read.documents.described import holds_curves, plain_settings
from engine.read.documents.fields import (
    is_config_key,
    is_metric,
    is_rate,
    is_timer,
    role,
    says_position,
    speaks_of_classes,
)
from engine.read.documents.findings import Findings
from engine.read.documents.messages import messages_in
from engine.read.documents.points import Points, axis_pair, points_of
from engine.read.documents.rows import are_rows, rows_of_counted, rows_of_sets, rows_of_table
from engine.read.documents.scores import final_scores
from engine.read.documents.spot import (
    Axes,
    Row,
    Spot,
    axes_in,
    further_mappings,
    naming,
    runs_in,
    speaks_of_layers,
)
from engine.read.parts.names import Names

Settings = dict[str, object]

MAX_MAPPINGS = 3000  # beyond these a document is data, such as a vocabulary
_DEPTH = 16
_NOT_INPUT = frozenset({"labels", "check", "id"})  # of a recorded case: what is known of it
_TEXT_LINES = 3  # a text of more lines is a log inside the document
_LEAST_POINTS = 3  # of a list that only its length makes a curve
_UNNAMED = "value"


def read_document(
    document: object,
    names: Names | None,
    source: str,
    title: str = "",
) -> Findings:
    """Find the curves of a document that was parsed; `title` names one that has no name in it.

    A list of numbers is a curve under the name of a metric, or beside a curve or an axis of its
    length; a list of rates or of unknown numbers alone is a setting.
    """
    findings = Findings(names, source)
    walk = _Walk(findings, title)
    if isinstance(document, dict):
        findings.config |= walk.mapping(document, Spot(), {})
    elif isinstance(document, list):
        walk.top_list(document)
    findings.note_mappings(walk.walked, MAX_MAPPINGS)
    return findings


@dataclass(slots=True)
class _Walk:
    """One walk through a document."""

    found: Findings
    title: str
    walked: int = 0

    def top_list(self, values: list[object]) -> None:
        """Read a document that is one list: rows, points, texts, or runs."""
        objects = [value for value in values if isinstance(value, dict)]
        if are_rows(objects, "", self.found.names):
            self.found.note_no_objects(values)
            self.found.add_rows(objects, Spot())
            return
        points = points_of(values)
        if points is not None:
            self.found.add_curve(self.title or _UNNAMED, points, Spot(), {})
            return
        messages = messages_in(values)
        if messages is not None:
            self.found.add_text(messages)
            return
        self.found.note_no_objects(values)
        for number, value in enumerate(objects):
            self.found.config |= self.element(value, Spot(), number, {})

    def mapping(self, mapping: Row, spot: Spot, axes: Axes) -> Settings:
        """Take the curves out of a mapping and return the rest, which is configuration."""
        self.walked += 1
        if spot.depth >= _DEPTH or self.walked > MAX_MAPPINGS:
            return dict(mapping)
        rows = rows_of_table(mapping) or rows_of_sets(mapping) or self.counted_rows(mapping, spot)
        if rows is not None:
            self.found.add_rows(rows, spot)
            return {}
        tables = reports.tables_of_report(mapping)
        if tables:
            self.found.add_tables(tables)
            self.found.add_scores(reports.overall_scores(mapping), spot)
            return {}
        points = axis_pair(mapping)
        if points is not None and (spot.path or naming(mapping)):
            self.named_curve(mapping, points, spot)
            return {}
        self.walked += further_mappings(mapping)
        if self.walked > MAX_MAPPINGS:
            return dict(mapping)
        return self.values(mapping, spot, axes)

    def counted_rows(
        self,
        mapping: Row,
        spot: Spot,
    ) -> list[Row] | None:
        rows = rows_of_counted(mapping)
        if rows is None or not are_rows(
            rows[:2],
            spot.path,
            self.found.names,
        ):
            return None
        return rows

    def values(
        self,
        mapping: Row,
        spot: Spot,
        axes: Axes,
    ) -> Settings:
        """Read each value of a mapping by its kind."""
        axes = {**axes, **axes_in(mapping)}
        before = len(self.found.curves)
        lists = self.curve_lists(mapping, spot, axes)
        scores = final_scores(mapping, spot.path, self.found.names, bool(lists))
        if scores.row:
            self.found.add_scores(scores.row, spot)
        elif scores.position:
            spot = replace(spot, position=tuple(scores.position.items()))
        runs = runs_in(mapping)
        rest: Settings = {}
        for key, value in mapping.items():
            if key in lists:
                self.found.add_curve(
                    spot.name(key),
                    lists[key],
                    spot,
                    axes,
                )
            elif key in scores.taken or (spot.depth == 0 and key in _NOT_INPUT):
                continue
            elif isinstance(value, dict):
                rest |= self.inner_mapping(key, value, spot, axes, key in runs)
            elif isinstance(value, list):
                rest |= self.inner_list(key, value, spot, axes)
            elif isinstance(value, str) and value.count("\n") >= _TEXT_LINES:
                self.found.add_text(value)
            else:
                rest[key] = value
        if len(self.found.curves) > before:
            # What counts beside curves is their x and no setting.
            return {key: value for key, value in rest.items() if not says_position(key)}
        return rest

    def inner_mapping(
        self,
        key: str,
        value: Settings,
        spot: Spot,
        axes: Axes,
        is_run: bool,
    ) -> Settings:
        """Read a mapping inside another; the settings of a block `config` are the document's."""
        if is_config_key(key) and not holds_curves(value, self.found.names):
            return plain_settings(value)
        if is_timer(key) or (
            speaks_of_layers(key, value)
            and self.found.add_layers(
                spot.name(key),
                value,
                axes,
            )
        ):
            return {}
        if self.walked < MAX_MAPPINGS:  # what is data needs no place
            spot = spot.in_run(key) if is_run else spot.below(key)
        left = self.mapping(value, spot, axes)
        if all(role(own) == "none" for own in left):
            return {}
        return plain_settings({key: left})

    def inner_list(
        self,
        key: str,
        value: list[object],
        spot: Spot,
        axes: Axes,
    ) -> Settings:
        """Read a list inside a mapping: rows, texts, a matrix, runs, or a setting."""
        if are_rows(value, key, self.found.names):
            rows = [row for row in value if isinstance(row, dict)]
            self.found.add_rows(rows, spot.with_split_of(key), spot.name(key))
            return {}
        messages = messages_in(value)
        if messages is not None:
            self.found.add_text(messages)
            return {}
        if normalized(key).endswith("confusion_matrix"):
            self.found.add_confusion(value)
            return {}
        if self.matrix(key, value, spot, axes):
            return {}
        below = spot.below(key)
        left = [
            self.element(each, below, number, axes) if isinstance(each, dict) else each
            for number, each in enumerate(value)
        ]
        kept = [each for each in left if each != {}]
        return plain_settings({key: kept}) if kept else {}

    def matrix(
        self,
        key: str,
        value: list[object],
        spot: Spot,
        axes: Axes,
    ) -> bool:
        """Take over numbers of classes, a metric of several folds, or one with words in it."""
        if speaks_of_classes(key):
            points = value if any(isinstance(each, list) for each in value) else [value]
            return self.found.add_classes(spot.name(key), points)
        if not self.is_curve_name(key, spot):
            return False
        kinds = set(map(type, value))
        if list in kinds and kinds <= {list, type(None)}:
            name = spot.name(key)
            return self.found.add_folds(name, value, spot, axes)
        return self.found.add_spoiled(key, value, spot, axes)

    def element(
        self,
        value: Row,
        spot: Spot,
        number: int,
        axes: Axes,
    ) -> Settings:
        """Read one object of a list: a curve with its name, or a run with its curves."""
        points = axis_pair(value)
        if points is not None and naming(value):
            self.named_curve(value, points, spot)
            return {}
        place = str(number)
        run = naming(value) or place
        below = spot.in_run(run, place)
        return self.mapping(value, below, axes)

    def named_curve(
        self,
        mapping: Row,
        points: Points,
        spot: Spot,
    ) -> None:
        name = naming(mapping) or spot.path
        self.found.add_curve(name, points, spot.with_split_said_in(mapping), {})

    def curve_lists(
        self,
        mapping: Row,
        spot: Spot,
        axes: Axes,
    ) -> dict[str, Points]:
        """Return the values of a mapping that are curves; see `read_document`."""
        found: dict[str, Points] = {}
        for key, value in mapping.items():
            points = points_of(value)
            if points is not None and role(key) == "value" and not speaks_of_classes(key):
                found[key] = points
        known = {key for key in found if self.is_curve_name(key, spot)}
        lengths = {found[key].length for key in known} | set(map(len, axes.values()))
        return {
            key: points
            for key, points in found.items()
            if key in known or (points.length >= _LEAST_POINTS and points.length in lengths)
        }

    def is_curve_name(
        self,
        key: str,
        spot: Spot,
    ) -> bool:
        if is_rate(key):
            return False
        names = self.found.names
        return is_metric(key, names) or is_metric(spot.name(key), names)
