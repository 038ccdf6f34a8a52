"""What lies in a folder: its size, and when each file was changed."""

from __future__ import annotations

from pathlib import Path


def size_of(folder: Path) -> float:
    """Return the megabytes of the files below the folder."""
    total = 0
    for path in folder.rglob("*"):
        if not path.is_dir():
            total += path.lstat().st_size
    return total / 1e6


def listing(folder: Path) -> dict[str, int]:
    changed = {}
    for path in folder.rglob("*"):
        name = str(path)
        changed[name] = path.lstat().st_mtime_ns
    return changed
