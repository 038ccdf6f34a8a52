"""Add up what the processes counted, and ask the database for what it knows."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.models import Count
from prometheus_client import CollectorRegistry, Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from dictionary.editions import edition_in_force
from operations.metrics.slots import clear_dead
from quizzes.models import Attempt

logger = logging.getLogger(__name__)


class DatabaseCollector(Collector):
    """The edition in force and the attempts; only lossary_database_up where it does not answer."""

    def collect(self) -> Iterable[Metric]:
        try:
            known = [*_edition(), _attempts()]
        except DatabaseError as error:
            logger.warning("metrics lack what the database knows: %s", error)
            known = []
        finally:
            connection.close()
        up = GaugeMetricFamily("lossary_database_up", "1 where the database answers, else 0")
        up.add_metric([], float(bool(known)))
        return [up, *known]

    def describe(self) -> Iterable[Metric]:
        return []


def _edition() -> list[Metric]:
    edition = edition_in_force()
    if edition is None:
        return []
    info = GaugeMetricFamily(
        "lossary_edition_info",
        "Always 1: the edition in force",
        labels=["name", "hash", "edited"],
    )
    edited = str(edition.is_edited).lower()
    info.add_metric([edition.name, edition.content_hash[:8], edited], 1)
    loaded = GaugeMetricFamily(
        "lossary_edition_loaded_timestamp_seconds",
        "When the edition in force was loaded",
        value=edition.loaded_at.timestamp(),
    )
    entries = GaugeMetricFamily(
        "lossary_edition_entries",
        "Entries of the edition in force",
        value=edition.entries,
    )
    return [info, loaded, entries]


def _attempts() -> Metric:
    counted = Attempt.objects.order_by().values_list("state").annotate(count=Count("pk"))
    by_state = dict.fromkeys(Attempt.State.values, 0) | dict(counted)
    attempts = GaugeMetricFamily(
        "lossary_attempts",
        "Quiz attempts that are stored",
        labels=["state"],
    )
    for state, count in by_state.items():
        attempts.add_metric([state], count)
    return attempts


class ProcessCollector(Collector):
    """The processes that count, and the memory that each has."""

    def __init__(self, folder: Path, own: int | None) -> None:
        self._folder = folder
        self._own = own

    def collect(self) -> Iterable[Metric]:
        running = clear_dead(self._folder, self._own)
        count = GaugeMetricFamily(
            "lossary_processes",
            "Processes that count requests, the parent of the workers among them",
            value=len(running),
        )
        memory = GaugeMetricFamily(
            "lossary_process_resident_bytes",
            "Memory of each process, shared pages counted in each",
            labels=["pid"],
        )
        for pid in running:
            resident = resident_bytes(pid)
            if resident:
                memory.add_metric([str(pid)], resident)
        return [count, memory]

    def describe(self) -> Iterable[Metric]:
        return []


def resident_bytes(pid: int) -> int:
    """Return the memory of a process; 0 where it has ended, or the system does not tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def registry_of(folder: Path, own: int | None = None) -> CollectorRegistry:
    """Return all figures of the server that counts in the folder. `own`: see clear_dead."""
    folder.mkdir(parents=True, exist_ok=True)
    registry = CollectorRegistry()
    registry.register(ProcessCollector(folder, own))  # first: it clears what the dead have left
    registry.register(MultiProcessCollector(None, str(folder)))
    registry.register(DatabaseCollector())
    return registry
