"""Serve the figures of all processes on METRICS_BIND, an address of its own."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from prometheus_client import start_http_server

from operations.metrics.exposition import registry_of

SECONDS_BETWEEN_LOOKS = 1.0


class Command(BaseCommand):
    help = (
        "Serve /metrics for Prometheus on METRICS_BIND (such as 127.0.0.1:9100). scripts/serve "
        "starts it beside the server where METRICS_BIND is set."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="PID",
            help="end as soon as this process, which started it, has ended",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        parent = options["with_parent"]
        ended = _ended_by_signal()
        host, port = _address(settings.METRICS_BIND)
        registry = registry_of(settings.METRICS_DIR)
        try:
            server, thread = start_http_server(port, host, registry)
        except OSError as error:
            raise CommandError(
                f"cannot listen on {host}:{port}: {error.strerror}. Set another METRICS_BIND."
            ) from error
        self.stdout.write(f"Metrics are at http://{settings.METRICS_BIND}/metrics")
        self.stdout.flush()
        while not ended.wait(SECONDS_BETWEEN_LOOKS):
            if parent and os.getppid() != parent:
                break
        server.shutdown()
        thread.join()


def _address(bind: str) -> tuple[str, int]:
    if not bind:
        raise CommandError("METRICS_BIND is not set. Set it to an address such as 127.0.0.1:9100.")
    host, _, port = bind.rpartition(":")
    return host.strip("[]"), int(port)


def _ended_by_signal() -> threading.Event:
    """Return the event that SIGTERM and SIGINT set."""
    ended = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    return ended
