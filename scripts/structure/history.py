"""Figures of the commits: subjects, bodies, size."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.structure.figure import Figure, median, number_over, share

SUBJECT_LENGTH = 72
LARGE_COMMIT = 500
DATA = re.compile(
    r"(^|/)fixtures/|\.(csv|json|jsonl|lock|log|npz|svg|tsv|txt|woff2|xml)$",
)
# Separators that no message contains.
COMMIT = "\x1e"
BODY = "\x1f"
FILES = "\x1d"
COMMAND = (
    "git",
    "log",
    "--no-merges",
    "--no-renames",
    "--numstat",
    f"--format={COMMIT}%s{BODY}%b{FILES}",
)


@dataclass(frozen=True)
class Commit:
    """`changes` maps the path of each text file to the number of its changed lines."""

    subject: str
    body: str
    changes: dict[str, int]


def read_commits(root: Path) -> list[Commit]:
    """Return the commits that are no merges; none without git."""
    try:
        log = subprocess.run(  # noqa: S603
            COMMAND,
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    return parsed_log(log.stdout)


def parsed_log(log: str) -> list[Commit]:
    commits = []
    for record in log.split(COMMIT)[1:]:
        message, _, numstat = record.partition(FILES)
        subject, _, body = message.partition(BODY)
        changes = parsed_changes(numstat)
        commits.append(Commit(subject, body.strip(), changes))
    return commits


def parsed_changes(numstat: str) -> dict[str, int]:
    changes = {}
    for line in numstat.strip().splitlines():
        added, removed, path = line.split("\t", 2)
        if added != "-":  # git counts no lines of a binary file
            changes[path] = int(added) + int(removed)
    return changes


def history_figures(commits: Sequence[Commit]) -> list[Figure]:
    return [
        *message_figures(commits),
        *size_figures(commits),
    ]


def message_figures(commits: Sequence[Commit]) -> list[Figure]:
    lengths = [len(commit.subject) for commit in commits]
    bodies = [commit.body for commit in commits if commit.body]
    return [
        Figure(
            "commits",
            "commits",
            {"number": len(commits)},
        ),
        Figure(
            "subjects",
            f"subject length median / over {SUBJECT_LENGTH}",
            {"median": median(lengths), "over": number_over(SUBJECT_LENGTH, lengths)},
        ),
        Figure(
            "bodies",
            "commits with a body",
            {"share": share(len(bodies), len(commits))},
        ),
    ]


def size_figures(commits: Sequence[Commit]) -> list[Figure]:
    """Measure the commits that change more than data, without that data."""
    files = []
    lines = []
    for commit in commits:
        written = line_counts_without_data(commit)
        if written:
            files.append(len(written))
            lines.append(sum(written))
    return [
        Figure(
            "commit_size",
            "files / lines a commit",
            {"files": median(files), "lines": median(lines)},
        ),
        Figure(
            "large_commits",
            f"commits over {LARGE_COMMIT} lines",
            {"number": number_over(LARGE_COMMIT, lines)},
        ),
    ]


def line_counts_without_data(commit: Commit) -> list[int]:
    changes = commit.changes.items()
    return [lines for path, lines in changes if not DATA.search(path)]
