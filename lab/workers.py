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
    """A plan to make into a store.

    make: must be importable by name, so that other processes can call it.
    """

    plan: Plan
    folder: Path
    make: Make


def make_runs(job: Job, workers: int) -> int:
    """Make all runs; return the number of runs and processes that failed.

    Raises KeyboardInterrupt when interrupted.
    """
    context = multiprocessing.get_context("spawn")
    claimed = context.Value("i", 0)
    failed = context.Value("i", 0)
    if workers == 1:
        work(job, claimed, failed)
        return int(failed.value)

    processes = []
    for _ in range(workers):
        process = context.Process(
            target=_quiet_work,
            args=(job, claimed, failed),
        )
        processes.append(process)
        process.start()
    for process in processes:
        process.join()

    codes = [process.exitcode for process in processes]
    if STOPPED in codes:
        raise KeyboardInterrupt
    crashed = [code for code in codes if code != 0]
    return int(failed.value) + len(crashed)


def work(job: Job, claimed: Any, failed: Any) -> None:
    """Claim one run after the other until none is left.

    claimed, failed: counts that all processes share.
    """
    store = create_store(job.folder, say)
    total = len(job.plan)
    with store.writer() as writer:
        while _parent_lives():
            index = _increased(claimed) - 1
            if index >= total:
                return
            run = job.plan[index]
            started = time.monotonic()
            try:
                made = job.make(run)
            except Exception as error:
                outcome = f"failed: {type(error).__name__}: {error}"
                _increased(failed)
            else:
                writer.add(made)
                outcome = made.tries[-1]
            seconds = time.monotonic() - started
            say(f"[{index + 1}/{total}] {run.name}: {outcome} ({seconds:.1f} s)")


def _increased(count: Any) -> int:
    """Add 1 to a shared count and return it."""
    with count.get_lock():
        count.value += 1
        return int(count.value)


def say(text: str) -> None:
    """Print a line in one piece, also when several processes print."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _quiet_work(job: Job, claimed: Any, failed: Any) -> None:
    """Work in a process of its own, which prints no traceback when it is interrupted."""
    try:
        work(job, claimed, failed)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _parent_lives() -> bool:
    """Return whether the command that started this worker still runs.

    A worker whose command was killed stops after its run.
    """
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()
