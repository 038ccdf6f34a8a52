"""Files of training tools, broken: cut, in another encoding, packed, or with other numbers."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from engine.read import NamedFile

READ = Path(__file__).parent.parent / "engine/read"
FOLDERS = (READ / "golden", READ / "formats/golden")
LARGEST = 20_000  # bytes of one input; what is larger is cut
SUFFIXES = (
    ".log", ".txt", ".csv", ".tsv", ".json", ".jsonl", ".yaml", ".toml", ".py", ".ipynb", ".npy",
    ".npz", ".zip", ".tar", ".gz", ".db", ".parquet", ".xlsx", ".md", ".out", "", ".tfevents",
)  # fmt: skip
ODD = (
    b"nan", b"inf", b"-inf", b"-1", b"0", b"1e308", b"1e999", b"5e-324", b"-0.0", b"null",
    b"9" * 400, b"18446744073709551617", b"1e18", b"true", b"[]", b"{}", b'""',
)  # fmt: skip
INSERTED = (
    b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xff", b"\r", b"\n\n", b"\x1b[31m",
    b"\x08", b"|", b"{", b"}", b"[", b'"', b"'", b",", b":", b"=", b"\t", b"\xe2\x80\xa8", b"\\",
)  # fmt: skip
NUMBER = re.compile(rb"(?<![\w.])-?\d{1,20}(?:\.\d{1,20})?(?:[eE][-+]?\d{1,3})?(?![\w.])")

Change = Callable[[Random, bytes], bytes]


@cache
def golden() -> tuple[tuple[str, bytes], ...]:
    """Return name and content of each golden file."""
    paths = [path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file()]
    return tuple((path.name, path.read_bytes()[:LARGEST]) for path in paths)


def fields(random: Random) -> dict[str, object]:
    """Return the fields of a request with one to three broken files, a log, or a configuration."""
    files = [_broken(random) for _ in range(random.choice((1, 1, 1, 1, 2, 3)))]
    text = files[0].content.decode("utf-8", errors="replace")
    form = random.random()
    if form < 0.1:
        return {"log": text}
    if form < 0.15:
        return {"description": text}
    if form < 0.2:
        return {"config": text}
    return {"files": files}


def _broken(random: Random) -> NamedFile:
    name, content = random.choice(golden())
    for _ in range(random.choice((1, 1, 2, 3))):
        content = random.choice(CHANGES)(random, content)
    if random.random() < 0.1:
        name = f"run{random.choice(SUFFIXES)}"
    return NamedFile(name, content[:LARGEST])


def _place(random: Random, content: bytes) -> int:
    return random.randint(0, len(content))


def _cut_end(random: Random, content: bytes) -> bytes:
    return content[: _place(random, content)]


def _cut_beginning(random: Random, content: bytes) -> bytes:
    return content[_place(random, content) :]


def _without_part(random: Random, content: bytes) -> bytes:
    first, last = sorted((_place(random, content), _place(random, content)))
    return content[:first] + content[last:]


def _repeated_part(random: Random, content: bytes) -> bytes:
    first = _place(random, content)
    part = content[first : first + random.choice((1, 8, 80, 800))]
    return content[:first] + part * random.choice((2, 10, 50)) + content[first:]


def _flipped(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 3, 30))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _inserted(random: Random, content: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 5))):
        place = _place(random, content)
        content = content[:place] + random.choice(INSERTED) + content[place:]
    return content


def _other_numbers(random: Random, content: bytes) -> bytes:
    """Put odd values in the place of some numbers, or of all."""
    share = random.choice((0.02, 0.3, 1.0))
    value = random.choice(ODD)

    def other(match: re.Match[bytes]) -> bytes:
        if random.random() > share:
            return match.group()
        return value if share == 1.0 else random.choice(ODD)

    return NUMBER.sub(other, content)


def _swapped_lines(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    for _ in range(random.choice((1, 5))):
        first, second = random.randrange(len(lines)), random.randrange(len(lines))
        lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _joined(random: Random, content: bytes) -> bytes:
    _, other = random.choice(golden())
    return content[: LARGEST // 2] + other[: LARGEST // 2]


def _with_mark(random: Random, content: bytes) -> bytes:
    return random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) + content


def _encoded(random: Random, content: bytes) -> bytes:
    text = content.decode("utf-8", errors="replace")
    return text.encode(random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252")), "replace")


def _packed(random: Random, content: bytes) -> bytes:
    packed = gzip.compress(content, compresslevel=1, mtime=0)
    return packed if random.random() < 0.5 else _flipped(random, packed)


def _other_ends(random: Random, content: bytes) -> bytes:
    return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\x00", b" ")))


CHANGES: tuple[Change, ...] = (
    _cut_end, _cut_beginning, _without_part, _repeated_part, _flipped, _inserted, _other_numbers,
    _other_numbers, _other_numbers, _swapped_lines, _joined, _with_mark, _encoded, _packed,
    _other_ends,
)  # fmt: skip
