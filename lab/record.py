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


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="folder for the records")
    parser.add_argument("--seeds", type=int, default=3, help="runs per fault")
    parser.add_argument(
        "--first",
        type=int,
        default=0,
        help="number of the first run; another one gives fresh runs",
    )
    parser.add_argument("--healthy", type=int, default=40, help="healthy runs beside the twins")
    parser.add_argument(
        "--only",
        choices=[*faults.SLUGS, HEALTHY],
        help="one fault, or the healthy runs alone",
    )


def run(options: argparse.Namespace) -> int:
    require().set_num_threads(1)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    first = options.first
    record_faults(out, range(first, first + options.seeds), options.only)
    if options.only in (None, HEALTHY):
        record_healthy(out, range(first, first + options.healthy))
    return 0


def record_faults(out: Path, numbers: Iterable[int], only: str | None) -> None:
    """Record all faults once, then all again, so that a run cut short has every fault."""
    for number in numbers:
        for slug in faults.SLUGS:
            if only in (None, slug):
                variants = faults.faults_of(slug)
                fault = variants[number % len(variants)]
                record_until_kept(fault, number, out)


def record_until_kept(fault: Fault, number: int, out: Path) -> None:
    started = time.process_time()
    for attempt in runs.fault_attempts(fault, number):
        seconds = time.process_time() - started
        print(f"{fault.slug} {number}: {attempt.line} ({seconds:.1f} s)", flush=True)
        if attempt.record:
            save(attempt.record, out, f"{fault.slug}-{number}")
        if attempt.twin:
            save(attempt.twin, out, f"healthy-twin-{fault.slug}-{number}")
        started = time.process_time()


def record_healthy(out: Path, numbers: Iterable[int]) -> None:
    for number in numbers:
        maker = healthy.MAKERS[number % len(healthy.MAKERS)]
        for attempt in runs.healthy_attempts(maker, number):
            print(f"{maker.__name__} {number}: {attempt.line}", flush=True)
            if attempt.record:
                save(attempt.record, out, f"healthy-{healthy.setup_name(maker)}-{number}")


def save(record: Record, out: Path, name: str) -> None:
    text = json.dumps({"id": name} | record)
    (out / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"  kept {name}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    add_options(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
