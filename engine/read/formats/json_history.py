"""JSON document with curves at its top, as `History.history` of Keras is saved."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.parts.json_record import read_with_config
from engine.read.parts.metric_values import is_axis_pair
from engine.read.source import Format, Source

_LEAST_POINTS = 3  # a shorter list is a setting, such as layer sizes
_CHECKED_POINTS = 50


def sniff(source: Source) -> bool:
    document = source.document
    return isinstance(document, dict) and any(map(_is_curve, document.values()))


def read(source: Source) -> Reading:
    """Read the curves, and everything else as configuration.

    Raises ReadError with a JSON pointer for each value that is no number.
    """
    document = source.document
    if not isinstance(document, dict):
        return Reading()
    curves = {key: value for key, value in document.items() if _is_curve(value)}
    return read_with_config(
        document,
        curves,
        frozenset(curves),
        f"{source.name}#",
    )


def _is_curve(value: object) -> bool:
    """Return whether the value is a long enough list of points, or an object with x and y."""
    if isinstance(value, dict):
        return is_axis_pair(value) and isinstance(value["y"], list)
    if not isinstance(value, list) or len(value) < _LEAST_POINTS:
        return False
    return all(map(_may_be_point, value[:_CHECKED_POINTS]))


def _may_be_point(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return value is None or isinstance(value, int | float | str)


FORMAT = Format(
    name="json-history",
    label="a JSON history",
    sniff=sniff,
    read=read,
)
