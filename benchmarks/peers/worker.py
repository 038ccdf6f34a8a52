"""Answer for one tool, in the Python that it is installed in.

python -m benchmarks.peers.worker ADAPTER DISTRIBUTION

Prints a line with the version, or with what is missing. Then reads a path a line and prints a line
with the findings and the milliseconds they took, or with the error that the tool raised. Lines are
JSON. Standard library only.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import astuple
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from benchmarks.peers.finding import Finding

Read = Callable[[Path], list[Finding]]


def introduced(adapter: str, distribution: str) -> tuple[dict[str, str], Read | None]:
    """Return the first line and the tool; None where the tool cannot be imported."""
    try:
        module = importlib.import_module(f"benchmarks.peers.adapters.{adapter}")
        return {"version": version(distribution)}, module.findings
    except (ImportError, PackageNotFoundError) as error:
        return {"missing": str(error)}, None


def reply(read: Read, path: Path) -> dict[str, object]:
    """Return the findings of a file. A tool may raise anything: the error is its answer."""
    began = time.perf_counter()
    try:
        with redirect_stdout(sys.stderr):
            found = read(path)
    except Exception as error:
        return {"failure": f"{type(error).__name__}: {error}"}
    took = time.perf_counter() - began
    rows = [astuple(finding) for finding in found]
    return {
        "findings": rows,
        "milliseconds": 1000 * took,
    }


def serve(
    adapter: str,
    distribution: str,
    paths: TextIO,
    answers: TextIO,
) -> int:
    """Answer every line of `paths`. Returns 1 where the tool is missing."""
    first, read = introduced(adapter, distribution)
    _say(first, answers)
    if read is None:
        return 1
    for line in paths:
        path = Path(line.strip())
        answer = reply(read, path)
        _say(answer, answers)
    return 0


def _say(answer: Mapping[str, object], answers: TextIO) -> None:
    line = json.dumps(answer)
    print(line, file=answers, flush=True)


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1], sys.argv[2], sys.stdin, sys.stdout))
