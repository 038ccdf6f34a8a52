"""Count requests, their durations, verdicts and gauges in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from operations.metrics.instruments import Instruments

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Recorder:
    """Count nothing. Where metrics are off, no library is loaded for them."""

    @contextmanager
    def in_progress(self) -> Iterator[None]:
        """Count a request as long as it is being answered."""
        yield

    def record(self, request: HttpRequest, view: str, status: int, seconds: float) -> None:
        """Count a request that was answered, and the verdict that a door left at it."""


class CountingRecorder(Recorder):
    def __init__(self, instruments: Instruments, gauges: dict[str, Callable[[], float]]) -> None:
        self._instruments = instruments
        self._gauges = gauges

    @contextmanager
    def in_progress(self) -> Iterator[None]:
        self._instruments.in_progress.inc()
        try:
            yield
        finally:
            self._instruments.in_progress.dec()

    def record(self, request: HttpRequest, view: str, status: int, seconds: float) -> None:
        method = str(request.method)
        if method not in METHODS:
            method = "other"
        counted = self._instruments
        counted.requests.labels(view, method, str(status)).inc()
        counted.durations.labels(view).observe(seconds)
        verdict = getattr(request, "verdict", None)
        if verdict is not None:
            counted.verdicts.labels(verdict).inc()
        for name, value in self._gauges.items():
            counted.gauges.labels(name).set(value())


def is_counting() -> bool:
    return bool(settings.METRICS_BIND or settings.METRICS_TOKEN)


def recorder_of_settings() -> Recorder:
    """Return the recorder of this process; one that counts nothing where metrics are off."""
    if not is_counting():
        return Recorder()
    return counting_recorder(settings.METRICS_DIR)


@cache
def counting_recorder(folder: Path) -> Recorder:
    """Return the recorder that counts in a folder, which all processes of a server share."""
    # prometheus_client reads the folder from the environment, for itself and for children.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    from operations.metrics.instruments import instruments_in

    named = settings.METRICS_GAUGES.items()
    gauges = {name: import_string(path) for name, path in named}
    return CountingRecorder(instruments_in(folder), gauges)
