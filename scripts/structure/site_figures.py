"""Figures of a Django site: views, urls, settings, dependencies."""

import ast
import tomllib
from collections.abc import Sequence
from pathlib import Path

from scripts.structure.checkout import Source
from scripts.structure.figure import Figure, largest, median
from scripts.structure.sums import line_counts, line_sum
from scripts.structure.syntax import line_count


def view_figures(code: Sequence[Source]) -> list[Figure]:
    sources = [source for source in code if is_view_file(source.path)]
    lengths = [line_count(view) for view in function_views(sources)]
    classes = sum(class_count(source.tree) for source in sources)
    queries = [source.text.count(".objects") for source in sources]
    return [
        Figure(
            "views",
            "function views median / max",
            {"median": median(lengths), "max": largest(lengths)},
        ),
        Figure(
            "view_classes",
            "classes in view files",
            {"classes": classes},
        ),
        Figure(
            "objects",
            ".objects / lines in view files",
            {"objects": sum(queries), "lines": line_sum(sources)},
        ),
    ]


def class_count(tree: ast.Module) -> int:
    """Count every class: views, and their paginators and parsers."""
    return sum(isinstance(node, ast.ClassDef) for node in ast.walk(tree))


def is_view_file(path: str) -> bool:
    """Return whether the file is a views.py or in a folder called views."""
    *folders, name = path.split("/")
    return name == "views.py" or "views" in folders


def function_views(sources: Sequence[Source]) -> list[ast.FunctionDef]:
    """Return the functions at the top of a file whose first argument is `request`."""
    views: list[ast.FunctionDef] = []
    for source in sources:
        functions = [node for node in source.tree.body if isinstance(node, ast.FunctionDef)]
        views.extend(filter(takes_request, functions))
    return views


def takes_request(function: ast.FunctionDef) -> bool:
    arguments = function.args.args
    if not arguments:
        return False
    return arguments[0].arg == "request"


def url_figure(code: Sequence[Source]) -> Figure:
    files = [source for source in code if is_url_file(source.path)]
    return Figure(
        "urls",
        "url files / median lines",
        {"files": len(files), "lines": median(line_counts(files))},
    )


def is_url_file(path: str) -> bool:
    name = path.split("/")[-1]
    return name == "urls.py"


def settings_figure(code: Sequence[Source]) -> Figure:
    files = [source for source in code if lists_apps(source.tree)]
    return Figure(
        "settings",
        "settings files / lines",
        {"files": len(files), "lines": line_sum(files)},
    )


def lists_apps(tree: ast.Module) -> bool:
    """Return whether the file assigns INSTALLED_APPS, as Django's settings do."""
    for statement in tree.body:
        for target in assigned(statement):
            if isinstance(target, ast.Name) and target.id == "INSTALLED_APPS":
                return True
    return False


def assigned(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.Assign):
        return statement.targets
    if isinstance(statement, ast.AnnAssign):
        return [statement.target]
    return []


def dependency_figure(root: Path) -> Figure:
    return Figure(
        "dependencies",
        "runtime dependencies",
        {"number": dependency_count(root)},
    )


def dependency_count(root: Path) -> int | None:
    """Count the dependencies in pyproject.toml; None without such a list."""
    try:
        text = (root / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text).get("project", {})
    except (OSError, tomllib.TOMLDecodeError):
        return None
    if "dependencies" not in project:
        return None
    return len(project["dependencies"])
