"""Record faulty and healthy training runs as JSON files, one a run.

    python -m lab record --out DIR [--seeds 3] [--first 0] [--healthy 40] [--only FAULT]

Each faulty run is trained beside its healthy twin and kept only if the fault shows.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable
from pathlib import Path

from lab import faults, healthy, runs
from lab.faults.fault import Fault
from lab.plan import HEALTHY
from lab.recording import Record
from lab.train.lazy import require

SUMMARY = "Record faulty and healthy training runs as JSON files, one a run."


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        help="folder for the records",
    )
    parser.add_argument(
        "--seeds",
        type=int,
        default=3,
        help="runs per fault",
    )
    parser.add_argument(
        "--first",
        type=int,
        default=0,
        help="number of the first run; another one gives fresh runs",
    )
    parser.add_argument(
        "--healthy",
        type=int,
        default=40,
        help="healthy runs beside the twins",
    )
    parser.add_argument(
        "--only",
        choices=[*faults.SLUGS, HEALTHY],
        help="one fault, or the healthy runs alone",
    )


def run(options: argparse.Namespace) -> int:
    """Record faults, then healthy runs. Raises MissingTorchError."""
    torch = require()
    torch.set_num_threads(1)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)

    first: int = options.first
    numbers = range(first, first + options.seeds)
    record_faults(out, numbers, options.only)
    if options.only in (None, HEALTHY):
        healthy_numbers = range(first, first + options.healthy)
        record_healthy(out, healthy_numbers)
    return 0


def record_faults(out: Path, numbers: Iterable[int], only: str | None) -> None:
    """Record all faults once, then all again, so that a run cut short has every fault.

    only: the slug of the fault to record; None for all.
    """
    for number in numbers:
        for slug in faults.SLUGS:
            if only not in (None, slug):
                continue
            ways = faults.faults_of(slug)
            fault = ways[number % len(ways)]
            record_until_kept(fault, number, out)


def record_until_kept(fault: Fault, number: int, out: Path) -> None:
    """Save the faulty run and its twin, each if it qualifies. Times are in processor seconds."""
    started = time.process_time()
    for attempt in runs.fault_attempts(fault, number):
        seconds = time.process_time() - started
        say(f"{fault.slug} {number}: {attempt.line} ({seconds:.1f} s)")
        if attempt.record:
            save(attempt.record, out, f"{fault.slug}-{number}")
        if attempt.twin:
            save(attempt.twin, out, f"healthy-twin-{fault.slug}-{number}")
        started = time.process_time()


def record_healthy(out: Path, numbers: Iterable[int]) -> None:
    """Record healthy runs; the makers take turns."""
    makers = healthy.MAKERS
    for number in numbers:
        maker = makers[number % len(makers)]
        setup = healthy.setup_name(maker)
        for attempt in runs.healthy_attempts(maker, number):
            say(f"{maker.__name__} {number}: {attempt.line}")
            if attempt.record:
                save(attempt.record, out, f"healthy-{setup}-{number}")


def save(record: Record, out: Path, name: str) -> None:
    """Write one run to a file of its own. An older file of this name is replaced."""
    named = {"id": name} | record
    text = json.dumps(named)
    path = out / f"{name}.json"
    path.write_text(text, encoding="utf-8")
    say(f"  kept {name}")


def say(text: str) -> None:
    """Print a line at once, also where the output is a file that someone watches."""
    print(text, flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=SUMMARY)
    add_options(parser)
    options = parser.parse_args(arguments)
    return run(options)


if __name__ == "__main__":
    raise SystemExit(main())
