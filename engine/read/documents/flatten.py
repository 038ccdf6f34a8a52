"""One logged row of any nesting, flat: its numbers under their paths, and what its texts say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.names import MAX_NAME, normalized
from engine.read.documents.fields import (
    is_config_key,
    is_timer,
    is_wrapper,
    place_of,
    role,
)
from engine.read.parts.numbers import number_from_text

_DEPTH = 8
_NUMBER_LIMIT = 60
_LONGEST_WORD = 80  # a longer text is a message, not the name of a split, metric or run
_LONGEST_SPLIT = 30
_MOST_BLANKS = 5
_OPENS_NUMBER = frozenset("0123456789+-.nNiI1# \t")
_NAME_KEYS = frozenset(
    {
        "name", "metric", "metric_name", "metricname", "key", "tag", "variable", "scalar",
        "series", "title", "variant", "measure", "param", "paramname", "param_name", "parameter",
    }
)  # fmt: skip
_VALUE_KEYS = frozenset(
    {
        "value", "metricvalue", "metric_value", "scalar_value", "simple_value", "y", "paramvalue",
        "param_value",
    }
)  # fmt: skip
_PARAMETER_KEYS = frozenset({"param", "paramname", "param_name", "parameter"})


@dataclass(slots=True)
class FlatRow:
    """numbers: path -> number; texts: path -> short text; lists: path -> list."""

    numbers: dict[str, float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[object]] = field(default_factory=dict)
    config: dict[str, object] = field(default_factory=dict)
    split: str = ""
    grain: str = ""


def flat_row(row: Mapping[str, object]) -> FlatRow:
    """Return the row without nesting; a long table's row gets its name from its text field."""
    flat = FlatRow()
    _flatten(row, "", _DEPTH, flat)
    if flat.texts and not _pivot(flat):
        _take_places(flat)
    return flat


def _flatten(
    row: Mapping[str, object],
    prefix: str,
    depth: int,
    flat: FlatRow,
) -> None:
    for key, value in row.items():
        if isinstance(value, bool):
            continue
        if isinstance(value, float | int):
            flat.numbers[prefix + key] = value
        elif isinstance(value, str):
            _add_text(
                prefix + key,
                value,
                flat,
            )
        elif isinstance(value, list):
            if value:
                flat.lists[prefix + key] = value
        elif isinstance(value, dict):
            _add_mapping(
                prefix,
                key,
                value,
                depth,
                flat,
            )


def _add_mapping(
    prefix: str,
    key: str,
    value: dict[str, object],
    depth: int,
    flat: FlatRow,
) -> None:
    if is_config_key(key):
        flat.config.update(value)
    elif depth and not is_timer(key):
        # Each value below carries the path in its name, of which no more is looked at.
        group = prefix if is_wrapper(key) else f"{prefix}{key}"[:MAX_NAME] + "/"
        _flatten(
            value,
            group,
            depth - 1,
            flat,
        )


def _add_text(
    path: str,
    text: str,
    flat: FlatRow,
) -> None:
    if text[:1] in _OPENS_NUMBER:
        number = number_from_text(text[:_NUMBER_LIMIT])
        if number is not None:
            flat.numbers[path] = number
            return
    if 0 < len(text) <= _LONGEST_WORD and text.count(" ") <= _MOST_BLANKS:
        flat.texts[path] = text


def _pivot(flat: FlatRow) -> bool:
    """Put the value of a row such as {"name": "loss", "value": 0.5} under its name."""
    value_key = _first(flat.numbers, _VALUE_KEYS) or _first(flat.texts, _VALUE_KEYS)
    if not value_key:
        return False
    name_keys = [key for key in flat.texts if _own(key) in _NAME_KEYS and key != value_key]
    if not name_keys:
        return False
    name = "/".join(flat.texts[key] for key in name_keys)
    value = flat.numbers.pop(value_key, None)
    is_parameter = any(_own(key) in _PARAMETER_KEYS for key in name_keys)
    if value is None or is_parameter:
        flat.config[name] = flat.texts.get(value_key, value)
        flat.numbers.clear()
        return True
    axes = {key: number for key, number in flat.numbers.items() if role(key) != "value"}
    flat.numbers = {name: value, **axes}
    other = {key: text for key, text in flat.texts.items() if key not in name_keys}
    flat.texts = other
    _take_places(flat)
    return True


def _first(
    values: Mapping[str, object],
    keys: frozenset[str],
) -> str:
    return next(
        (key for key in values if _own(key) in keys),
        "",
    )


def _own(path: str) -> str:
    return normalized(path.rpartition("/")[2])


def _take_places(flat: FlatRow) -> None:
    for key, text in flat.texts.items():
        if len(text) > _LONGEST_SPLIT:
            continue
        place = place_of(key, text)
        flat.split = flat.split or place.split
        flat.grain = flat.grain or place.grain
