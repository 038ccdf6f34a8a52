"""Follow files that were renamed since the list of exceptions was last written."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

# Renames of dense files that are formatted anew in the same change are still found at 40 %.
# Without -l0 git gives up on renames in a change of very many files.
RENAMED_FILES = (
    "diff",
    "--name-status",
    "--diff-filter=R",
    "--find-renames=40%",
    "-l0",
)


def new_path(path: str, renames: Mapping[str, str]) -> str:
    """Return the path after the rename of the file, or else of the nearest folder above it."""
    if path in renames:
        return renames[path]
    for parent in Path(path).parents:
        folder = parent.as_posix()
        if folder not in renames:
            continue
        name = path.removeprefix(folder)
        return renames[folder] + name
    return path


def git_renames(root: Path, file: Path) -> dict[str, str]:
    """Return the renames between the last commit that changed `file` and the working tree.

    Git sees a new path only when it is in the index.
    """
    path = file.relative_to(root)
    commit = git_output(
        root,
        "log",
        "-1",
        "--format=%H",
        "--",
        path.as_posix(),
    )
    if not commit:
        return {}
    changes = git_output(root, *RENAMED_FILES, commit)
    return parsed_renames(changes)


def parsed_renames(changes: str) -> dict[str, str]:
    renames = {}
    for line in changes.splitlines():
        _, old, new = line.split("\t")
        renames[old] = new
    return renames


def git_output(root: Path, *arguments: str) -> str:
    """Return the output of git, "" outside a repository."""
    try:
        command = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return command.stdout.strip()
