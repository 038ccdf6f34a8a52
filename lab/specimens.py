"""Record the specimens again: run both programs of an entry and keep what they print.

    python -m lab specimens [SLUG ...]

The programs run in Python processes of their own, with one thread each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from lab.train.lazy import require

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "specimens"
PROGRAMS = ("bad", "good")
SECONDS = 600  # a program that takes longer is no specimen


class SpecimenError(RuntimeError):
    """A program that cannot be recorded."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "slug",
        nargs="*",
        help="entries whose programs to run; all when none is named",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=FOLDER,
        help="folder of the specimens",
    )


def run(options: argparse.Namespace) -> int:
    """Record the specimens that are asked for. Raises MissingTorchError and SpecimenError."""
    require()
    folder: Path = options.folder
    for slug in _slugs(folder, options.slug):
        for name in PROGRAMS:
            started = time.perf_counter()
            state = record(folder / slug / f"{name}.py")
            seconds = time.perf_counter() - started
            print(f"{slug} {name}: {state} ({seconds:.1f} s)", flush=True)
    return 0


def _slugs(folder: Path, asked: Sequence[str]) -> list[str]:
    known = sorted(path.name for path in folder.iterdir() if path.is_dir())
    unknown = sorted(set(asked) - set(known))
    if unknown:
        raise SpecimenError(f"no specimen is called {', '.join(unknown)}")
    return [slug for slug in known if not asked or slug in asked]


def record(program: Path) -> str:
    """Run a program, keep what it prints next to it, and say whether that changed.

    Raises SpecimenError with the last line of its errors when the program fails.
    """
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, program.name],
            cwd=program.parent,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise SpecimenError(f"{program}: still running after {SECONDS} s") from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no message"]
        raise SpecimenError(f"{program}: {lines[-1]}")

    recording = program.with_suffix(".jsonl")
    before = recording.read_text(encoding="utf-8") if recording.exists() else ""
    recording.write_text(done.stdout, encoding="utf-8")
    if done.stdout == before:
        return "unchanged"
    return "recorded"
