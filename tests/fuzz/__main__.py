"""python -m tests.fuzz: the long mode of the tests against hostile input. See scripts/fuzz."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).parent.parent.parent
PARTS = ("numbers", "files", "growth")


def main(arguments: list[str] | None = None) -> int:
    """Return 1 if anything failed."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if options.replay:
        return _replay(options.replay)
    failed = [part for part in options.part or PARTS if not _passes(part, options)]
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/fuzz",
        description="Send hostile input all the way from reading to the page, and fail on an "
        "exception, a probability that is none, broken JSON, more than 2 s of CPU, or work that "
        "grows faster than the input. The smallest request of each failure is saved.",
    )
    parser.add_argument(
        "part",
        nargs="*",
        type=_part,
        help=f"{', '.join(PARTS)}; all of them where none is named",
    )
    parser.add_argument("--cases", type=int, default=50_000, help="requests of a part (50000)")
    parser.add_argument("--minutes", type=float, default=60, help="of CPU for each part (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the random requests (1)")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "var/fuzz", help="for failing requests (var/fuzz)"
    )
    parser.add_argument("--replay", type=Path, help="ask again for a request that was saved")
    return parser


def _part(name: str) -> str:
    if name not in PARTS:
        raise argparse.ArgumentTypeError(f"unknown part {name!r}: choose of {', '.join(PARTS)}")
    return name


def _passes(part: str, options: argparse.Namespace) -> bool:
    from tests.fuzz import campaign, growing

    if part == "growth":
        failures = growing.all_failures(growing.LONG, options.minutes * 60)
        for failure in failures:
            print(f"growth: {failure}")
        print(
            f"growth: {len(failures)} of {growing.count():,} pairs of way and pattern grow too fast"
        )
        return not failures
    outcome = campaign.run(part, options.seed, options.cases, options.minutes * 60)
    for number, failure in enumerate(outcome.failures.values(), start=1):
        path = options.folder / f"{part}-{options.seed}-{number}.json"
        campaign.save(failure.fields, path)
        print(f"{part}: {failure.what}, {failure.count} times, saved as {path}")
        print(failure.trace)
    answers = ", ".join(f"{name} {count:,}" for name, count in outcome.answers.most_common())
    print(
        f"{part}: {outcome.cases:,} requests of seed {options.seed}: {len(outcome.failures)} kinds "
        f"of failure, slowest answer {outcome.slowest:.2f} s of CPU ({answers})"
    )
    return not outcome.failures


def _replay(path: Path) -> int:
    from tests.fuzz import campaign

    campaign.warm_up()
    failure = campaign.failure_of(campaign.load(path))
    if failure is None:
        print("no failure")
        return 0
    print(failure.trace)
    return 1


if __name__ == "__main__":
    sys.exit(main())
