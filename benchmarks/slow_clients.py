"""Hold a server with slow and silent clients, and time what others get meanwhile.

Three kinds of clients, each on connections of their own: `headers` sends a header one byte at a
time, `body` announces a body and sends one byte at a time, `silent` opens a connection and sends
nothing. Meanwhile probes, pages and diagnoses are asked for, one after the other. Only addresses of
this machine are attacked.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

HEADERS = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-a: "
BODY = (
    b"POST /api/v1/diagnoses/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
    b"Content-Length: 100000\r\n\r\n"
)
STARTS: Mapping[str, bytes] = {"headers": HEADERS, "body": BODY, "silent": b""}
PAUSE = 0.5  # seconds between two bytes of a slow client
PATIENCE = 10.0  # seconds after which a request of an honest client is given up
LOG = b"epoch 1 loss 2.303 acc 0.10\nepoch 2 loss 2.303 acc 0.10\nepoch 3 loss nan acc 0.10\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of an honest client."""

    name: str
    method: str
    path: str
    body: bytes | None = None


HONEST = (
    Asked("probe", "GET", "/healthz"),
    Asked("page", "GET", "/"),
    Asked("diagnosis", "POST", "/api/v1/diagnoses/", LOG),
)


@dataclass
class Waited:
    """How long the answers of one kind of request took, in seconds."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def longest(self) -> float:
        return max(self.seconds, default=float("nan"))

    @property
    def asked(self) -> int:
        return len(self.seconds) + self.failed


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int

    def __post_init__(self) -> None:
        """Raises ValueError for an address that other machines have."""
        if not ipaddress.ip_address(self.host).is_loopback:
            raise ValueError(f"only a server of this machine may be attacked, not {self.host}")


@contextmanager
def held(
    server: Server,
    kind: str,
    count: int,
) -> Iterator[list[socket.socket]]:
    """Hold a server with `count` clients of one kind until the block is left."""
    clients = []
    done = threading.Event()
    for _ in range(count):
        client = socket.create_connection((server.host, server.port), timeout=PATIENCE)
        client.sendall(STARTS[kind])
        clients.append(client)
    dripping = threading.Thread(target=_drip, args=(kind, clients, done))
    dripping.start()
    try:
        yield clients
    finally:
        done.set()
        dripping.join()
        for client in clients:
            client.close()


def _drip(
    kind: str,
    clients: list[socket.socket],
    done: threading.Event,
) -> None:
    """Send one byte a client again and again; a client that the server turned away is silent."""
    slow = list(clients) if STARTS[kind] else []
    while not done.wait(PAUSE):
        slow = [client for client in slow if _has_sent(client)]


def _has_sent(client: socket.socket) -> bool:
    try:
        client.send(b"a")
    except OSError:
        return False
    return True


def ask(
    server: Server,
    asked: Asked,
) -> float | None:
    """Return the seconds until the whole answer was there, None where none came."""
    connection = HTTPConnection(server.host, server.port, timeout=PATIENCE)
    started = time.monotonic()
    try:
        connection.request(
            asked.method,
            asked.path,
            asked.body,
            {"Host": "localhost", "Content-Type": "text/plain"},
        )
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    if answer.status != 200:
        return None
    return time.monotonic() - started


def waits(
    server: Server,
    rounds: int,
) -> dict[str, Waited]:
    """Ask for each kind of request in turn, `rounds` times."""
    results = {asked.name: Waited() for asked in HONEST}
    for _ in range(rounds):
        for asked in HONEST:
            seconds = ask(server, asked)
            if seconds is None:
                results[asked.name].failed += 1
            else:
                results[asked.name].seconds.append(seconds)
    return results


def described(
    kind: str,
    count: int,
    results: Mapping[str, Waited],
) -> str:
    parts = [
        f"{name} {len(waited.seconds)} of {waited.asked}, longest {waited.longest:.2f} s"
        for name, waited in results.items()
    ]
    return f"{count} x {kind}: " + "; ".join(parts)


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address of this machine")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--clients", type=int, default=64, help="slow clients of each kind")
    parser.add_argument("--rounds", type=int, default=5, help="honest requests of each kind")
    options = parser.parse_args()
    server = Server(options.host, options.port)
    lost = 0
    for kind in STARTS:
        with held(server, kind, options.clients):
            results = waits(server, options.rounds)
        print(described(kind, options.clients, results), flush=True)
        lost += sum(waited.failed for waited in results.values())
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
