"""Rows of an index of labeled files: what is sent in one request, and what stands in it.

The columns are described in tests/engine/read/golden/README.md.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.read import Inputs, NamedFile

INDEX = "index.tsv"
HEALTHY = "healthy"
UNDECIDED = "undecided"
REFUSED = "refused"
NO_SLUGS = frozenset({HEALTHY, UNDECIDED, REFUSED})

_NOTHING = ("", "-")
_ANY_COUNT = "*"
_SETTINGS = re.compile(r"\bconfig((?:[ ,]+[\w.]+=[^\s,;]+)+)")
_SETTING = re.compile(r"([\w.]+)=([^\s,;]+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """A curve that stands in the files: under one of `names`, with one of `counts` points.

    No counts: any number of points is right.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]

    def __str__(self) -> str:
        names = "|".join(self.names)
        counts = "/".join(map(str, self.counts))
        return f"{names}:{counts or _ANY_COUNT}"


@dataclass(frozen=True, slots=True)
class Row:
    """One request.

    parts: its files and folders, relative to the folder of the index.
    settings: canonical key and value, as text.
    label: healthy, undecided or a slug; `acceptable` are further right answers.
    """

    parts: tuple[str, ...]
    format: str
    series: tuple[Expected, ...]
    settings: tuple[tuple[str, str], ...]
    label: str
    acceptable: frozenset[str]

    @property
    def file(self) -> str:
        return "+".join(self.parts)

    @property
    def slugs(self) -> frozenset[str]:
        """Return the failures that are right to name."""
        labels = self.acceptable | {self.label}
        return labels - NO_SLUGS

    @property
    def is_faulty(self) -> bool:
        return self.label not in NO_SLUGS


def read_index(folder: Path) -> list[Row]:
    """Return the rows of a folder's index. Raises OSError, or ValueError that names the row."""
    path = folder / INDEX
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_row(cells) for cells in reader]


def _row(cells: Mapping[str, str]) -> Row:
    """Raises ValueError."""
    try:
        parts = cells["file"].split("+")
        series = _listed(cells["series"])
        settings = settings_of(cells["note"])
        acceptable = _listed(cells["acceptable"])
        return Row(
            parts=tuple(parts),
            format=cells["format"],
            series=tuple(map(_expected, series)),
            settings=tuple(settings),
            label=cells["label"],
            acceptable=frozenset(acceptable),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"row {cells.get('file')}: {error}") from error


def _listed(cell: str) -> list[str]:
    if cell in _NOTHING:
        return []
    return cell.split(",")


def _expected(text: str) -> Expected:
    """Parse `name:count`. Raises ValueError for a count that is no number."""
    names, _, counts = text.rpartition(":")
    if not names:
        raise ValueError(f"{text!r} is not name:count")
    numbers: list[int] = []
    if counts != _ANY_COUNT:
        numbers = [int(count) for count in counts.split("/")]
    return Expected(tuple(names.split("|")), tuple(numbers))


def settings_of(note: str) -> Iterator[tuple[str, str]]:
    """Yield key and value of each `key=value` that follows the word config in a note."""
    for settings in _SETTINGS.findall(note):
        yield from _SETTING.findall(settings)


def inputs_of(
    row: Row,
    folder: Path,
) -> Inputs:
    """Read the files of a row as a person sends them. Raises OSError.

    A folder is sent whole, its files under their paths in it; a single file has its own name, and
    several files have their paths in the folder that they share.
    """
    paths = [folder / part for part in row.parts]
    bases = []
    for path in paths:
        base = path if path.is_dir() else path.parent
        bases.append(base)
    shared = Path(os.path.commonpath(bases))
    files = []
    for path in paths:
        for file in _files(path):
            below = file.relative_to(shared)
            content = file.read_bytes()
            named = NamedFile(below.as_posix(), content)
            files.append(named)
    return Inputs(files=tuple(files))


def _files(path: Path) -> list[Path]:
    """Return the file itself, or every file below a folder, hidden ones too."""
    if not path.is_dir():
        return [path]
    below = sorted(path.rglob("*"))
    return [file for file in below if file.is_file()]
