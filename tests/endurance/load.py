"""Ask for pages, probes and diagnoses at a steady pace for minutes: how long do they take?

    DATABASE_URL=... VAR_DIR=... python -m tests.endurance.load --minutes 10
    ... python -m tests.endurance.load --minutes 10 --keep-workers    memory over 20,000 requests

Runs the server of the site with two processes on DATABASE_URL (a filled database; default: that of
scripts/serve). First the peak is measured: as many requests a second as eight clients get without a
pause. Then requests come at a share of it, at moments that do not wait for answers, so that a
stall counts for all that it delays. Memory is that of the first process over its requests. The exit
code is 1 when an answer was no success or a bound was missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Lock

from tests.endurance.kills import free_port
from tests.endurance.server import Server

PATIENCE = 30  # seconds
CLIENTS = 8
PEAK_SECONDS = 10
WAITING = 64  # requests that may be under way at once at a steady pace
P99 = 0.3  # seconds
LONGEST = 2.0  # seconds
GROWTH = 1.15  # of the memory of a process, from a quarter of its time to the end
EVERY = 1.0  # seconds between two looks at the memory
# Path -> how often of 40 requests; the two kinds of diagnoses beside them.
PAGES = {
    "/": 4,
    "/dictionary/": 2,
    "/dictionary/optimization/": 2,
    "/e/overfitting/": 4,
    "/e/learning-rate-too-high/": 3,
    "/e/overfitting.json": 1,
    "/symptoms/": 2,
    "/checks/": 1,
    "/search/?q=loss+is+nan": 3,
    "/quiz/": 2,
    "/diagnose/": 3,
    "/api/v1/failure-modes/": 2,
    "/api/v1/symptoms/": 1,
    "/sitemap.xml": 1,
    "/healthz": 2,
    "/readyz": 1,
    "/no-such-page/": 2,
    "text": 2,
    "curves": 2,
}
TEXT = {"description": "the loss is nan after the first epoch and the accuracy stays at 0.1"}
CURVES = {
    "metrics": {
        "step": list(range(200)),
        "train_loss": [2.3 / (1 + step / 20) for step in range(200)],
        "val_loss": [2.3 / (1 + step / 20) + step / 400 for step in range(200)],
    }
}
BODIES = {"text": json.dumps(TEXT), "curves": json.dumps(CURVES)}
EXPECTED = {"/no-such-page/": 404}


@dataclass
class Seen:
    """What the clients saw. seconds: path -> each answer's, from the moment it was due."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def add(self, path: str, seconds: float, failure: str) -> None:
        with self._lock:
            self.seconds[path].append(seconds)
            self.failed.extend([f"{path}: {failure}"] if failure else [])

    def every(self) -> list[float]:
        return [second for seconds in self.seconds.values() for second in seconds]


def failure_of(connection: HTTPConnection, path: str) -> str:
    """Ask once and return what came instead of the right answer; "" where that came."""
    headers = {"Host": "localhost", "Content-Type": "application/json"}
    try:
        if path in BODIES:
            connection.request("POST", "/api/v1/diagnoses/", BODIES[path], headers)
        else:
            connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
    except (OSError, HTTPException) as error:
        connection.close()
        return repr(error)
    return "" if response.status == EXPECTED.get(path, 200) else str(response.status)


def requests(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    while True:
        yield rng.choices(list(PAGES), list(PAGES.values()))[0]


def peak(address: str, seconds: float) -> float:
    """Return the requests a second that clients without a pause get answered."""
    seen = Seen()
    latest = time.monotonic() + seconds

    def ask(seed: int) -> None:
        connection = HTTPConnection(address, timeout=PATIENCE)
        for path in requests(seed):
            began = time.monotonic()
            if began > latest:
                break
            failure = failure_of(connection, path)
            seen.add(path, time.monotonic() - began, failure)
        connection.close()

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(ask, range(CLIENTS)))
    return len(seen.every()) / seconds


