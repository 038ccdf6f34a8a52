"""Which part of the code a file belongs to."""

import pytest

from scripts.structure.checkout import Source
from scripts.structure.parts import part_figures, part_of


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("diagnostics_api/engine/a.py", "diagnostics_api/engine"),
        ("diagnostics_api/engine_room.py", "diagnostics_api"),
        ("manage.py", "manage.py"),
    ],
)
def test_parts_are_top_folders_and_the_engine(path, part):
    assert part_of(path) == part


def test_parts_are_in_order():
    sources = [Source.parsed(path, "x = 1\n") for path in ("b/a.py", "a/b.py", "b/c.py")]

    figures = part_figures(sources)

    assert [(figure.label, figure.values["files"]) for figure in figures] == [("a", 1), ("b", 2)]
