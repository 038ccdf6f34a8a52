"""Name what was measured by the bytes of its files, which any checkout of them reproduces."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from content.accuracy import Versions
from content.files import hash_files, read_files

ROOT = Path(__file__).resolve().parent.parent.parent
LETTERS = 12
RESULTS = "peers.json"  # lies beside the data and is none


def versions(root: Path = ROOT) -> Versions:
    """Return the hashes of a checkout.

    Raises OSError where there is no text model.
    """
    code = root / "engine"
    sources = list(code.rglob("*.py"))
    model = root / "fixtures" / "text_model.npz"
    sources.append(model)

    items = root / "benchmarks" / "data"
    fixtures = read_files(root / "fixtures")
    return Versions(
        engine=_hash(sources, root),
        content=_short(fixtures),
        data=_hash(
            _data(items),
            root,
        ),
    )


def _data(folder: Path) -> list[Path]:
    """Return the files of the labeled items."""
    every = folder.rglob("*")
    files = filter(Path.is_file, every)
    return [path for path in files if path.name != RESULTS]


def _hash(paths: Iterable[Path], root: Path) -> str:
    files = {}
    for path in paths:
        name = path.relative_to(root)
        files[name.as_posix()] = path.read_bytes()
    return _short(files)


def _short(files: dict[str, bytes]) -> str:
    digest = hash_files(files)
    return digest[:LETTERS]
