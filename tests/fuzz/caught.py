"""What the engine catches and logs, so that an answer goes on: in tests it is a failure."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(logging.Handler):
    """Raises what the engine caught and logged: in a fuzz it is a failure all the same."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            raise record.exc_info[1]


@contextmanager
def nothing_caught() -> Iterator[None]:
    """Let the exceptions through that the engine logs and goes on after."""
    logger = logging.getLogger("engine")
    handler = Trouble()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
