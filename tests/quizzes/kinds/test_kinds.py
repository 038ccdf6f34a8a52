"""Folder, entry of KINDS, template and test folder of each kind agree, in both directions."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from quizzes.kinds import KIND_OF, KINDS

ROOT = Path(__file__).parents[3]
CODE = ROOT / "quizzes" / "kinds"
TEMPLATES = ROOT / "templates" / "quizzes" / "kinds"
TESTS = Path(__file__).parent


def folders(root):
    """Names of the folders with Python files."""
    return {path.parent.name for path in root.glob("*/*.py")}


def faults(kinds, code, templates, tests):
    """Sentences on what does not agree, in both directions."""
    names = {kind.folder for kind in kinds}
    yield from (f"{name} is no folder in {code.name}" for name in sorted(names - folders(code)))
    yield from (f"{name} is not in KINDS" for name in sorted(folders(code) - names))
    pages = {path.stem for path in templates.glob("*.html")}
    yield from (f"{name} has no template" for name in sorted(names - pages))
    yield from (f"the template of {name} has no kind" for name in sorted(pages - names))
    yield from (f"{name} has no tests" for name in sorted(names - names_of_tested(tests)))
    yield from (f"the tests of {name} have no kind" for name in sorted(folders(tests) - names))


def names_of_tested(tests):
    """Names of the folders that hold a test."""
    files = tests.glob("*/test_*.py")
    return {
        path.parent.name
        for path in files
        if re.search(r"^def test_", path.read_text(), re.MULTILINE)
    }


def test_kinds_folders_templates_and_tests_agree():
    assert list(faults(KINDS, CODE, TEMPLATES, TESTS)) == []


def test_slugs_are_unique_and_well_formed():
    assert list(KIND_OF) == [kind.slug for kind in KINDS]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug) for kind in KINDS)
    assert len({kind.title for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_what_a_kind_names_exists(kind):
    assert get_template(kind.template)
    assert all(finders.find(script) for script in kind.scripts)


@pytest.fixture
def house(tmp_path):
    """A copy of the shape: code, template and test folder of every kind."""
    (tmp_path / "templates").mkdir()
    for kind in KINDS:
        for root, file in (("code", "make.py"), ("tests", "test_make.py")):
            (tmp_path / root / kind.folder).mkdir(parents=True)
            (tmp_path / root / kind.folder / file).write_text("def test_it(): ...")
        (tmp_path / "templates" / f"{kind.folder}.html").write_text("")
    return tmp_path


def faults_of(house):
    return list(faults(KINDS, house / "code", house / "templates", house / "tests"))


def test_the_guard_finds_nothing_in_a_whole_house(house):
    assert faults_of(house) == []


def test_a_misspelt_slug_is_found(house):
    (house / "code" / "term_to_fix").rename(house / "code" / "term_to_fx")
    assert faults_of(house) == ["term_to_fix is no folder in code", "term_to_fx is not in KINDS"]


def test_a_missing_template_is_found(house):
    (house / "templates" / "term_to_fix.html").unlink()
    assert faults_of(house) == ["term_to_fix has no template"]


def test_a_template_without_a_kind_is_found(house):
    (house / "templates" / "riddle.html").write_text("")
    assert faults_of(house) == ["the template of riddle has no kind"]


def test_a_kind_without_tests_is_found(house):
    (house / "tests" / "term_to_fix" / "test_make.py").write_text("")
    assert faults_of(house) == ["term_to_fix has no tests"]


def test_tests_without_a_kind_are_found(house):
    (house / "tests" / "riddle").mkdir()
    (house / "tests" / "riddle" / "test_make.py").write_text("def test_it(): ...")
    assert faults_of(house) == ["the tests of riddle have no kind"]
