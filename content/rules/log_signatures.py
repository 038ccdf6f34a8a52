"""Check that each log signature has a name of its own and a line that tests it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import engine
from content.problems import Problem, Problems
from content.tree import Tree
from engine.observe.log.tables import SIGNATURES

ENGINE = Path(engine.__file__).parent
ROOT = ENGINE.parent
TABLES = ROOT / "engine/observe/log/tables"
LINES = ROOT / "tests/engine/observe/log/data/signature_lines.tsv"


def signatures_have_names_of_their_own(_: Tree) -> Problems:
    """Name each signature whose name another one has."""
    names = Counter(signature.name for signature in SIGNATURES)
    for name, count in names.items():
        if count > 1:
            yield _problem_of(
                name,
                f"{count} log signatures have the name {name}",
            )


def signatures_have_lines(_: Tree) -> Problems:
    """Name each signature without a line in the tests, and each line without a signature."""
    if not LINES.parent.exists():  # only the product is installed
        return
    names = _names_of_lines()
    signatures = {signature.name for signature in SIGNATURES}
    untested = signatures.difference(names)
    for name in sorted(untested):
        yield _problem_of(
            name,
            f"{name} has no line in {_shown(LINES)}",
        )
    yield from _needless(names, signatures)


def _needless(
    names: list[str],
    signatures: set[str],
) -> Problems:
    """Name each line that no signature needs."""
    path = _shown(LINES)
    tested = set()
    for number, name in enumerate(names, start=1):
        if name not in signatures:
            yield Problem(
                path,
                number,
                f"there is no log signature {name}",
            )
        elif name in tested:
            yield Problem(
                path,
                number,
                f"{name} has a line already",
            )
        tested.add(name)


def _names_of_lines() -> list[str]:
    """Return the name before the tab of each line, in order."""
    if not LINES.exists():
        return []
    text = LINES.read_text(encoding="utf-8")
    names = []
    for line in text.splitlines():
        name, _, _ = line.partition("\t")
        names.append(name)
    return names


def _problem_of(
    name: str,
    message: str,
) -> Problem:
    """Return a problem at the line of the tables that names the signature last."""
    place = _shown(TABLES)
    line = 1
    quoted = f'"{name}",'
    tables = TABLES.rglob("*.py")
    for path in sorted(tables):
        text = path.read_text(encoding="utf-8")
        before, separator, _ = text.rpartition(quoted)
        if separator:
            place = _shown(path)
            line = before.count("\n") + 1
    return Problem(place, line, message)


def _shown(path: Path) -> str:
    below = path.relative_to(ROOT)
    return below.as_posix()
