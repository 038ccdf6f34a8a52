"""Make the runs of a plan in several processes, each with its own file of the store."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lab.plan import Plan, Run
from lab.store import StoredRun, create_store

Make = Callable[[Run], StoredRun]
STOPPED = 130  # exit code of a process that was interrupted


@dataclass(frozen=True)
class Job:
    """`make` must be importable by name, so that other processes can call it."""

    plan: Plan
    folder: Path
    make: Make


def make_runs(job: Job, workers: int) -> int:
    """Make all runs and return how many failed. Raises KeyboardInterrupt when interrupted."""
    context = multiprocessing.get_context("spawn")
    claimed = context.Value("i", 0)
    failed = context.Value("i", 0)
    if workers == 1:
        work(job, claimed, failed)
        return int(failed.value)
    arguments = (job, claimed, failed)
    processes = [context.Process(target=_quiet_work, args=arguments) for _ in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    codes = [process.exitcode for process in processes]
    if STOPPED in codes:
        raise KeyboardInterrupt
    lost = sum(code != 0 for code in codes)
    return int(failed.value) + lost


def work(job: Job, claimed: Any, failed: Any) -> None:
    """Claim one run after the other until none is left. `claimed` and `failed` are shared."""
    with create_store(job.folder, say).writer() as writer:
        while _parent_lives():
            with claimed.get_lock():
                index = claimed.value
                claimed.value += 1
            if index >= len(job.plan):
                return
            run = job.plan[index]
            started = time.monotonic()
            try:
                one = job.make(run)
            except Exception as error:
                text = f"failed: {type(error).__name__}: {error}"
                with failed.get_lock():
                    failed.value += 1
            else:
                writer.add(one)
                text = one.tries[-1]
            seconds = time.monotonic() - started
            say(f"[{index + 1}/{len(job.plan)}] {run.name}: {text} ({seconds:.1f} s)")


def say(text: str) -> None:
    """Print a line in one piece, also when several processes print."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _quiet_work(job: Job, claimed: Any, failed: Any) -> None:
    try:
        work(job, claimed, failed)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _parent_lives() -> bool:
    """Stop a worker soon after the command that started it was killed."""
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()
