"""Print one hash over the names and bytes of the given files and folders, and of the words after
`--text`.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path


def files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from sorted(
            file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts
        )


def main() -> None:
    digest = hashlib.sha256()
    paths, _, text = " ".join(sys.argv[1:]).partition("--text")
    for path in paths.split():
        for file in files(Path(path)):
            digest.update(f"{file}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(text.encode())
    print(digest.hexdigest())


if __name__ == "__main__":
    main()
