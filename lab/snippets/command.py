"""Run every snippet and keep in fixtures/snippets.lock what ran, with which releases and when."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from content.files import read_files
from content.schema import FailureMode
from content.snippets import PlacedSnippet, SnippetLock, snippets_of, write_lock
from content.tree import parse
from lab.snippets.run import run_error, unresolved

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"
PACKAGES = (
    "torch",
    "lightning",
    "transformers",
    "keras",
    "scikit-learn",
    "numpy",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 when a snippet fails or a name is not there."""
    options = parser().parse_args(arguments)
    entries = entries_in(options.folder)
    missing = set(options.slug) - {entry.slug for entry in entries}
    if missing:
        listed = ", ".join(sorted(missing))
        print(f"error: no readable entry {listed}", file=sys.stderr)
        return 1

    if options.slug:
        entries = [entry for entry in entries if entry.slug in options.slug]
    snippets = list(snippets_of(entries))
    errors = 0
    for snippet in snippets:
        errors += report(snippet, names_only=options.names_only)
    for entry in entries:
        errors += report_names(entry)

    print(f"{len(snippets)} snippets of {len(entries)} entries, {errors} errors")
    if errors:
        return 1
    if not options.slug and not options.names_only:
        lock = lock_of(snippets)
        write_lock(options.folder, lock)
    return 0


def entries_in(folder: Path) -> list[FailureMode]:
    files = read_files(folder)
    tree = parse(files)
    return [record.value for record in tree.failure_modes]


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="scripts/check_snippets",
        description="Run the snippets of all fixes against the installed libraries.",
    )
    top.add_argument(
        "slug",
        nargs="*",
        help="entries to check; the lock is written for all only",
    )
    top.add_argument(
        "--folder",
        type=Path,
        default=FIXTURES,
        help="content folder",
    )
    top.add_argument(
        "--names-only",
        action="store_true",
        help="only resolve the names, for instance against the oldest release that they give",
    )
    return top


def report(snippet: PlacedSnippet, names_only: bool) -> int:
    """Print the error of a snippet; return how many there are."""
    if names_only:
        return 0
    error = run_error(snippet)
    if not error:
        return 0
    print(f"{snippet.name}: {error}", file=sys.stderr, flush=True)
    return 1


def report_names(entry: FailureMode) -> int:
    """Print the names of libraries that are not there; return how many there are."""
    errors = 0
    for fix in entry.fixes:
        for api in fix.apis:
            for line in unresolved(api):
                print(f"{entry.slug}: {fix.title}: {line}", file=sys.stderr)
                errors += 1
    return errors


def lock_of(snippets: Sequence[PlacedSnippet]) -> SnippetLock:
    versions = {name: importlib.metadata.version(name) for name in PACKAGES}
    return SnippetLock(
        date=dt.date.today(),
        python=platform.python_version(),
        versions=versions,
        snippets={snippet.name: snippet.fingerprint for snippet in snippets},
    )
