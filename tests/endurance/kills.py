"""Kill workers and whole servers at random while people answer quizzes: nothing may be lost.

    python -m tests.endurance.kills --kills 100                      on SQLite
    DATABASE_URL=postgres://... python -m tests.endurance.kills      on an empty PostgreSQL database

Each kill comes after a random number of acknowledged answers. In the end every acknowledged answer
and submission is looked up in the database. The exit code is 1 when something is missing.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from threading import Condition
from typing import Any

from tests.endurance.learner import Learner, Memory
from tests.endurance.server import Server

LEARNERS = 4
MOST_ANSWERS = 20  # between two kills
WHOLE = 0.25  # share of kills that take the whole server


class Progress:
    """Counts acknowledged answers, and lets the killer wait for the next ones."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._count = 0
        self.is_over = False

    def told(self) -> None:
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def wait_for(self, more: int, seconds: float = 300) -> None:
        with self._condition:
            wanted = self._count + more
            if not self._condition.wait_for(lambda: self._count >= wanted, seconds):
                raise RuntimeError(f"no {more} answers were acknowledged in {seconds:g} s")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lossary-kills-") as folder:
        environment = {
            "SECRET_KEY": "only for this trial",
            "DEBUG": "1",
            "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
            "WEB_CONCURRENCY": "2",
            "LOG_LEVEL": "CRITICAL",
        }
        environment["DATABASE_URL"] = os.environ.get("DATABASE_URL", environment["DATABASE_URL"])
        os.environ.update(environment)
        fill_database()
        server = Server(free_port(), environment)
        memories, whole = killed(server, chosen.kills, chosen.seed)
        return report(memories, chosen.kills, whole)


def fill_database() -> None:
    """Migrate, and store six entries and the quizzes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.quizzes.conftest import stored_dictionary, stored_quizzes

    stored_quizzes()
    stored_dictionary()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def killed(server: Server, kills: int, seed: int) -> tuple[list[Memory], int]:
    """Return what the learners remember, and how many kills took the whole server."""
    rng = random.Random(seed)
    progress = Progress()
    server.start()
    with ThreadPoolExecutor(LEARNERS) as pool:
        learners = [Learner(server, seed * 1000 + n, progress.told) for n in range(LEARNERS)]
        tasks = [pool.submit(one.take_quizzes, lambda: progress.is_over) for one in learners]
        try:
            whole = kill_at_random(server, kills, progress, rng)
        finally:
            progress.is_over = True
            memories = [task.result() for task in tasks]
            server.kill()
    return memories, whole


def kill_at_random(server: Server, kills: int, progress: Progress, rng: random.Random) -> int:
    whole = done = 0
    while done < kills:
        progress.wait_for(rng.randint(1, MOST_ANSWERS))
        if rng.random() < WHOLE:
            server.kill()
            server.start()
            whole += 1
            done += 1
        elif server.kill_worker(rng):
            done += 1
        if done % 10 == 0:
            sys.stderr.write(f"{done} of {kills} kills\n")
    progress.wait_for(1)
    return whole


def report(memories: list[Memory], kills: int, whole: int) -> int:
    from django.db import connection

    lost = [line for memory in memories for line in lost_of(memory)]
    errors = [error for memory in memories for error in memory.errors]
    counts: dict[str, Any] = {
        "database": connection.vendor,
        "kills": kills,
        "of the whole server": whole,
        "acknowledged answers": sum(memory.acknowledged for memory in memories),
        "acknowledged submissions": sum(len(memory.submitted) for memory in memories),
        "broken connections": sum(memory.broken for memory in memories),
        "answers that were errors": len(errors),
        "integrity": integrity(),
        "lost": len(lost),
    }
    for name, count in counts.items():
        sys.stdout.write(f"{name}: {count}\n")
    for line in [*lost[:20], *errors[:20]]:
        sys.stdout.write(f"{line}\n")
    return int(bool(lost) or counts["integrity"] != "ok")


def lost_of(memory: Memory) -> list[str]:
    """Return a line for each acknowledged answer or submission that is not stored."""
    from quizzes.attempts import items_of, mark_of
    from quizzes.grade import total
    from quizzes.models import Attempt, Response

    lost = []
    stored = {str(row.item.uuid): row.answer for row in Response.objects.select_related("item")}
    for item, acknowledged in memory.answers.items():
        answer = stored.get(item, {}).get("option")
        possible = [acknowledged, *memory.sent[item]]
        if answer not in possible:
            lost.append(f"answer to {item}: {answer} is stored, not one of {possible}")
    for attempt in Attempt.objects.filter(uuid__in=memory.submitted):
        marks = [mark_of(item) for item in items_of(attempt)]
        wanted = total([mark for mark in marks if mark is not None]).score
        if attempt.state != Attempt.State.SUBMITTED or attempt.score != wanted:
            lost.append(f"submission of {attempt.uuid}: {attempt.state}, {attempt.score}")
    if Attempt.objects.filter(uuid__in=memory.submitted).count() < len(memory.submitted):
        lost.append("a submitted attempt is gone")
    return lost


def integrity() -> str:
    from django.db import connection

    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        told: str = cursor.fetchone()[0]
        return told


if __name__ == "__main__":
    sys.exit(main())
