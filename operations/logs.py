"""The configuration of logging: text for terminals, JSON lines for collectors of logs."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured

FORMATS = ("text", "json")
ACCESS_LOGGER = "operations.access"
FORMATTERS = {
    "text": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    "json": {"()": "operations.json_lines.JsonLines"},
}


def logging_config(log_format: str, level: str, access: bool) -> dict[str, Any]:
    """Return the configuration for `logging.config.dictConfig`.

    Requests go to standard output, all else to standard error, where the server writes, too.
    Raises ImproperlyConfigured for a format that is not known.
    """
    if log_format not in FORMATS:
        raise ImproperlyConfigured(f"LOG_FORMAT must be text or json, not {log_format!r}")
    requests_from = "INFO"
    if not access:
        requests_from = "CRITICAL"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request_id": {"()": "operations.request_id.AddRequestId"},
            "without_trace": {"()": "config.log_filters.WithoutTrace"},
        },
        "formatters": {"line": FORMATTERS[log_format]},
        "handlers": {
            "stderr": _handler("stderr"),
            "stdout": _handler("stdout"),
        },
        "loggers": {
            ACCESS_LOGGER: {
                "handlers": ["stdout"],
                "level": requests_from,
                "propagate": False,
            },
            "django.security.DisallowedHost": {"filters": ["without_trace"]},
            # The server has set up its own handler before the application is loaded.
            "gunicorn.error": {"handlers": ["stderr"], "propagate": False},
        },
        "root": {"handlers": ["stderr"], "level": level},
    }


def _handler(stream: str) -> dict[str, Any]:
    return {
        "class": "logging.StreamHandler",
        "stream": f"ext://sys.{stream}",
        "formatter": "line",
        "filters": ["request_id"],
    }


def wants_access_log(value: str, log_format: str) -> bool:
    """Read ACCESS_LOG: `-` or on, off, or nothing, which means on where the logs are JSON.

    Raises ImproperlyConfigured for any other value.
    """
    if not value:
        return log_format == "json"
    if value.lower() in {"-", "1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"ACCESS_LOG must be - or on, or off, not {value!r}")
