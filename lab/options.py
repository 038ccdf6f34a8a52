"""Declare the options of the command line, and read their values."""

from __future__ import annotations

import argparse
from pathlib import Path

from lab import faults
from lab.plan import HEALTHY


def add_selection(command: argparse.ArgumentParser) -> None:
    """Add the options that choose runs: faults, seeds and a part of them."""
    names = ", ".join((*faults.SLUGS, HEALTHY))
    command.add_argument(
        "--fault",
        action="append",
        default=[],
        help=f"plan this fault; may be given several times (all). One of {names}",
    )
    command.add_argument(
        "--seeds",
        type=positive,
        default=1,
        help="runs per fault and setup (1)",
    )
    command.add_argument(
        "--first",
        type=int,
        default=0,
        help="first seed (0)",
    )
    command.add_argument(
        "--part",
        type=part,
        default=(1, 1),
        metavar="K/N",
        help="take part K of N, for several machines with a store each",
    )


def add_run_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--store",
        type=Path,
        required=True,
        help="folder; made if it is missing",
    )
    command.add_argument(
        "--plan",
        type=Path,
        help="file made by the command plan; takes the place of --fault, --seeds and --first",
    )
    command.add_argument(
        "--workers",
        type=positive,
        default=1,
        help="processes (1)",
    )
    command.add_argument(
        "--limit",
        type=positive,
        help="make at most so many runs this time",
    )


def add_measure_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--store",
        type=Path,
        required=True,
    )
    command.add_argument(
        "--symptom",
        action="append",
        default=[],
        help="print this one alone",
    )
    command.add_argument(
        "--write",
        type=Path,
        metavar="PATH",
        help="write likelihoods as YAML",
    )


def positive(text: str) -> int:
    """Read a whole number from 1. Raises errors that argparse turns into messages."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def part(text: str) -> tuple[int, int]:
    """Read K/N as two numbers."""
    number, _, parts = text.partition("/")
    try:
        return int(number), int(parts)
    except ValueError as error:
        raise argparse.ArgumentTypeError("must look like 1/4") from error
