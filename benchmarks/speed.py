"""Time the readers on long texts, beside a plain pass over the numbers of the same texts.

python -m benchmarks.speed [--size MB] [--repeat N] [--row SUBSTRING]
python -m benchmarks.speed --answers [--repeat N] [--row SUBSTRING]
python -m benchmarks.speed --memory [--size MB]

The plain pass splits the text into lines, finds the numbers with one regular expression and
converts each: what any reader has to do. Times are CPU seconds, the best of N, so that a busy
machine blurs them little. `--answers` times whole answers; see answer_speed. `--memory` loads the
content into a database of its own, lets `manage.py diagnose` read a file of 100 MB of step lines,
and prints the largest memory of that process beside that of one that reads 1 kB, and of the first
one after loading, which makes what the others find in var/derived. Code that changes meanwhile
makes each of them the first.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy import FIXTURES
from benchmarks.progress import counted
from benchmarks.speed_texts import LAYOUTS, STEP_LINES, Layout, pieces_of, text_of
from content.to_knowledge import knowledge_from_files
from engine.read import Inputs, NamedFile, NameTables, ReadError, read_case

ROOT = Path(__file__).parent.parent
MEGABYTE = 1_000_000
SIZE = 1.0  # MB of each layout
LONG = 8.0  # MB of step lines, to see whether time grows with size
MEMORY_SIZE = 100.0
SMALL = 0.001  # MB of a text whose memory is that of the command itself
REPEAT = 3
MANAGE = (sys.executable, "manage.py")
LOADING = (
    ("migrate", "--noinput", "--verbosity", "0"),
    ("load_dictionary",),
)

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_HEADER = (
    f"{'layout':<18}{'MB':>6}  {'read as':<16}{'MB/s':>8}{'plain MB/s':>12}{'times slower':>14}"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """CPU seconds of reading a text and of the plain pass over it."""

    name: str
    megabytes: float
    read_as: str
    seconds: float
    plain_seconds: float

    def __str__(self) -> str:
        speed = self.megabytes / self.seconds
        plain = self.megabytes / self.plain_seconds
        ratio = self.seconds / self.plain_seconds
        label = f"{self.name:<18}{self.megabytes:>6.2f}  {self.read_as:<16}"
        return f"{label}{speed:>8.2f}{plain:>12.2f}{ratio:>14.2f}"


def plain_pass(text: str) -> float:
    """Return the sum of all numbers of a text."""
    total = 0.0
    for line in text.splitlines():
        for match in _NUMBER.finditer(line):
            total += float(match.group())
    return total


def read_as(content: bytes, names: NameTables) -> str:
    """Read a file; return the format that it was taken for, or that it was refused or empty."""
    file = NamedFile("run.txt", content)
    try:
        case = read_case(Inputs(files=(file,)), names)
    except ReadError:
        return "refused"
    formats = [read.format for read in case.read_as]
    return formats[0] if formats else "nothing"


def best_of(call: Callable[[], object], repeat: int) -> float:
    """Return the least CPU seconds of so many calls."""
    best = float("inf")
    for _ in range(repeat):
        started = time.process_time()
        call()
        seconds = time.process_time() - started
        best = min(best, seconds)
    return max(best, 1e-9)  # a clock may stand still over a text of a few lines


def timing(
    layout: Layout,
    megabytes: float,
    names: NameTables,
    repeat: int,
) -> Timing:
    """Make a text and time both passes over it."""
    characters = round(megabytes * MEGABYTE)
    text = text_of(layout, characters)
    content = text.encode()
    return Timing(
        name=layout.name,
        megabytes=len(content) / MEGABYTE,
        read_as=read_as(content, names),
        seconds=best_of(lambda: read_as(content, names), repeat),
        plain_seconds=best_of(lambda: plain_pass(text), repeat),
    )


def write_text(
    layout: Layout,
    megabytes: float,
    path: Path,
) -> None:
    """Write a text piece by piece: the memory of this process would count for its children."""
    characters = round(megabytes * MEGABYTE)
    pieces = pieces_of(layout, characters)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)


def peak_megabytes(command: Sequence[str], environment: dict[str, str]) -> float:
    """Run a command and return its largest resident memory. Raises CalledProcessError."""
    with subprocess.Popen(  # noqa: S603 - our own commands
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    ) as process:
        # getrusage would give the largest of all children, those that load the content too
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return usage.ru_maxrss * 1024 / MEGABYTE  # Linux counts kilobytes


def memory(megabytes: float) -> str:
    """Return the lines about the memory of the terminal command. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = f"sqlite:///{folder / 'site.sqlite3'}"
        environment = {
            **os.environ,
            "DATABASE_URL": database,
            "DEBUG": "0",
            "SECRET_KEY": "only-to-measure",
        }
        sys.stderr.write("Loading the content ...\n")
        for arguments in LOADING:
            peak_megabytes([*MANAGE, *arguments], environment)
        lines = []
        runs = ((SMALL, ", the first diagnosis"), (SMALL, ""), (megabytes, ""))
        for size, which in runs:
            file = folder / "steps.log"
            write_text(STEP_LINES, size, file)
            sys.stderr.write(f"Diagnosing {size:g} MB ...\n")
            command = [*MANAGE, "diagnose", str(file)]
            started = time.perf_counter()
            peak = peak_megabytes(command, environment)
            seconds = time.perf_counter() - started
            used = f"peak {peak:,.0f} MB, {seconds:.1f} s"
            lines.append(f"{size:>8g} MB of step lines{which}: {used}")
        return "\n".join(lines)


def chosen_texts(size: float | None, substring: str) -> list[tuple[Layout, float]]:
    """Return layouts and megabytes; without a size, step lines come long as well."""
    texts = [(layout, size or SIZE) for layout in LAYOUTS]
    if size is None:
        texts.insert(1, (STEP_LINES, LONG))
    return [each for each in texts if substring in each[0].name]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--size",
        type=float,
        metavar="MB",
        help="of each text (default: 1)",
    )
    parser.add_argument(
        "--repeat",
        type=int,
        metavar="N",
        help="the best of N counts",
    )
    parser.add_argument(
        "--row",
        default="",
        metavar="SUBSTRING",
        help="only rows whose name holds this",
    )
    parser.add_argument(
        "--answers",
        action="store_true",
        help="whole answers instead of readers",
    )
    parser.add_argument(
        "--memory",
        action="store_true",
        help="peak memory of manage.py diagnose",
    )
    return parser.parse_args()


def main() -> None:
    chosen = options()
    if chosen.memory:
        try:
            print(memory(chosen.size or MEMORY_SIZE))
        except subprocess.CalledProcessError as error:
            sys.exit(f"error: {error}")
        return
    if chosen.answers:
        from benchmarks import answer_speed  # which takes its clock from here

        answer_speed.show(chosen.row, chosen.repeat or answer_speed.REPEAT)
        return
    names = knowledge_from_files(FIXTURES)
    texts = chosen_texts(chosen.size, chosen.row)
    print(_HEADER)
    for layout, megabytes in counted(texts, "texts"):
        line = timing(
            layout,
            megabytes,
            names,
            chosen.repeat or REPEAT,
        )
        print(line, flush=True)


if __name__ == "__main__":
    main()
