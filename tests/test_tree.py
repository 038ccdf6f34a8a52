"""`tests/` is the tree of the code, and modules with logic have a test of their name.

tests/untested.txt lists the modules with logic that are tested from outside only. It may only
shrink.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
UNTESTED = TESTS / "untested.txt"
PARTS = (
    "benchmarks",
    "charts",
    "config",
    "content",
    "diagnostics_api",
    "dictionary",
    "engine",
    "lab",
    "operations",
    "quizzes",
    "scripts",
    "web",
)
# Tests of several modules together, which have no address of their own in the code: the pages in a
# browser, every fault that a review found in reading, by its kind, the server under kills, and the
# whole way under hostile input.
TOGETHER = frozenset({"browser", "endurance", "engine/read/faults", "fuzz"})
BRANCHES = 4  # a module with fewer decisions is data, or a list of calls


def modules(root: Path = ROOT) -> list[Path]:
    """Return the modules of the product below `root`, relative to it."""
    paths = [path for part in PARTS for path in sorted((root / part).rglob("*.py"))]
    kept = [path.relative_to(root) for path in paths if "migrations" not in path.parts]
    return [path for path in kept if path.name != "__init__.py"]


def expected_test(module: Path) -> Path:
    return module.parent / f"test_{module.name}"


def stray_tests(root: Path = ROOT) -> list[str]:
    """Return tests below a part's folder whose folder does not exist in the code."""
    astray = []
    for part in PARTS:
        for test in sorted((root / "tests" / part).rglob("test_*.py")):
            folder = test.parent.relative_to(root / "tests")
            if folder.as_posix() not in TOGETHER and not (root / folder).is_dir():
                astray.append(test.relative_to(root).as_posix())
    return astray


def decisions(source: str) -> int:
    """Count the branches, loops and comprehensions of functions."""
    kinds = (ast.If, ast.IfExp, ast.For, ast.While, ast.comprehension, ast.ExceptHandler, ast.Match)
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return sum(isinstance(node, kinds) for function in functions for node in ast.walk(function))


def untested(root: Path = ROOT) -> list[str]:
    """Return modules with logic that have no test of their name."""
    return [
        module.as_posix()
        for module in modules(root)
        if not (root / "tests" / expected_test(module)).exists()
        and decisions((root / module).read_text(encoding="utf-8")) >= BRANCHES
    ]


def test_tests_lie_where_their_code_lies():
    assert stray_tests() == []


def test_modules_with_logic_have_a_test_of_their_name():
    listed = UNTESTED.read_text().split()

    assert sorted(set(untested()) - set(listed)) == []


def test_list_of_untested_modules_only_shrinks():
    """Take out of tests/untested.txt what has a test now, or is gone."""
    listed = UNTESTED.read_text().split()

    assert sorted(set(listed) - set(untested())) == []


def test_folders_of_tests_are_parts_of_the_code():
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and path.name[0] not in "_."}

    assert folders - TOGETHER <= set(PARTS)


@pytest.fixture
def small_tree(tmp_path):
    for path in ("engine/rank/decide.py", "tests/engine/rank/test_decide.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("def f(x):\n" + "    if x:\n        x = 1\n" * BRANCHES)
    return tmp_path


def test_module_without_its_test_is_found(small_tree):
    assert untested(small_tree) == []

    (small_tree / "tests/engine/rank/test_decide.py").rename(small_tree / "tests/engine/test_d.py")

    assert untested(small_tree) == ["engine/rank/decide.py"]


def test_module_of_data_needs_no_test(small_tree):
    (small_tree / "engine/table.py").write_text("ROWS = [number for number in range(9)]\n")

    assert untested(small_tree) == []


def test_test_in_a_folder_that_the_code_lacks_is_found(small_tree):
    astray = small_tree / "tests/engine/gone/test_decide.py"
    astray.parent.mkdir()
    astray.write_text("")

    assert stray_tests(small_tree) == ["tests/engine/gone/test_decide.py"]


def test_an_environment_is_ignored_even_as_a_link():
    """A pattern that ends in a slash takes folders alone; a link would be committed, and git puts a
    committed link in the place of an ignored folder.
    """
    patterns = (ROOT / ".gitignore").read_text().split()

    assert ".venv" in patterns
