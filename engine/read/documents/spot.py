"""Where in a document one stands, and what the objects there say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.names import MAX_NAME, normalized
from engine.read.documents.fields import (
    is_config_key,
    is_wrapper,
    place_of,
    role,
    split_of_key,
)
from engine.read.documents.points import Points, axis_of, points_of
from engine.read.errors import escape
from engine.read.parts.axes import Place
from engine.run import Floats

Row = Mapping[str, object]
Axes = Mapping[str, Floats]  # step and epoch that stand beside the curves

_NAMING_KEYS = ("name", "metric", "tag", "key", "title", "label", "metric_name")
_NOWHERE = Place()
_VALUES_A_MAPPING = 10
_LEAST_RUNS = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """path: as part of a name. place: what the path says. depth: levels below the top.

    position: the step or epoch of all scores below. pointer: JSON pointer of the place.
    """

    path: str = ""
    place: Place = _NOWHERE
    depth: int = 0
    position: tuple[tuple[str, object], ...] = ()
    pointer: str = ""

    def below(self, key: str) -> Spot:
        """Return the spot below a key; a key that only says how things are stored is no name."""
        path = self.path if is_wrapper(key) else self.name(key)
        # Not by `replace`, which takes several times as long: a document has many keys.
        return Spot(
            path[-MAX_NAME:],
            self.place,
            self.depth + 1,
            self.position,
            self.pointer_to(key),
        )

    def pointer_to(self, key: str) -> str:
        """Return the JSON pointer of a value of the mapping that stands here."""
        return f"{self.pointer}/{escape(key)}"

    def name(self, key: str) -> str:
        return f"{self.path}/{key}" if self.path else key

    def in_run(
        self,
        run: str,
        key: str = "",
    ) -> Spot:
        """Return the spot of a run, which stands under `key` where that is not its name."""
        place = self.place._replace(run=run[:MAX_NAME])
        return replace(
            self,
            place=place,
            depth=self.depth + 1,
            pointer=self.pointer_to(key or run),
        )

    def with_split_of(self, key: str) -> Spot:
        """Return the spot with the split that the key or the path names."""
        split = self.place.split or split_of_key(key) or split_of_key(self.path)
        return replace(
            self,
            place=self.place._replace(split=split),
        )

    def with_split_said_in(
        self,
        mapping: Row,
    ) -> Spot:
        """Return the spot with the split that a text of the object names."""
        for key, text in _texts(mapping):
            split = place_of(key, text).split
            if split:
                return replace(
                    self,
                    place=self.place._replace(split=split),
                )
        return self


def _texts(mapping: Row) -> Iterator[tuple[str, str]]:
    """Yield the texts of an object, and of the objects directly in it (Aim: context.subset)."""
    for key, value in mapping.items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            yield from ((own, text) for own, text in value.items() if isinstance(text, str))


def naming(mapping: Row) -> str:
    """Return the text by which an object names the curve or the run in it."""
    for key in _NAMING_KEYS:
        value = mapping.get(key)
        if isinstance(value, str) and value:
            return value[:MAX_NAME]
    return ""


def runs_in(mapping: Row) -> frozenset[str]:
    """Return the keys of runs: objects beside each other with the same curves, none of a split."""
    blocks = {key: value for key, value in mapping.items() if isinstance(value, dict)}
    if len(blocks) < _LEAST_RUNS or not _hold_same_curves(blocks.values()):
        return frozenset()
    if any(map(split_of_key, blocks)) or any(map(is_config_key, blocks)):
        return frozenset()
    return frozenset(blocks)


def _hold_same_curves(blocks: Iterable[Row]) -> bool:
    """Return whether each object holds lists under the same keys, and more than one."""
    same: set[str] | None = None
    for block in blocks:
        keys = {key for key, value in block.items() if isinstance(value, list)}
        if len(keys) <= 1 or keys != (same or keys):
            return False
        same = keys
    return same is not None


def axes_in(mapping: Row) -> dict[str, Floats]:
    """Return the first list of steps and the first of epochs."""
    axes: dict[str, Floats] = {}
    for key, value in mapping.items():
        if not isinstance(
            value,
            list | dict,
        ):
            continue
        kind = role(key)
        if kind not in {"step", "epoch"} or kind in axes:
            continue
        axis = axis_of(_listed(value))
        if axis is not None:
            axes[kind] = axis
    return axes


def _listed(value: object) -> object:
    """Return the numbers of a mapping that counts as a list."""
    points = points_of(value) if isinstance(value, dict) else None
    return value if points is None else points.y.tolist()


def x_of(
    points: Points,
    axes: Axes,
) -> tuple[Floats, str]:
    """Return the x of a list and its name: its own, an axis of its length, or its positions."""
    if points.x is not None:
        return points.x, points.x_name
    for x_name in ("step", "epoch"):
        axis = axes.get(x_name)
        if axis is not None and len(axis) == points.length:
            return axis[points.positions.astype(np.intp)], x_name
    return points.positions, "index"


def speaks_of_layers(
    key: str,
    value: Row,
) -> bool:
    """Return whether a mapping has one list for each layer."""
    if "layer" not in normalized(key) or not value:
        return False
    return all(each is None or isinstance(each, list) for each in value.values())


def further_mappings(mapping: Row) -> int:
    """Return for how many further mappings one of many values counts."""
    return len(mapping) // _VALUES_A_MAPPING
