"""Nothing outside the lab imports it or PyTorch, and the lab imports nothing of the site."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SITE = ("benchmarks", "charts", "config", "dictionary", "diagnostics_api", "quizzes")


def packages_imported(folder):
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield (node.module or "").split(".")[0]


def test_the_site_and_the_benchmarks_import_neither_the_lab_nor_torch():
    found = {package for folder in SITE for package in packages_imported(folder)}

    assert "numpy" in found
    assert found.isdisjoint({"lab", "torch"})


def test_the_lab_imports_nothing_of_the_site():
    found = set(packages_imported("lab"))

    assert "torch" in found
    assert found.isdisjoint(SITE)
