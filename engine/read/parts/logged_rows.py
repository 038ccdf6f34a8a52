"""Objects with the values of one logging point each, as JSON lines and trainer states have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.read.inputs import Reading
from engine.read.parts.axes import Place
from engine.read.parts.names import Names
from engine.read.parts.row_table import RowTable

_NOWHERE = Place()


def read_logged_rows(
    logged: Iterable[Mapping[str, object]],
    source: str,
    names: Names | None = None,
    place: Place = _NOWHERE,
) -> Reading:
    """Read one curve for each field of the rows, and the lists and the settings inside them.

    Nested keys are joined by a slash. Fields of split and run part the curves.
    `source` is the name of the input, for warnings; it is the group of the curves. `place` is that
    of rows that do not say their own.
    """
    table = RowTable(
        names,
        place.split,
        place.grain,
        place.run,
    )
    for row in logged:
        table.add(row)
    table.finish()
    return table.reading(source)
