"""Settings that are stored with their description, as trackers store them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.read.documents.fields import is_metric, is_rate
from engine.read.documents.points import points_of
from engine.read.parts.names import Names

_DEPTH = 12
_LEAST_POINTS = 3  # of a curve among settings
_NAMES = ("name", "key")
_VALUE = "value"


def plain_settings(
    settings: Mapping[str, object],
    depth: int = _DEPTH,
) -> dict[str, object]:
    """Return the settings with the value in place of {"name": ..., "value": ..., "type": ...}."""
    return {key: _plain(value, depth) for key, value in settings.items()}


def _plain(
    value: object,
    depth: int,
) -> object:
    if isinstance(value, dict):
        if _VALUE in value and any(name in value for name in _NAMES):
            return value[_VALUE]
        return (
            plain_settings(
                value,
                depth - 1,
            )
            if depth
            else value
        )
    if isinstance(value, list):
        return _of_list(value)
    return value


def _of_list(values: list[object]) -> object:
    """Return the settings of [{"key": "lr", "value": "0.1"}, ...]; any other list as it is."""
    settings: dict[str, object] = {}
    for value in values:
        if not isinstance(value, dict) or _VALUE not in value:
            return values
        name = next(
            (value[name] for name in _NAMES if name in value),
            None,
        )
        if not isinstance(name, str):
            return values
        settings[name] = value[_VALUE]
    return settings or values


def holds_curves(
    settings: Mapping[str, object],
    names: Names | None,
) -> bool:
    """Return whether a block of settings holds curves: `params` is a name like any other."""
    for key, value in settings.items():
        if not isinstance(value, list) or len(value) <= _LEAST_POINTS:
            continue
        is_curve_name = is_metric(key, names) and not is_rate(key)
        if is_curve_name and points_of(value) is not None:
            return True
    return False
