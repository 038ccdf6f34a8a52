"""Look for known weaknesses of the locked packages: python scripts/audit.py [LOCK ...].

Exit code 0: none is known, or no database of advisories can be reached (it says so). 1: there are.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 300


@dataclass(frozen=True)
class Audit:
    """What was found: lines about weaknesses, and how many packages could be looked up."""

    weaknesses: tuple[str, ...]
    looked_up: int
    skipped: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("locks", nargs="*", type=Path, default=[Path("requirements.lock")])
    arguments = parser.parse_args()
    codes = [report(lock, audit(lock)) for lock in arguments.locks]
    return max(codes)


def audit(lock: Path) -> Audit | None:
    """Ask pip-audit about every package of a lock file; None where it got no answer."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps"]
        options = ["--progress-spinner", "off", "--format", "json", "--output", str(answer)]
        try:
            subprocess.run(  # noqa: S603 (a program of ours)
                [*command, *options, "--requirement", str(lock)],
                capture_output=True,
                check=False,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return None
        if not answer.exists():
            return None
        document = json.loads(answer.read_text())
    return found(document["dependencies"])


def found(packages: Iterable[dict[str, Any]]) -> Audit:
    weaknesses = []
    looked_up = skipped = 0
    for package in packages:
        if "skip_reason" in package:
            skipped += 1
            continue
        looked_up += 1
        for weakness in package["vulns"]:
            fixed = ", ".join(weakness["fix_versions"]) or "no version yet"
            named = f"{package['name']} {package['version']}"
            weaknesses.append(f"{named}: {weakness['id']}, fixed in {fixed}")
    return Audit(
        weaknesses=tuple(weaknesses),
        looked_up=looked_up,
        skipped=skipped,
    )


def report(lock: Path, result: Audit | None) -> int:
    """Print what was found, and return the exit code."""
    if result is None or not result.looked_up:
        print(f"{lock}: not audited, no database of advisories can be reached from here")
        return 0
    for line in result.weaknesses:
        print(f"{lock}: {line}")
    count = len(result.weaknesses)
    print(f"{lock}: {count} weaknesses in {result.looked_up} packages, {result.skipped} not known")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
