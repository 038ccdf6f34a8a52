"""Say on a terminal what is being done, once it takes longer than a moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

PATIENCE = 2.0  # seconds


@contextmanager
def progress(doing: str, stream: TextIO, patience: float = PATIENCE) -> Iterator[None]:
    """Print `doing` to the stream when the block takes longer than `patience` seconds."""
    timer = threading.Timer(patience, _tell, (doing, stream))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _tell(doing: str, stream: TextIO) -> None:
    stream.write(f"{doing} ...\n")
    stream.flush()
