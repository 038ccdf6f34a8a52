"""Print one hash over the names and bytes of the given files and folders, and over the words after
`--text`.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path


def files(path: Path) -> Iterator[Path]:
    """Yield the file, or the files below the folder in order, without compiled Python.

    A path that does not exist yields nothing.
    """
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if "__pycache__" in file.parts:
            continue
        if file.is_file():
            yield file


def file_hash(file: Path) -> bytes:
    content = file.read_bytes()
    return hashlib.sha256(content).digest()


def main() -> None:
    command = " ".join(sys.argv[1:])
    paths, _, text = command.partition("--text")
    digest = hashlib.sha256()
    for path in paths.split():
        for file in files(Path(path)):
            name = f"{file}\0"
            digest.update(name.encode())
            digest.update(file_hash(file))
    digest.update(text.encode())
    print(digest.hexdigest())


if __name__ == "__main__":
    main()
