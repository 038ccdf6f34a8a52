"""Asks for many answers, and keeps the smallest request of each kind of failure."""

from __future__ import annotations

import base64
import json
import signal
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time
from types import FrameType
from typing import Any

from engine.read import NamedFile
from tests.fuzz import files, numbers
from tests.fuzz.answers import answer
from tests.fuzz.caught import nothing_caught

ROOT = Path(__file__).parent.parent.parent
SLOW = 2.0  # seconds of CPU; inputs are below 64 kB
DEADLINE = 20.0  # seconds of CPU, after which an answer is given up
EACH_PAGE = 10  # every tenth answer is also rendered as a page
MOST_LOOKED_INTO = 3  # items of a list
MOST_TRIES = 300  # to make one failing request smaller
KINDS: Mapping[str, Callable[[Random], dict[str, object]]] = {
    "numbers": numbers.fields,
    "files": files.fields,
}

Fields = dict[str, Any]


class SlowAnswerError(Exception):
    """An answer that takes longer than its size allows."""


@dataclass
class Failure:
    """what: exception and the place that raised it. fields: the smallest request so far."""

    what: str
    trace: str
    fields: Fields
    count: int = 1


@dataclass
class Outcome:
    cases: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    failures: dict[str, Failure] = field(default_factory=dict)
    slowest: float = 0.0

    def add(self, failure: Failure) -> None:
        known = self.failures.setdefault(failure.what, failure)
        if known is not failure:
            known.count += 1
            if size_of(failure.fields) < size_of(known.fields):
                known.fields = failure.fields


def run(kind: str, seed: int, cases: int, seconds: float) -> Outcome:
    """Ask for `cases` answers, or as many as fit in the seconds of CPU. Each depends on the seed
    and its number alone.
    """
    outcome = Outcome()
    warm_up()
    end = process_time() + seconds
    while outcome.cases < cases and process_time() < end:
        number = outcome.cases
        random = Random(f"{kind}/{seed}/{number}")
        fields = KINDS[kind](random)
        _ask(fields, outcome, with_page=number % EACH_PAGE == 0)
        outcome.cases += 1
    for failure in outcome.failures.values():
        failure.fields = smaller(failure.fields, failure.what)
    return outcome


def warm_up() -> None:
    """Make what is made once per process, which is no part of an answer."""
    answer({})
    answer({"log": "RuntimeError: CUDA error\nstep 1 loss 2.0\n", "description": "it is stuck"})


def _ask(fields: Fields, outcome: Outcome, with_page: bool) -> None:
    start = process_time()
    failure = failure_of(fields, with_page, outcome.answers)
    outcome.slowest = max(outcome.slowest, process_time() - start)
    if failure is not None:
        outcome.add(failure)


def failure_of(
    fields: Fields,
    with_page: bool = True,
    answers: Counter[str] | None = None,
) -> Failure | None:
    """Return how the answer to a request fails, None where it does not."""
    start = process_time()
    try:
        with deadline(DEADLINE), nothing_caught(), warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            found = answer(fields, with_page)
        if process_time() - start > SLOW:
            raise SlowAnswerError(f"over {SLOW:g} s of CPU")
    except Exception as error:  # whatever it is, it is what is looked for
        return Failure(_what(error), traceback.format_exc(), fields)
    if answers is not None:
        answers[found] += 1
    return None


def _what(error: Exception) -> str:
    """Name the exception and the last line of ours that it passed."""
    place = ""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            place = f"{path.relative_to(ROOT)}:{frame.lineno}"
    if isinstance(error, SlowAnswerError):
        place = ""
    return f"{type(error).__name__} at {place}"


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise SlowAnswerError(f"not done after {seconds:g} s of CPU")

    usual = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, usual)


def size_of(fields: object) -> int:
    return len(repr(fields))


def smaller(fields: Fields, what: str) -> Fields:
    """Return a request that fails in the same way and has nothing more to take away."""
    tries = MOST_TRIES
    is_done = False
    while not is_done and tries > 0:
        is_done = True
        for fewer in _with_less(fields):
            tries -= 1
            failure = failure_of(fewer)
            if failure is not None and failure.what == what:
                fields, is_done = fewer, False
                break
            if tries <= 0:
                break
    return fields


def _with_less(value: Any) -> Iterator[Any]:
    """Yield the value without a part of it, large parts first."""
    if isinstance(value, NamedFile):
        for content in _with_less(value.content):
            yield NamedFile(value.name, content)
    elif isinstance(value, dict):
        for key in value:
            yield {other: each for other, each in value.items() if other != key}
        for key, inner in value.items():
            yield from ({**value, key: fewer} for fewer in _with_less(inner))
    elif isinstance(value, list | str | bytes):
        yield from _without_stretch(value)
        if isinstance(value, list) and len(value) <= MOST_LOOKED_INTO:
            for place, inner in enumerate(value):
                before, after = value[:place], value[place + 1 :]
                yield from ([*before, fewer, *after] for fewer in _with_less(inner))


def _without_stretch(value: Any) -> Iterator[Any]:
    part = len(value) // 2 or len(value)
    while part:
        for start in range(0, len(value), part):
            yield value[:start] + value[start + part :]
        part //= 2


def save(fields: Fields, path: Path) -> None:
    """Write a request so that `load` reads the same one."""
    plain = {**fields}
    if "files" in plain:
        plain["files"] = [
            {"name": file.name, "base64": base64.b64encode(file.content).decode()}
            for file in plain["files"]
        ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(plain), encoding="utf-8")


def load(path: Path) -> Fields:
    fields: Fields = json.loads(path.read_text(encoding="utf-8"))
    if "files" in fields:
        fields["files"] = [
            NamedFile(file["name"], base64.b64decode(file["base64"])) for file in fields["files"]
        ]
    return fields
