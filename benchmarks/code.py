"""Measure the rules over program text: `python -m benchmarks.code [folder of clean programs]`.

Prints how many of the executed specimens the rules tell apart by their code alone, and how many
findings they have in 100 files of a folder, each of which is listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.observe.code.findings import CodeFinding, read_code
from engine.run import Case, Snippet

SPECIMENS = Path(__file__).parent.parent / "fixtures" / "specimens"


class Pair(NamedTuple):
    """bad, good: what was found in the program with the fault and in the one without it."""

    slug: str
    bad: tuple[CodeFinding, ...]
    good: tuple[CodeFinding, ...]

    @property
    def is_found(self) -> bool:
        """Return whether the two programs are told apart."""
        return bool(self.bad) and not self.good

    @property
    def is_named(self) -> bool:
        """Return whether a finding points to the entry of the pair itself."""
        modes = {finding.failure_mode for finding in self.bad}
        return self.is_found and self.slug in modes


class Listed(NamedTuple):
    """Number of files that were read, and all that was found in them."""

    files: int
    findings: tuple[CodeFinding, ...]

    @property
    def per_hundred(self) -> float:
        """Return the findings in 100 files; 0 for a folder without any program."""
        return 100 * len(self.findings) / self.files if self.files else 0.0


def findings_in(path: Path) -> tuple[CodeFinding, ...]:
    """Read one program; bytes that are no text are replaced."""
    text = path.read_text(
        encoding="utf-8",
        errors="replace",
    )
    snippet = Snippet(
        str(path),
        1,
        text,
    )
    case = Case(code=(snippet,))
    return read_code(case)


def pairs(folder: Path = SPECIMENS) -> Iterator[Pair]:
    """Read the programs of each entry, in the order of their names."""
    for entry in sorted(folder.iterdir()):
        bad = findings_in(entry / "bad.py")
        good = findings_in(entry / "good.py")
        yield Pair(
            entry.name,
            bad,
            good,
        )


def listed(folder: Path) -> Listed:
    """Read all programs below a folder."""
    paths = sorted(folder.rglob("*.py"))
    findings: list[CodeFinding] = []
    for path in paths:
        findings.extend(findings_in(path))
    return Listed(
        len(paths),
        tuple(findings),
    )


def report(specimens: list[Pair]) -> str:
    """Return the counts, and a line for each pair that is told apart with its rules."""
    found = [pair for pair in specimens if pair.is_found]
    named = [pair for pair in specimens if pair.is_named]
    false = [pair.slug for pair in specimens if pair.good]
    lines = [
        f"specimens found by code alone: {len(found)} of {len(specimens)}",
        f"of these with their own entry: {len(named)}",
        f"good programs with a finding: {len(false)} {' '.join(false)}".rstrip(),
    ]
    for pair in found:
        # Several rules may find one fault, and one rule several lines.
        rules = {finding.rule for finding in pair.bad}
        names = ", ".join(sorted(rules))
        lines.append(f"  {pair.slug}: {names}")
    return "\n".join(lines)


def report_of_folder(result: Listed) -> str:
    """Return the rate, and a line for each finding with its place."""
    count = len(result.findings)
    lines = [f"{count} findings in {result.files} files: {result.per_hundred:.2f} in 100"]
    for finding in result.findings:
        place = f"{finding.name}:{finding.line}"
        line = f"  {finding.rule} {place} {finding.quoted}"
        lines.append(line)
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the report of the specimens and of each folder that is given."""
    specimens = list(pairs())
    print(report(specimens))
    for folder in arguments:
        result = listed(Path(folder))
        print(report_of_folder(result))


if __name__ == "__main__":
    main(sys.argv[1:])
