"""Write the database back into the content files, in canonical form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.content import Content
from content.files import Files, read_files
from content.problems import ContentError
from content.tree import parse
from content.write import content_to_files

# Not in the database: chapters without entries.
KEPT_IN_FILES = ("chapters.yaml",)


@dataclass(frozen=True)
class Changes:
    """Paths of the files that a dump wrote and deleted."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]


def dumped(content: Content, present: Files) -> dict[str, bytes]:
    """Return the bytes of all content files by path.

    present: the files that the content was once loaded from. Raises ContentError when those that
    are kept have problems.
    """
    kept_paths = [path for path in KEPT_IN_FILES if path in present]
    kept = {path: present[path] for path in kept_paths}
    tree = parse(kept)
    if tree.problems:
        raise ContentError(tree.problems)
    chapters = [record.value for record in tree.chapters]
    loaded = {chapter.slug for chapter in content.chapters}
    unwritten = [chapter for chapter in chapters if chapter.slug not in loaded]
    return content_to_files(
        content,
        unwritten=unwritten,
        chapter_order=[chapter.slug for chapter in chapters],
    )


def write_folder(files: Files, folder: Path) -> Changes:
    """Write files that differ and delete content files that are no more.

    Other files in the folder are left alone.
    """
    present = read_files(folder)
    written = tuple(path for path in files if present.get(path) != files[path])
    deleted = tuple(path for path in present if path not in files)
    for path in written:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files[path])
    for path in deleted:
        target = folder / path
        target.unlink()
    return Changes(written, deleted)
