"""The records of the faults; these tests need no PyTorch."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import lab
from lab.faults import ALL, CHAPTERS, SLUGS, faults_of

FOLDER = Path(lab.__file__).parent / "faults"


def test_no_two_faults_share_slug_and_setup():
    assert max(Counter(fault.name for fault in ALL).values()) == 1


def test_every_module_is_a_chapter():
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "fault"}

    assert modules == set(CHAPTERS)


def test_a_slug_has_all_its_faults_in_one_chapter():
    for slug in SLUGS:
        chapters = {name for name, faults in CHAPTERS.items() for one in faults if one.slug == slug}
        assert len(chapters) == 1, slug


def test_an_unknown_slug_has_no_faults():
    assert faults_of("bad-luck") == ()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_every_field_of_a_fault_is_named(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault":
            assert not node.args


def test_no_fault_lists_a_label_twice():
    for fault in ALL:
        assert len(set(fault.also)) == len(fault.also), fault.name
        assert fault.slug not in fault.also, fault.name
