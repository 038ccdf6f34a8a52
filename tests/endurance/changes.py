"""Change the edition, the processes and the version under traffic: no request may be lost.

    python -m tests.endurance.changes --rounds 20                      on SQLite, with six entries
    DATABASE_URL=... python -m tests.endurance.changes --rounds 20     on a filled database

A filled database keeps its content; diagnoses in workers of the lane are asked for as well then.
The version is changed as docs/operating.md says, with nginx. The exit code is 1 when a request
broke off or was answered with anything but 200.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.slow_clients import Server as Address
from tests.endurance.kills import fill_database, free_port
from tests.endurance.server import Server, children_of, ending
from tests.endurance.traffic import DIAGNOSES, PAGES, Traffic
from tests.nginx import NGINX, number_of, pass_on, proxied

SETTINGS = {"SECRET_KEY": "only for this trial", "DEBUG": "1", "LOG_LEVEL": "CRITICAL"}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20, help="changes of each kind")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="lossary-changes-") as name:
        folder = Path(name)
        os.environ.update(SETTINGS)
        paths, changes = PAGES, {"editions": edit}
        if "DATABASE_URL" in os.environ:
            paths, changes = (*PAGES, DIAGNOSES), {}
        else:
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/site.sqlite3"
            fill_database()
        return report(
            [
                *of_one_server(rounds, paths, changes),
                *of_versions(folder, rounds, paths),
            ]
        )


def edit() -> None:
    """Bring another edition into force, as an edit in the admin does."""
    from dictionary.loading.edition import mark_edited
    from dictionary.models import FailureMode

    edited = FailureMode.objects.earliest("pk")
    edited.summary = f"{edited.summary} Edited."
    edited.save()
    mark_edited()


def report(traffics: list[tuple[str, Traffic]]) -> int:
    for name, traffic in traffics:
        sys.stdout.write(f"{name}: {traffic.answered.total()} answered, {len(traffic.lost)} lost\n")
        for line in traffic.lost[:20]:
            sys.stdout.write(f"    {line}\n")
    return int(any(traffic.lost for _, traffic in traffics))


def of_one_server(
    rounds: int, paths: tuple[str, ...], changes: dict[str, Callable[[], None]]
) -> list[tuple[str, Traffic]]:
    """Return the traffic during each kind of change, reloads of the server among them."""
    server = Server(free_port(), {})
    server.start()
    try:
        return [
            (name, during(Traffic(server.address, paths), rounds, change))
            for name, change in {"reloads": server.replace_workers, **changes}.items()
        ]
    finally:
        server.kill()


def during(traffic: Traffic, rounds: int, change: Callable[[], None]) -> Traffic:
    with traffic.flowing():
        for _ in range(rounds):
            change()
            traffic.wait_for_more()
    return traffic


def of_versions(folder: Path, rounds: int, paths: tuple[str, ...]) -> list[tuple[str, Traffic]]:
    """Return the traffic through nginx while one server takes over from another."""
    if NGINX is None:
        sys.stdout.write("versions: nginx is not installed\n")
        return []
    running = Server(free_port(), {"BEHIND_PROXY": "1"})
    running.start()
    with proxied(folder, address_of(running)) as proxy:
        traffic = Traffic(f"{proxy.host}:{proxy.port}", paths)
        with traffic.flowing(are_kept=(False, False)):
            for _ in range(rounds):
                running = taken_over(running, folder, proxy)
                traffic.wait_for_more()
    running.kill()
    return [("versions", traffic)]


def taken_over(old: Server, folder: Path, proxy: Address) -> Server:
    """Start another server, send new requests there, and stop the old one."""
    new = Server(free_port(), {"BEHIND_PROXY": "1"})
    new.start()
    pass_on(folder, proxy.port, address_of(new))
    nginx = number_of(folder)
    with ending(children_of(nginx)):  # they pass on to the old server
        os.kill(nginx, signal.SIGHUP)
    old.stop()
    return new


def address_of(server: Server) -> Address:
    host, _, port = server.address.partition(":")
    return Address(host, int(port))


if __name__ == "__main__":
    sys.exit(main())
