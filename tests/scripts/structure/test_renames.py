"""New paths of files below renamed folders."""

import pytest

from scripts.structure import renames


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("api/engine/a.py", "engine/a.py"),
        ("api/engine/deep/a.py", "engine/deep/a.py"),
        ("api/engine/b.py", "c.py"),
        ("api/engines.py", "api/engines.py"),
    ],
)
def test_renamed_folders_take_their_files_along(path, new):
    told = {"api/engine": "engine", "api/engine/b.py": "c.py"}

    assert renames.new_path(path, told) == new
