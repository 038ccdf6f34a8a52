"""Processes that count, forked and replaced as a server does it. Run by test_slots.

Each line of standard input makes it do something; the answer is one line of standard output.
"""

import os
import signal
import sys
from pathlib import Path

import django
from django.conf import settings

folder = Path(sys.argv[1])
settings.configure(METRICS_BIND="127.0.0.1:1", METRICS_TOKEN="", METRICS_GAUGES={})
django.setup()

from operations.metrics.instruments import instruments_in, slot_in  # noqa: E402
from operations.metrics.recorder import counting_recorder  # noqa: E402

counting_recorder(folder)  # as the parent does that loads the application before it forks
counted = instruments_in(folder)


def worker(times):
    """Fork a worker that counts and then waits; return its id and its number."""
    told, tell = os.pipe()
    pid = os.fork()
    if not pid:
        for _ in range(times):
            counted.requests.labels("home", "GET", "200").inc()
        counted.in_progress.inc()
        os.write(tell, str(slot_in(folder).number()).encode())
        signal.pause()
    number = os.read(told, 10).decode()
    os.close(told)
    os.close(tell)
    return pid, number


def answer(number):
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


workers = []
for line in sys.stdin:
    command, _, value = line.strip().partition(" ")
    if command == "fork":
        workers.append(worker(int(value)))
        answer(workers[-1][1])
    if command == "kill":
        pid, number = workers.pop(int(value))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        answer(number)
for pid, _ in workers:
    os.kill(pid, signal.SIGKILL)
