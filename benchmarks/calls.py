"""Count the Python calls of three requests, as a measure of work that a busy machine cannot blur.

python -m benchmarks.calls [--json]

Requests: the index of the dictionary, the start of a quiz, a diagnosis of 30 points with a
configuration and a sentence. Each is sent once to fill the caches and then counted with
`sys.setprofile`, over a SQLite database in memory that is filled from `fixtures/`. A start of a
quiz costs more or less with the questions drawn, so it is counted with several seeds; the row shows
the median.

Calls are those of functions of this project, with the comprehensions and the steps of generators
that Python runs as frames; they differ between Python 3.11 and 3.12, where comprehensions are
inlined. "All" adds the calls of Django and other libraries. A crossing is a call from one module of
the project to another.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Protocol
from unittest.mock import patch

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import override_settings, setup_databases, teardown_databases

ROOT = Path(__file__).resolve().parent.parent
SEEDS = range(9)
PLAIN_STATIC_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STEPS = range(1, 31)
DIAGNOSIS = {
    "description": "The validation loss rises while the training loss goes on falling.",
    "config": {"optimizer": "adam", "learning_rate": 0.001, "batch_size": 32},
    "metrics": {
        "step": list(STEPS),
        "train_loss": [2.3 * 0.9**step for step in STEPS],
        "val_loss": [0.9 + 0.004 * (step - 10) ** 2 for step in STEPS],
    },
}


class Answer(Protocol):
    """Response of the test client, as far as it is needed here."""

    status_code: int


class UnusableError(Exception):
    """Say why nothing can be counted."""


@dataclass(frozen=True, slots=True)
class Request:
    """`send` makes the request; the number tells one repetition from another."""

    name: str
    send: Callable[[int], Answer]
    repetitions: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    calls: int
    all_calls: int
    functions: int
    modules: int
    crossings: int


@dataclass(slots=True)
class Counter:
    """Profile hook that counts the calls of one request."""

    root: str
    calls: int = 0
    all_calls: int = 0
    crossings: int = 0
    functions: set[tuple[str, str]] = field(default_factory=set)

    def hook(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        self.all_calls += 1
        code = frame.f_code
        module = code.co_filename
        if not is_ours(module, self.root):
            return
        self.calls += 1
        self.functions.add((module, code.co_qualname))
        caller = frame.f_back
        if caller is None:
            return
        origin = caller.f_code.co_filename
        if origin != module and is_ours(origin, self.root):
            self.crossings += 1

    def count(self) -> Count:
        modules = {module for module, _ in self.functions}
        return Count(
            self.calls,
            self.all_calls,
            len(self.functions),
            len(modules),
            self.crossings,
        )


@cache
def is_ours(file: str, root: str) -> bool:
    """Return whether the file belongs to the project: not to its .venv, nor to this measurement."""
    if file == __file__ or not file.startswith(f"{root}/"):
        return False
    return "site-packages" not in file


def count_calls(action: Callable[[], object], root: Path = ROOT) -> Count:
    counter = Counter(str(root))
    before = sys.getprofile()
    sys.setprofile(counter.hook)
    try:
        action()
    finally:
        sys.setprofile(before)
    return counter.count()


def get_index(_: int) -> Answer:
    return client().get("/dictionary/")


def start_quiz(seed: int) -> Answer:
    """Start a quiz as a new person, whose questions are drawn with the given seed."""
    with patch("secrets.randbits", return_value=seed):
        return client().post("/quiz/mixed/start/")


def post_diagnosis(_: int) -> Answer:
    return client().post(
        "/api/v1/diagnoses/",
        json.dumps(DIAGNOSIS),
        content_type="application/json",
    )


def client() -> Client:
    return Client(SERVER_NAME="localhost")


REQUESTS = (
    Request("index of the dictionary", get_index),
    Request("start of a quiz", start_quiz, len(SEEDS)),
    Request("diagnosis", post_diagnosis),
)


def measured(request: Request) -> Count:
    """Return the median counts over the repetitions, after one request that is not counted."""
    send_checked(request, repetition=-1)
    counts = []
    for repetition in range(request.repetitions):
        action = partial(send_checked, request, repetition)
        counts.append(count_calls(action))
    return median_count(counts)


def send_checked(request: Request, repetition: int) -> None:
    """Raise UnusableError for an error page: it would look like a fast answer."""
    answer = request.send(repetition)
    if answer.status_code >= 400:
        raise UnusableError(f"{request.name}: answered with status {answer.status_code}")


def median_count(counts: Sequence[Count]) -> Count:
    def middle(name: str) -> int:
        values = [getattr(count, name) for count in counts]
        return int(statistics.median(values))

    return Count(
        middle("calls"),
        middle("all_calls"),
        middle("functions"),
        middle("modules"),
        middle("crossings"),
    )


@contextmanager
def filled_database() -> Iterator[None]:
    """Fill a SQLite database in memory; neither the database in `var/` nor a server is touched."""
    if connection.vendor != "sqlite":
        raise UnusableError("This counts over SQLite in memory; unset DATABASE_URL")
    databases = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    try:
        with override_settings(DEBUG=False, STORAGES=PLAIN_STATIC_FILES):
            call_command("load_dictionary", stdout=sys.stderr)
            yield
    finally:
        teardown_databases(databases, verbosity=0)


def table(counts: dict[str, Count]) -> str:
    lines = [
        "| request | calls | all | functions | modules | crossings |",
        "|---|---|---|---|---|---|",
    ]
    for name, count in counts.items():
        numbers = [f"{number:,}" for number in asdict(count).values()]
        row = " | ".join([name, *numbers])
        lines.append(f"| {row} |")
    return "\n".join(lines)


def set_up_django() -> None:
    """Load the settings, unless a test run has done so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("DEBUG", "1")
    django.setup()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.calls",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    options = parser.parse_args(arguments)
    set_up_django()
    try:
        with filled_database():
            counts = {request.name: measured(request) for request in REQUESTS}
    except UnusableError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1

    if options.json:
        plain = {name: asdict(count) for name, count in counts.items()}
        print(json.dumps(plain, indent=2))
    else:
        print(table(counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
