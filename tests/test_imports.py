"""Which part may import which: read from the source, so that a wrong arrow fails the suite."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = (
    "engine",
    "content",
    "charts",
    "web",
    "config",
    "dictionary",
    "quizzes",
    "diagnostics_api",
    "operations",
)

# part -> which other parts of ours it may import
ALLOWED = {
    "engine": set(),
    "charts": set(),
    "web": set(),
    "content": {"engine", "charts"},
    "dictionary": {"content", "engine", "charts", "web"},
    "quizzes": {"content", "engine", "dictionary", "web"},
    "diagnostics_api": {"content", "engine", "charts", "dictionary", "quizzes", "web"},
    "operations": {"dictionary", "quizzes", "web"},
}
# where diagnostics_api may reach into its siblings
BRIDGES = {
    "dictionary": (
        "service/knowledge.py",
        "service/in_force.py",
        "rest/lists/",
    ),
    "quizzes": ("rest/lists/quizzes.py",),
}
ENGINE_LIBRARIES = {"numpy", "snowballstemmer"}
WITHOUT_DJANGO = ("engine", "content", "charts")


def sources(folder):
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def wrong_imports(part):
    for path in sources(part):
        for name in imported(path):
            top = name.split(".")[0]
            if top in PARTS and top != part and top not in ALLOWED[part]:
                yield f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_a_part_imports_only_what_it_may(part):
    assert list(wrong_imports(part)) == []


def test_the_engine_imports_only_itself_the_standard_library_and_two_packages():
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("engine")
        for name in imported(path)
        if name.split(".")[0] not in {"engine"} | sys.stdlib_module_names | ENGINE_LIBRARIES
    ]

    assert wrong == []


def is_bridge(path, sibling):
    place = path.relative_to(ROOT / "diagnostics_api").as_posix()
    return place.startswith(BRIDGES[sibling])


@pytest.mark.parametrize("sibling", sorted(BRIDGES))
def test_the_api_reaches_its_siblings_through_the_bridges_only(sibling):
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("diagnostics_api")
        for name in imported(path)
        if name.split(".")[0] == sibling and not is_bridge(path, sibling)
    ]

    assert wrong == []


def test_quizzes_may_import_the_engine_but_not_the_api():
    assert "engine" in ALLOWED["quizzes"]
    assert "diagnostics_api" not in ALLOWED["quizzes"]


def test_the_reader_of_imports_sees_both_forms(tmp_path):
    source = tmp_path / "module.py"
    source.write_text("import dictionary.models\nfrom quizzes import grade\n")

    assert list(imported(source)) == ["dictionary.models", "quizzes"]


@pytest.mark.parametrize("part", WITHOUT_DJANGO)
def test_a_part_that_needs_no_django_imports_none(part):
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(part)
        for name in imported(path)
        if name.split(".")[0] in {"django", "rest_framework"}
    ]

    assert wrong == []
