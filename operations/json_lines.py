"""A log record as one line of JSON."""

from __future__ import annotations

from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

NAMES = {"levelname": "level", "name": "logger"}
# Django adds the whole request, whose text holds the query, and a socket of its own server.
LEFT_OUT = ("request", "server_time")


class JsonLines(JsonFormatter):
    """Write time (ISO 8601, UTC), level, logger, request_id, message, and what the call added."""

    def __init__(self) -> None:
        super().__init__(
            ["levelname", "name", "request_id", "message"],
            rename_fields=NAMES,
            timestamp="time",
            reserved_attrs=[*RESERVED_ATTRS, *LEFT_OUT],
        )

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Leave out an empty request_id: a line outside of requests has none."""
        if not log_data.get("request_id"):
            log_data.pop("request_id", None)
        return super().process_log_record(log_data)
