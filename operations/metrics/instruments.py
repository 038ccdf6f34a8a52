"""The figures that processes count, kept in files so that they outlive a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, values
from prometheus_client.values import MultiProcessValue

from operations.metrics.slots import Slot

# Pages take some milliseconds, a diagnosis of a long log seconds, and none over ten.
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)


@dataclass(frozen=True)
class Instruments:
    """Labels have few values: names of views, methods, statuses, verdicts and gauges."""

    requests: Counter
    durations: Histogram
    in_progress: Gauge
    verdicts: Counter
    gauges: Gauge


@cache
def slot_in(folder: Path) -> Slot:
    return Slot(folder)


@cache
def instruments_in(folder: Path) -> Instruments:
    """Return the instruments of this process, whose files lie in a folder that all share."""
    slot = slot_in(folder)
    values.ValueClass = MultiProcessValue(slot.number)
    registry = CollectorRegistry()
    return Instruments(
        requests=Counter(
            "lossary_requests",
            "Requests that were answered",
            ["view", "method", "status"],
            registry=registry,
        ),
        durations=Histogram(
            "lossary_request_seconds",
            "Seconds from the first line of a request to the head of its answer",
            ["view"],
            buckets=SECONDS,
            registry=registry,
        ),
        in_progress=Gauge(
            "lossary_requests_in_progress",
            "Requests that are being answered",
            multiprocess_mode="livesum",
            registry=registry,
        ),
        verdicts=Counter(
            "lossary_diagnoses",
            "Diagnoses by what was found",
            ["verdict"],
            registry=registry,
        ),
        gauges=Gauge(
            "lossary_process_gauge",
            "Figures of other parts, added up over the processes that run",
            ["name"],
            multiprocess_mode="livesum",
            registry=registry,
        ),
    )
