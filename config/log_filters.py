"""Filters of log records."""

from __future__ import annotations

import logging


class WithoutTrace(logging.Filter):
    """Reduce an error that a stranger can cause at will to one warning line.

    A wrong Host header is no fault of the site, and its trace says nothing that the line does not.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        record.levelno = logging.WARNING
        record.levelname = logging.getLevelName(logging.WARNING)
        return True
