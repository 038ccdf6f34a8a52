"""Read the content files from disk and hash them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

PATTERNS = (
    "chapters.yaml",
    "signals.yaml",
    "retired.yaml",
    "checks.yaml",
    "quizzes.yaml",
    "sources.yaml",
    "planned.yaml",
    "glossary.yaml",
    "views.yaml",
    "symptoms/*.yaml",
    "failure_modes/*/*.md",
    "specimens/*/*.py",
    "specimens/*/bad.jsonl",
    "specimens/*/good.jsonl",
)

Files = Mapping[str, bytes]  # path below the content folder -> bytes


def read_files(root: Path) -> dict[str, bytes]:
    """Return all content files below root, sorted by path. Other files are left out."""
    paths = sorted(path for pattern in PATTERNS for path in root.glob(pattern))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def hash_files(files: Files) -> str:
    """Return the SHA-256 of paths and bytes, the same for every order of the mapping."""
    digest = hashlib.sha256()
    for path in sorted(files):
        data = files[path]
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
