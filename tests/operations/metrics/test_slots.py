"""Counters go on over forks and replaced workers, in as many files as there are processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.multiprocess import MultiProcessCollector

from operations.metrics.slots import Slot, clear_dead

ROOT = Path(__file__).parents[3]


@pytest.fixture
def server(tmp_path):
    """A process that forks and kills workers as it is told; it ends with its standard input."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "tests.operations.metrics.counting", tmp_path],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def tell(command):
        process.stdin.write(f"{command}\n")
        process.stdin.flush()
        return int(process.stdout.readline())

    yield tell
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    process.stdout.close()


def value(folder, name, **labels):
    clear_dead(folder)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))
    return registry.get_sample_value(name, labels)


def requests_in(folder):
    return value(folder, "lossary_requests_total", view="home", method="GET", status="200")


def in_progress(folder):
    return value(folder, "lossary_requests_in_progress")


def test_workers_count_beside_one_another(server, tmp_path):
    numbers = {server("fork 3"), server("fork 4")}

    assert numbers == {1, 2}  # 0 is the parent
    assert requests_in(tmp_path) == 7
    assert in_progress(tmp_path) == 2


def test_replaced_worker_goes_on_where_the_last_one_ended(server, tmp_path):
    server("fork 3")
    assert server("kill 0") == 1
    assert requests_in(tmp_path) == 3
    assert in_progress(tmp_path) in {0, None}  # what it was doing ended with it

    for count in range(1, 21):
        assert server("fork 5") == 1
        assert requests_in(tmp_path) == 3 + 5 * count
        assert server("kill 0") == 1

    assert [file.name for file in tmp_path.glob("counter_*.db")] == ["counter_1.db"]


def test_first_process_starts_with_an_empty_folder(tmp_path):
    (tmp_path / "counter_7.db").write_bytes(b"of an earlier server")

    assert Slot(tmp_path).number() == 0
    assert not list(tmp_path.glob("*.db"))


def test_number_stays_the_same(tmp_path):
    slot = Slot(tmp_path)

    assert [slot.number() for _ in range(3)] == [0, 0, 0]
    assert clear_dead(tmp_path, own=0) == [os.getpid()]
