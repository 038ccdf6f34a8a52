"""Files of NumPy: one array (.npy) or several under their names (.npz)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from engine.read.errors import ReadError
from engine.read.inputs import Curve, NamedFile, Reading
from engine.read.parts.names import AXIS_NAMES
from engine.read.source import Format, Source
from engine.read.stores.arrays import START, Numbers, array_of, columns_of
from engine.read.stores.members import ZIP_START, listed, members_of_zip, opened_zip

_SUFFIX = ".npy"
_MOST_COLUMNS = 100  # of a table that is averaged over its columns, such as episodes
_STEP_WORDS = ("step", "epoch", "iter", "timestep", "update", "round")
_GROUP = "arrays"
_EVALUATION = "evaluation"


def sniff(source: Source) -> bool:
    """Recognize an array, and a zip of nothing but arrays."""
    content = source.content
    if content.startswith(START):
        return True
    if not content.startswith(ZIP_START):
        return False
    try:
        with opened_zip(source.name, content) as archive:
            names = archive.namelist()
    except ReadError:
        return False
    return bool(names) and all(name.endswith(_SUFFIX) for name in names)


def read(source: Source) -> Reading:
    """Read one curve an array, on the array that counts steps where there is one.

    Raises ReadError for broken files, and for arrays that are weights or data.
    """
    warnings: list[str] = []
    columns: dict[str, Numbers] = {}
    for file in _files(source, warnings):
        try:
            array = array_of(file.content)
        except (ValueError, OverflowError):
            _warn(warnings, source, f"{file.name} is broken (left out)")
            continue
        if array is None:
            _warn(warnings, source, f"{file.name} holds a pickle, which is never loaded")
            continue
        columns.update(columns_of(file.name, array))
    curves, others = _curves(columns)
    if not curves:
        reasons = "; ".join(warnings)
        reason = reasons.removeprefix(f"{source.name}: ")
        detail = reason or f"holds no curve: {listed(others)}"
        raise ReadError((source.name, detail))
    if others:
        names = listed(others)
        _warn(warnings, source, f"no curves (left out): {names}")
    return Reading(
        curves=tuple(curves),
        warnings=tuple(warnings),
    )


def _warn(
    warnings: list[str],
    source: Source,
    detail: str,
) -> None:
    warnings.append(f"{source.name}: {detail}")


def _files(source: Source, warnings: list[str]) -> Iterator[NamedFile]:
    content = source.content
    if content.startswith(START):
        yield NamedFile(PurePosixPath(source.name).stem, content)
        return
    with opened_zip(source.name, content) as archive:
        members = members_of_zip(source.name, archive, len(content))
    warnings.extend(members.all_warnings())
    for file in members.kept:
        name = file.name.removesuffix(_SUFFIX)
        yield NamedFile(name, file.content)


def _curves(
    columns: dict[str, Numbers],
) -> tuple[list[Curve], list[str]]:
    """Return the curves, and the names of arrays that are none.

    Arrays of three and more axes are weights or data, and then nothing beside them is a curve.
    """
    if any(column.ndim > 2 for column in columns.values()):
        return [], list(columns)
    axes = [name for name, column in columns.items() if _is_axis(name, column)]
    axis_name = axes[0] if axes else ""
    axis = columns.get(axis_name)
    curves: list[Curve] = []
    others: list[str] = []
    for name, column in columns.items():
        if name == axis_name:
            continue
        curve = _curve(name, column, axis, axis_name)
        if curve is None:
            others.append(name)
        else:
            curves.append(curve)
    return curves, others


def _is_axis(name: str, column: Numbers) -> bool:
    """Return whether an array counts the steps: its name says so and it rises."""
    if column.ndim != 1 or len(column) < 2:
        return False
    last_part = name.rpartition("/")[2]
    word = last_part.lower()
    word = word.rstrip("s")
    if word not in AXIS_NAMES and not word.endswith(_STEP_WORDS):
        return False
    changes = np.diff(column)
    return bool((changes > 0).all())


def _is_narrow(column: Numbers) -> bool:
    if column.ndim != 2:
        return False
    width: int = column.shape[1]
    return 0 < width <= _MOST_COLUMNS


def _curve(
    name: str,
    column: Numbers,
    axis: Numbers | None,
    axis_name: str,
) -> Curve | None:
    """Return a list as it is, and the means of a table whose rows are the steps of the axis."""
    is_on_axis = axis is not None and column.shape[:1] == axis.shape
    grain = ""
    if is_on_axis and _is_narrow(column):
        column = column.mean(axis=1)
        grain = _EVALUATION
    if column.ndim == 0:
        column = column.reshape(1)
    if column.ndim != 1 or not len(column):
        return None
    x = np.arange(len(column), dtype=np.float64)
    curve = Curve(
        name=name,
        x=x,
        y=column,
        grain=grain,
        group=_GROUP,
    )
    if axis is None or not is_on_axis:
        return curve
    x_name = "epoch" if "epoch" in axis_name.lower() else "step"
    return replace(
        curve,
        x=axis,
        x_name=x_name,
    )


FORMAT = Format(
    name="numpy",
    label="arrays of NumPy",
    sniff=sniff,
    read=read,
)
