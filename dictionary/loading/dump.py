"""The database back into the content files, in canonical form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.content import Content
from content.files import Files, read_files
from content.problems import ContentError
from content.tree import parse
from content.write import content_to_files

# What the database does not hold: chapters without entries and entries that were retired.
KEPT_IN_FILES = ("chapters.yaml", "retired.yaml")


@dataclass(frozen=True)
class Changes:
    written: tuple[str, ...]
    deleted: tuple[str, ...]


def dumped(content: Content, present: Files) -> dict[str, bytes]:
    """Path -> bytes of all content files; `present` are the files that the content was once loaded
    from.
    """
    tree = parse({path: present[path] for path in KEPT_IN_FILES if path in present})
    if tree.problems:
        raise ContentError(tree.problems)
    loaded = {chapter.slug for chapter in content.chapters}
    return content_to_files(
        content,
        unwritten=[record.value for record in tree.chapters if record.value.slug not in loaded],
        retired=[record.value for record in tree.retired],
        chapter_order=[record.value.slug for record in tree.chapters],
    )


def write_folder(files: Files, folder: Path) -> Changes:
    """Writes what differs and deletes content files that are no more. Other files in the folder are
    left alone.
    """
    present = read_files(folder)
    written = tuple(path for path in files if present.get(path) != files[path])
    deleted = tuple(path for path in present if path not in files)
    for path in written:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])
    for path in deleted:
        (folder / path).unlink()
    return Changes(written, deleted)
