"""Program text in Python: a file `train.py`, or the cells of a notebook."""

from __future__ import annotations

from pathlib import PurePosixPath

from engine.read.code.find import is_program
from engine.read.code.settings import code_settings
from engine.read.inputs import Reading
from engine.read.source import Format, Source
from engine.run import Snippet

MAX_SIZE = 2_000_000  # characters; a longer file is no program that a person writes
_SUFFIXES = frozenset({".py", ".pyw"})


def sniff(source: Source) -> bool:
    """Say whether a file has the name of a program and is one; a log may be called `out.py`."""
    if PurePosixPath(source.name).suffix.lower() not in _SUFFIXES:
        return False
    text = source.text
    return len(text) <= MAX_SIZE and is_program(text.splitlines())


def read(source: Source) -> Reading:
    """Return the program, and the settings that it assigns."""
    snippet = Snippet(source.name, 1, source.text)
    return Reading(config=code_settings([snippet]), code=(snippet,))


FORMAT = Format(
    name="program",
    label="a program in Python",
    sniff=sniff,
    read=read,
)
