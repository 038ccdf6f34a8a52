import os
import subprocess
import sys

import pytest

from benchmarks import servers

WITH_CHILD = """
import subprocess, sys
command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
child = subprocess.Popen(command, stdin=subprocess.PIPE)
print(child.pid, flush=True)
input()
child.communicate()
"""


@pytest.fixture
def family():
    """Give the numbers of a process and of its child."""
    process = subprocess.Popen(  # noqa: S603  # this Python, with the text above
        [sys.executable, "-c", WITH_CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    child = int(process.stdout.readline())
    yield process.pid, child
    process.communicate("\n", timeout=60)


def test_family_holds_the_children(family):
    assert list(servers.family(family[0])) == list(family)


def test_memory_of_a_family_is_more_than_that_of_a_member(family):
    process, child = family

    assert servers.megabytes(process) > servers.megabytes(child) > 0


def test_processor_time_grows_with_work():
    before = servers.processor_seconds(os.getpid())
    while servers.processor_seconds(os.getpid()) < before + 0.05:
        sum(range(10_000))

    assert servers.processor_seconds(os.getpid()) >= before + 0.05


def test_server_that_ends_at_once_is_told(monkeypatch):
    monkeypatch.setattr(servers, "ask", lambda *_: None)
    command = ("-c", "raise SystemExit(1)")
    with pytest.raises(TimeoutError, match="does not answer"), servers.started(command):
        pass


def test_two_servers_at_one_port_are_refused(monkeypatch):
    monkeypatch.setattr(servers, "ask", lambda *_: 0.1)
    with pytest.raises(RuntimeError, match="another server answers"), servers.started(()):
        pass
