"""Compare servers for the site: slow clients, processor time of answers, and memory.

Each server of the list that is installed is started on a port of this machine with two processes,
held by slow clients of each kind, and asked for pages and diagnoses. Processor time counts, since
wall times say little on a machine that does other work. DATABASE_URL must name a filled database.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from benchmarks.slow_clients import HONEST, STARTS, Server, ask, described, held, waits

PORT = 8765
ROUNDS = 3
ASKED = 60  # requests of each kind whose processor time is measured
START = 90.0  # seconds
TICKS = os.sysconf("SC_CLK_TCK")
GUNICORN = (
    "-m",
    "gunicorn",
    "--preload",
    "--workers=2",
    f"--bind=127.0.0.1:{PORT}",
)
GRANIAN = (
    "-m",
    "granian",
    "--interface=wsgi",
    "--workers=2",
    "--blocking-threads=16",
    f"--port={PORT}",
    "config.wsgi:application",
)
WSGI = "config.wsgi"
GEVENT = (*GUNICORN, "--worker-class=gevent", WSGI)
ASGI = (*GUNICORN, "--worker-class=asgi", "config.asgi")
OURS = ("-m", "gunicorn", "--config=config/gunicorn.py", WSGI)
COMMANDS: Mapping[str, tuple[str, Sequence[str]]] = {
    "gunicorn, gthread, 4 threads": (
        "gunicorn",
        (*GUNICORN, "--threads=4", WSGI),
    ),
    "gunicorn, gthread, 64 threads": (
        "gunicorn",
        (*GUNICORN, "--threads=64", WSGI),
    ),
    "gunicorn, gevent": (
        "gevent",
        GEVENT,
    ),
    "gunicorn, asgi": (
        "gunicorn",
        ASGI,
    ),
    "granian, 16 threads": (
        "granian",
        GRANIAN,
    ),
    "ours: gunicorn with Waitress": (
        "waitress",
        OURS,
    ),
}


@contextmanager
def started(arguments: Sequence[str]) -> Iterator[int]:
    """Run a server until the block is left, and give the number of its process.

    Raises TimeoutError for one that does not answer, and RuntimeError where another one does.
    """
    if ask(Server("127.0.0.1", PORT), HONEST[0]) is not None:
        raise RuntimeError(f"another server answers at port {PORT}")
    environment = {**os.environ, "BIND": f"127.0.0.1:{PORT}", "DIAGNOSIS_RATE": ""}
    process = subprocess.Popen(  # noqa: S603  # a command of the list above
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await_answer(process)
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _await_answer(process: subprocess.Popen[bytes]) -> None:
    """Raises TimeoutError."""
    server = Server("127.0.0.1", PORT)
    latest = time.monotonic() + START
    while ask(server, HONEST[0]) is None:
        if process.poll() is not None or time.monotonic() > latest:
            raise TimeoutError("the server does not answer; is DATABASE_URL a filled database?")
        time.sleep(0.2)


def family(process: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield process
    children = Path(f"/proc/{process}/task/{process}/children")
    for child in children.read_text().split():
        yield from family(int(child))


def processor_seconds(process: int) -> float:
    """Return the seconds that a process and its descendants took, the ended ones included."""
    ticks = 0
    for member in family(process):
        stat = Path(f"/proc/{member}/stat")
        _, _, text = stat.read_text().rpartition(")")
        fields = text.split()
        ticks += sum(map(int, fields[11:15]))
    return ticks / TICKS


def megabytes(process: int) -> float:
    """Return the memory of a process and its descendants; what they share counts once."""
    total = 0
    for member in family(process):
        rollup = Path(f"/proc/{member}/smaps_rollup")
        for line in rollup.read_text().splitlines():
            if line.startswith("Pss:"):
                _, kilobytes, _ = line.split()
                total += int(kilobytes)
    return total / 1024


def costs(server: Server, process: int) -> Iterator[str]:
    """Yield the processor time of each kind of request, in milliseconds."""
    for asked in HONEST:
        before = processor_seconds(process)
        for _ in range(ASKED):
            ask(server, asked)
        each = (processor_seconds(process) - before) / ASKED
        yield f"{asked.name} {each * 1000:.1f} ms"


def measure(name: str, arguments: Sequence[str], clients: int) -> None:
    server = Server("127.0.0.1", PORT)
    with started(arguments) as process:
        waits(server, ROUNDS)  # knowledge and templates are made
        spent = ", ".join(costs(server, process))
        size = megabytes(process)
        print(f"{name}: {spent}; {size:.0f} MB")
        for kind in STARTS:
            with held(server, kind, clients):
                results = waits(server, ROUNDS)
            print("   ", described(kind, clients, results), flush=True)


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=64, help="slow clients of each kind")
    parser.add_argument("--only", default="", metavar="TEXT", help="servers whose name holds it")
    options = parser.parse_args()
    for name, (package, arguments) in COMMANDS.items():
        if options.only not in name:
            continue
        if find_spec(package) is None:
            print(f"{name}: not installed ({package})")
            continue
        measure(name, arguments, options.clients)
    return 0


if __name__ == "__main__":
    sys.exit(main())
