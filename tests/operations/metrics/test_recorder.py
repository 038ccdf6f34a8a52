"""What is counted, and that nothing is loaded where metrics are off."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import RequestFactory

from operations.metrics import recorder

ROOT = Path(__file__).parents[3]
OFF = """
import sys
import django
django.setup()
from operations.observe import observe
observe(lambda request: None)
print("prometheus_client" in sys.modules)
"""


class Counted(dict):
    """Stands for an instrument: remembers the labels and what was done with them."""

    def labels(self, *labels):
        return Labeled(self, labels)


class Labeled:
    def __init__(self, counted, labels):
        self.counted, self.labels = counted, labels

    def inc(self):
        self.counted[self.labels] = self.counted.get(self.labels, 0) + 1

    def observe(self, seconds):
        self.counted[self.labels] = seconds

    set = observe


class Instruments:
    def __init__(self):
        self.requests, self.durations = Counted(), Counted()
        self.verdicts, self.gauges = Counted(), Counted()


@pytest.fixture
def counting():
    instruments = Instruments()
    gauges = {"lane_busy": lambda: 2}
    return recorder.CountingRecorder(instruments, gauges), instruments


def test_request_is_counted_by_view_method_and_status(counting):
    record, counted = counting
    record.record(RequestFactory().get("/e/any/"), "entry", 200, 0.25)

    assert counted.requests == {("entry", "GET", "200"): 1}
    assert counted.durations == {("entry",): 0.25}
    assert counted.verdicts == {}
    assert counted.gauges == {("lane_busy",): 2}


def test_verdict_is_counted(counting):
    record, counted = counting
    request = RequestFactory().post("/diagnose/")
    request.verdict = "failure"
    record.record(request, "diagnose", 200, 0.1)

    assert counted.verdicts == {("failure",): 1}


def test_invented_method_is_no_label(counting):
    record, counted = counting
    record.record(RequestFactory().generic("BREW", "/"), "home", 405, 0.1)

    assert counted.requests == {("home", "other", "405"): 1}


def test_no_library_is_loaded_where_metrics_are_off():
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", OFF],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "x"},
        check=True,
        capture_output=True,
        text=True,
    )

    assert ran.stdout == "False\n"
