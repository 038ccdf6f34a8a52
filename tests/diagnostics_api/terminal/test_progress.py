import io
import threading

import pytest

from diagnostics_api.terminal import progress as module
from diagnostics_api.terminal.progress import PATIENCE, progress


class ManualTimer:
    """A timer that goes off when the test says so."""

    made = None

    def __init__(self, interval, function, args):
        self.interval, self.function, self.args = interval, function, args
        self.is_running = False
        ManualTimer.made = self

    def start(self):
        self.is_running = True

    def cancel(self):
        self.is_running = False

    def go_off(self):
        if self.is_running:
            self.function(*self.args)


@pytest.fixture
def stream(monkeypatch):
    monkeypatch.setattr(module.threading, "Timer", ManualTimer)
    return io.StringIO()


def test_long_work_is_announced(stream):
    with progress("Reading", stream):
        ManualTimer.made.go_off()

    assert stream.getvalue() == "Reading ...\n"
    assert ManualTimer.made.interval == PATIENCE


def test_short_work_is_not_announced(stream):
    with progress("Reading", stream):
        pass
    ManualTimer.made.go_off()

    assert stream.getvalue() == ""


def test_work_that_fails_is_not_announced_afterwards(stream):
    with pytest.raises(ValueError, match="broken"), progress("Reading", stream):
        raise ValueError("broken")
    ManualTimer.made.go_off()

    assert stream.getvalue() == ""


def test_a_real_timer_announces():
    announced = threading.Event()

    class Stream(io.StringIO):
        def flush(self):
            announced.set()

    with progress("Reading", Stream(), patience=0.0):
        assert announced.wait(timeout=10)
