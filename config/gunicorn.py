"""Set up the production server from the environment, with defaults for a small machine."""

import os
import sys
from typing import Any

from django.conf import settings

bind = os.environ.setdefault("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
preload_app = True  # load the application once; the workers share its memory
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = 5000  # replace a worker before a leak of memory matters
max_requests_jitter = 500
errorlog = "-"  # requests are logged by the application (ACCESS_LOG), with their ids
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "warning")


def on_starting(server: Any) -> None:
    """Refuse a --bind that the settings do not see: they limit diagnoses by the address in BIND."""
    if server.cfg.bind != [bind]:
        wanted = ",".join(server.cfg.bind)
        sys.exit(f"error: set BIND={wanted} instead of passing --bind, so that the settings see it")


def when_ready(server: Any) -> None:
    """Print the address and the rate limit once the server listens."""
    sys.stdout.write(f"Lossary is at http://{bind} (stop with Ctrl-C)\n")
    sys.stdout.write(f"{rate_limit_in_words(settings.DIAGNOSIS_RATE)}\n")
    sys.stdout.flush()


def rate_limit_in_words(rate: str) -> str:
    if not rate:
        return (
            "Diagnoses are not limited; set DIAGNOSIS_RATE (such as 60/min) before others "
            "can reach this address."
        )
    return f"Diagnoses are limited to {rate} for each address (DIAGNOSIS_RATE)."
