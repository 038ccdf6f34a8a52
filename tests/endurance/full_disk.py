"""Answer a quiz while the disk is full again and again: nothing that was acknowledged may be lost.

    python -m tests.endurance.full_disk                     no file may grow: a limit of the kernel
    python -m tests.endurance.full_disk --folder MOUNTED    a small file system is filled up

While it is full, pages and /healthz answer 200, /readyz says that nothing can be written, and an
answer is refused with 503 by a page that keeps the choice. With room it is taken. The exit code is
1 where one of these does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.endurance.kills import fill_database, free_port, lost_of
from tests.endurance.learner import FIELD, OPTION, PATIENCE, QUESTIONS, Memory
from tests.endurance.server import Server

SETTINGS = {"SECRET_KEY": "only for this trial", "DEBUG": "1", "LOG_LEVEL": "CRITICAL"}
FILE = "site.sqlite3"
CHUNK = 4096  # bytes
SOON = 10  # seconds until a probe knows: a process believes a write that went well for one
READ = ("/", "/healthz", "/dictionary/", "/quiz/")
Disk = Callable[[], Iterator[None]]


class Learner:
    """Somebody with cookies who answers one quiz after another, and remembers."""

    def __init__(self, site: str) -> None:
        self.memory = Memory()
        self._site = site
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def begin(self) -> str:
        """Return the address of a new attempt."""
        _, page, _ = self.ask("/quiz/")
        _, _, address = self.ask("/quiz/mixed/start/", fields_of(page))
        return address.partition("?")[0]

    def chosen(self, attempt: str, position: int) -> dict[str, str]:
        """Return the form with the first option of a question."""
        _, question, _ = self.ask(f"{attempt}?q={position}")
        return {**fields_of(question), "option": OPTION.findall(question)[0]}

    def give(self, attempt: str, form: dict[str, str]) -> tuple[int, str]:
        """Send an answer; return the status and the page."""
        item, option = form["item"], form["option"]
        sent = self.memory.sent.setdefault(item, [])
        sent.append(option)
        status, page, _ = self.ask(f"{attempt}answer/", form)
        if status == 200:
            self.memory.answers[item] = option
            self.memory.acknowledged += 1
        return status, page

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Return status, page and path, after redirects."""
        data = urlencode(form).encode() if form is not None else None
        request = Request(f"http://{self._site}{path}", data, {"Connection": "close"})
        try:
            response = self._opener.open(request, timeout=PATIENCE)
        except HTTPError as error:
            response = error
        with response:
            page = response.read().decode()
            return response.status, page, response.url.partition(self._site)[2]


def fields_of(page: str) -> dict[str, str]:
    return dict(FIELD.findall(page))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often the disk is full")
    parser.add_argument("--folder", type=Path, help="an empty file system of some megabytes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lossary-full-", dir=chosen.folder) as name:
        os.environ.update(SETTINGS, DATABASE_URL=f"sqlite:///{name}/{FILE}")
        fill_database()
        server = Server(free_port(), {})
        server.start()
        disk = full_folder(Path(name)) if chosen.folder else full_by_limit(server, Path(name))
        try:
            learner, flaws = tried(server, disk, chosen.rounds)
        finally:
            server.kill()
        return report(learner.memory, flaws)


def tried(server: Server, disk: Disk, rounds: int) -> tuple[Learner, list[str]]:
    """Return the learner, and a line for all that went wrong."""
    learner = Learner(server.address)
    flaws: list[str] = []
    for _ in range(rounds):
        attempt = learner.begin()
        for position in range(1, QUESTIONS + 1, 2):
            learner.give(attempt, learner.chosen(attempt, position))
            form = learner.chosen(attempt, position + 1)
            with contextmanager(disk)():
                flaws += flaws_of_full(learner, attempt, form)
            flaws += flaws_of_room(learner, attempt, form)
    return learner, flaws


def flaws_of_full(learner: Learner, attempt: str, form: dict[str, str]) -> Iterator[str]:
    if not says(learner, can_write=False):
        yield "/readyz says that a full disk can be written"
    status, page = learner.give(attempt, form)
    if status != 503 or form["option"] not in page:
        yield f"an answer with a full disk: {status}, {len(page)} bytes"
    for path in READ:
        status, _, _ = learner.ask(path)
        if status != 200:
            yield f"{path} with a full disk: {status}"


def flaws_of_room(learner: Learner, attempt: str, form: dict[str, str]) -> Iterator[str]:
    status, _ = learner.give(attempt, form)
    if status != 200:
        yield f"an answer with room again: {status}"
    if not says(learner, can_write=True):
        yield "/readyz says that nothing can be written with room again"


def says(learner: Learner, can_write: bool) -> bool:
    """Ask /readyz until it says this, a few seconds at most."""
    latest = time.monotonic() + SOON
    while time.monotonic() < latest:
        _, page, _ = learner.ask("/readyz")
        if (json.loads(page)["writes"] == "ok") is can_write:
            return True
    return False


def full_by_limit(server: Server, folder: Path) -> Disk:
    """Let no file of the database grow: the kernel refuses the writes of the processes."""

    def full() -> Iterator[None]:
        smallest = min(path.stat().st_size for path in folder.glob(f"{FILE}*") if path.suffix)
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        try:
            limit(server, (min(smallest, CHUNK), hard))
            yield
        finally:
            limit(server, (hard, hard))

    return full


def limit(server: Server, size: tuple[int, int]) -> None:
    for process in server.workers():
        resource.prlimit(process, resource.RLIMIT_FSIZE, size)


def full_folder(folder: Path) -> Disk:
    """Fill the file system up to its last byte."""

    def full() -> Iterator[None]:
        ballast = folder / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file:
                fill(file.write)
            yield
        finally:
            ballast.unlink()

    return full


def fill(write: Callable[[bytes], int]) -> None:
    try:
        while True:
            write(bytes(CHUNK))
    except OSError:
        return


def report(memory: Memory, flaws: list[str]) -> int:
    lost = lost_of(memory)
    sys.stdout.write(f"acknowledged answers: {memory.acknowledged}, lost: {len(lost)}\n")
    for line in [*lost, *flaws]:
        sys.stdout.write(f"{line}\n")
    return int(bool(lost or flaws))


if __name__ == "__main__":
    sys.exit(main())