def steady(address: str, pace: float, seconds: float, sizes: Sizes) -> Seen:
    """Ask at random moments, `pace` a second on average, and return what was seen."""
    seen = Seen()
    free: list[HTTPConnection] = []
    rng = random.Random(0)

    def ask(path: str, due: float) -> None:
        try:
            connection = free.pop()
        except IndexError:
            connection = HTTPConnection(address, timeout=PATIENCE)
        failure = failure_of(connection, path)
        seen.add(path, time.monotonic() - due, failure)
        free.append(connection)

    with ThreadPoolExecutor(WAITING) as pool:
        due = began = time.monotonic()
        for path in requests(1):
            due += rng.expovariate(pace)
            if due > began + seconds:
                break
            time.sleep(max(0.0, due - time.monotonic()))
            pool.submit(ask, path, due)
            sizes.look()
    for connection in free:
        connection.close()
    return seen


class Sizes:
    """Memory of the processes of a server, in MB; what they share counts in each."""

    def __init__(self, server: Server) -> None:
        self.of: dict[int, list[float]] = defaultdict(list)
        self._server = server
        self._next = 0.0

    def look(self) -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY
        for process in self._server.workers():
            self.of[process].append(resident(process))

    def growth(self) -> float:
        """Return by what the process that grew most did, from a quarter of its time to its end."""
        return max(map(growth_of, self.of.values()), default=1.0)


def growth_of(sizes: list[float]) -> float:
    early = sizes[: len(sizes) // 4 + 1]
    return sizes[-1] / early[-1]


def resident(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--share", type=float, default=0.8, help="of the peak (default: 0.8)")
    parser.add_argument("--peak", type=float, help="requests a second, instead of measuring it")
    parser.add_argument("--keep-workers", action="store_true", help="replace no process")
    chosen = parser.parse_args()
    os.environ.setdefault("SECRET_KEY", "only for this trial")
    environment = {"DIAGNOSIS_RATE": "", "LOG_LEVEL": "CRITICAL"}
    if chosen.keep_workers:
        environment["GUNICORN_CMD_ARGS"] = "--max-requests=0"
    server = Server(free_port(), environment)
    server.start()
    try:
        most = chosen.peak or peak(server.address, PEAK_SECONDS)
        pace = most * chosen.share
        sys.stdout.write(f"peak {most:.1f} requests a second, load {pace:.1f}\n")
        sys.stdout.flush()
        sizes = Sizes(server)
        seen = steady(server.address, pace, chosen.minutes * 60, sizes)
    finally:
        server.kill()
    return report(seen, sizes)


def report(seen: Seen, sizes: Sizes) -> int:
    """Print what was seen, the slowest paths first; return 1 where a bound was missed."""
    ordered = sorted(seen.seconds.items(), key=lambda item: -share_of(item[1], 0.99))
    for path, seconds in ordered:
        sys.stdout.write(f"{in_words(seconds)}  {path}\n")
    every = seen.every()
    too_long = sum(second > LONGEST for second in every)
    sys.stdout.write(f"{in_words(every)}  all; {too_long} over {LONGEST:g} s\n")
    for process, megabytes in sizes.of.items():
        told = f"{megabytes[0]:.0f} to {megabytes[-1]:.0f} MB, most {max(megabytes):.0f}"
        sys.stdout.write(f"process {process}: {told}\n")
    sys.stdout.write(f"failed: {len(seen.failed)}\n")
    for line in seen.failed[:20]:
        sys.stdout.write(f"    {line}\n")
    is_slow = too_long > 0 or share_of(every, 0.99) > P99
    return int(is_slow or bool(seen.failed) or sizes.growth() > GROWTH)


def in_words(seconds: list[float]) -> str:
    shares = [f"{share_of(seconds, share) * 1000:6.0f}" for share in (0.5, 0.9, 0.99, 1.0)]
    return f"{len(seconds):6} requests, p50 p90 p99 max {' '.join(shares)} ms"


def share_of(seconds: list[float], share: float) -> float:
    """Return the time within which such a share of the answers came."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


if __name__ == "__main__":
    sys.exit(main())
