"""Set up the production server from the environment, with defaults for a small machine."""

import gc
import os
import sys
from typing import Any

from django.conf import settings

from config.memory import give_back_large_blocks
from diagnostics_api.lane.limits import Limits

bind = os.environ.setdefault("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "16"))
worker_class = "config.worker.BufferingWorker"
worker_connections = 1000
control_socket_disable = True  # nothing here uses it, and it would write to the home directory
preload_app = True  # load the application once; the workers share its memory
timeout = 60
graceful_timeout = 45  # longer than any diagnosis may take
keepalive = 15  # also for a connection that says nothing
max_requests = 5000  # replace a worker before a leak of memory matters
max_requests_jitter = 500
errorlog = "-"  # requests are logged by the application (ACCESS_LOG), with their ids
THREADS_FOR_PAGES = 2  # which diagnoses never take
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "warning")


def on_starting(server: Any) -> None:
    """Refuse a --bind that the settings do not see: they limit diagnoses by the address in BIND."""
    if places_for_small(threads, settings.DIAGNOSIS_LANE) < 1:
        least = settings.DIAGNOSIS_LANE + THREADS_FOR_PAGES + 1
        sys.exit(f"error: WEB_THREADS must be at least {least}, or DIAGNOSIS_LANE smaller")
    if server.cfg.bind != [bind]:
        wanted = ",".join(server.cfg.bind)
        sys.exit(f"error: set BIND={wanted} instead of passing --bind, so that the settings see it")
    server.crew = knowing_crew()
    keep_out_of_collections()


def keep_out_of_collections() -> None:
    """Let no process go through what is here before the first fork, for garbage or at its end.

    Each would copy the pages that it shares, and every thread would wait meanwhile.
    """
    gc.collect()
    gc.freeze()


def knowing_crew() -> Any:
    """Return the crew of the lane, with the knowledge made, once for every process."""
    from diagnostics_api.lane.crew import Diagnosticians  # needs the application, loaded by now

    crew = Diagnosticians()
    crew.prepare("")  # the edition in force, which shares its memory with those that fork
    return crew


def post_fork(server: Any, worker: Any) -> None:
    """Start the lane of a worker while it has one thread."""
    from diagnostics_api.lane.start import start_lane

    def replace_worker() -> None:
        worker.alive = False

    limits = Limits(settings.DIAGNOSIS_SECONDS, settings.DIAGNOSIS_MEMORY_MB)
    give_back_large_blocks()
    places = (settings.DIAGNOSIS_LANE, places_for_small(threads, settings.DIAGNOSIS_LANE))
    start_lane(server.crew, places, limits, replace_worker, worker.sockets)


def places_for_small(threads: int, lane: int) -> int:
    """Return how many small diagnoses may run in a process: the other threads are for pages."""
    return threads - lane - THREADS_FOR_PAGES


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
