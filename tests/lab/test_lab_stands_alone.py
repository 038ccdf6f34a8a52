"""Nothing outside the lab imports it or PyTorch, and few of its modules import the site."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SITE = (
    "engine",
    "content",
    "benchmarks",
    "charts",
    "config",
    "dictionary",
    "diagnostics_api",
    "quizzes",
)
BRIDGES = {
    "labels.py": {"content", "engine"},
    "measure.py": {"engine"},
    "snippets/command.py": {"content"},
    "snippets/run.py": {"content"},
    "specimens.py": {"content"},
}


def packages_imported(folder):
    for path in (ROOT / folder).rglob("*.py"):
        yield from packages_of(path)


def packages_of(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def test_the_site_and_the_benchmarks_import_neither_the_lab_nor_torch():
    found = {package for folder in SITE for package in packages_imported(folder)}

    assert "numpy" in found
    assert found.isdisjoint({"lab", "torch"})


def test_the_lab_imports_the_site_through_few_modules():
    assert "torch" in set(packages_imported("lab"))
    lab = ROOT / "lab"
    for path in lab.rglob("*.py"):
        allowed = BRIDGES.get(path.relative_to(lab).as_posix(), set())
        assert set(packages_of(path)) & set(SITE) == allowed, path
