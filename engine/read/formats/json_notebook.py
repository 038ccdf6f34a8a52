"""Jupyter notebook: what its cells printed, the tables they showed, and their code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.read.documents.opened import opened
from engine.read.inputs import NamedFile, Reading
from engine.read.source import Format, Source

_MAX_TABLES = 100
_TABLE = "<table"
_CODE = "cells.py"
_PRINTED = "outputs.log"


@dataclass(slots=True)
class _Outputs:
    """Texts in the order of the cells, and tables apart."""

    texts: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)

    def add(
        self,
        output: Mapping[str, object],
    ) -> None:
        """Take over one output; a table that is also given as text is read as a table."""
        self._add_text(output.get("text"))
        data = output.get("data")
        if isinstance(data, dict):
            self._add_data(data)
        self._add_text(output.get("traceback"), "\n")

    def _add_data(
        self,
        data: Mapping[str, object],
    ) -> None:
        table = _joined(data.get("text/html"))
        if _TABLE in table and len(self.tables) < _MAX_TABLES:
            self.tables.append(table)
        else:
            self._add_text(data.get("text/plain"))

    def _add_text(
        self,
        lines: object,
        separator: str = "",
    ) -> None:
        text = _joined(lines, separator)
        if text:
            end = "" if text.endswith("\n") else "\n"
            self.texts.append(f"{text}{end}")


def _joined(lines: object, separator: str = "") -> str:
    """Return a text that is stored as a list of its lines, or whole."""
    if isinstance(lines, str):
        return lines
    if not isinstance(lines, list):
        return ""
    return separator.join(line for line in lines if isinstance(line, str))


def sniff(source: Source) -> bool:
    return _cells(source) is not None


def _cells(source: Source) -> list[Mapping[str, object]] | None:
    """Return the cells; a notebook of version 3 has them on sheets."""
    document = opened(source).document
    if not isinstance(document, dict) or "nbformat" not in document:
        return None
    cells = document.get("cells")
    if not isinstance(cells, list):
        sheets = document.get("worksheets")
        sheets = sheets if isinstance(sheets, list) else []
        cells = [cell for sheet in sheets for cell in _listed(sheet, "cells")]
    return [cell for cell in cells if isinstance(cell, dict)]


def _listed(mapping: object, key: str) -> list[object]:
    value = mapping.get(key) if isinstance(mapping, dict) else None
    return value if isinstance(value, list) else []


def read(source: Source) -> Reading:
    """Return the texts inside, which are read next."""
    outputs = _Outputs()
    code: list[str] = []
    for cell in _cells(source) or []:
        if cell.get("cell_type") != "code":
            continue
        code.append(
            _joined(
                cell.get(
                    "source",
                    cell.get("input"),
                )
            )
        )
        for output in _listed(cell, "outputs"):
            if isinstance(output, dict):
                outputs.add(output)
    return Reading(inner=tuple(_files(outputs, code)))


def _files(
    outputs: _Outputs,
    code: Iterable[str],
) -> Iterable[NamedFile]:
    yield from _file(
        _PRINTED,
        "".join(outputs.texts),
    )
    for number, table in enumerate(outputs.tables, start=1):
        yield from _file(f"table-{number}.html", table)
    yield from _file(_CODE, "\n\n".join(code))


def _file(
    name: str,
    text: str,
) -> Iterable[NamedFile]:
    if text.strip():
        yield NamedFile(
            name,
            text.encode("utf-8", "replace"),
        )


FORMAT = Format(
    name="notebook",
    label="a Jupyter notebook",
    sniff=sniff,
    read=read,
)
