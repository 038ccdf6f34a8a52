"""Record the specimens again: run both programs of an entry and keep what they print, unless that
is not what the entry expects.

    python -m lab specimens [SLUG ...]

The programs run in Python processes of their own, with one thread each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from content.entry_file import read_entry
from content.expectations import unmet
from lab.train.lazy import require

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FOLDER = FIXTURES / "specimens"
ENTRIES = FIXTURES / "failure_modes"
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
    parser.add_argument(
        "--entries",
        type=Path,
        default=ENTRIES,
        help="folder of the entries, which say what the recordings must show",
    )


def run(options: argparse.Namespace) -> int:
    """Record the specimens that are asked for. Raises MissingTorchError and SpecimenError."""
    require()
    folder: Path = options.folder
    for slug in _slugs(folder, options.slug):
        printed = {}
        for name in PROGRAMS:
            started = time.perf_counter()
            printed[name] = output_of(folder / slug / f"{name}.py")
            seconds = time.perf_counter() - started
            print(f"{slug} {name}: {seconds:.1f} s", flush=True)
        refuse_other_runs(slug, printed, options.entries)
        for name, text in printed.items():
            state = keep(folder / slug / f"{name}.jsonl", text)
            print(f"{slug} {name}: {state}", flush=True)
    return 0


def refuse_other_runs(
    slug: str,
    printed: Mapping[str, str],
    entries: Path,
) -> None:
    """Raise SpecimenError where the entry expects something else of its runs."""
    expectations = expectations_of(slug, entries)
    faults = list(
        unmet(
            expectations,
            printed["bad"],
            printed["good"],
        )
    )
    if faults:
        listed = "; ".join(faults)
        raise SpecimenError(f"{slug} is not recorded: {listed}")


def expectations_of(
    slug: str,
    entries: Path,
) -> Sequence[str]:
    """Return what the entry expects of its recordings; nothing where it is not written yet."""
    for path in entries.glob(f"*/{slug}.md"):
        text = path.read_text(encoding="utf-8")
        document, _ = read_entry(path.name, text)
        data = document.data
        if isinstance(data, dict) and data.get("example"):
            example = data["example"]
            return list(example.get("expect", ()))
    return []


def _slugs(folder: Path, asked: Sequence[str]) -> list[str]:
    known = sorted(path.name for path in folder.iterdir() if path.is_dir())
    unknown = sorted(set(asked) - set(known))
    if unknown:
        raise SpecimenError(f"no specimen is called {', '.join(unknown)}")
    return [slug for slug in known if not asked or slug in asked]


def output_of(program: Path) -> str:
    """Run a program and return what it prints.

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
    return done.stdout


def keep(recording: Path, text: str) -> str:
    """Write a recording and say whether it changed."""
    before = recording.read_text(encoding="utf-8") if recording.exists() else ""
    recording.write_text(text, encoding="utf-8")
    return "unchanged" if text == before else "recorded"
