"""The readers against the pages of the book that they read."""

import re
from importlib import import_module
from pathlib import Path

import engine.observe.normal as package
from engine.observe.normal import READERS, Boundary, Page, read_normal
from tests.engine.cases import case
from tests.engine.content import real_content
from tests.together import together

PAGES = {
    entry.slug: entry for entry in real_content().failure_modes if entry.entry_class == "normal"
}
MODULES = [read.__module__ for read in READERS]


def page_of(module) -> Page:
    return import_module(module).PAGE


def boundaries_of(module):
    """Return the boundaries that are constants of a module, those in its tables among them."""
    found = [page_of(module).boundary]
    for value in vars(import_module(module)).values():
        tabled = value.values() if isinstance(value, dict) else [value]
        found += [each for each in tabled if isinstance(each, Boundary)]
    return found


def test_every_normal_page_has_one_reader():
    slugs = [page_of(module).slug for module in MODULES]

    assert sorted(slugs) == sorted(PAGES)


def test_readings_come_in_the_order_of_the_readers():
    slugs = [reading.slug for reading in read_normal(case())]

    assert slugs == [page_of(module).slug for module in MODULES]


@together("module", MODULES)
def test_a_module_is_named_after_its_page(module):
    assert module.rpartition(".")[2].replace("_", "-") == page_of(module).slug


@together("module", MODULES)
def test_what_lies_beyond_is_what_the_page_names(module):
    page = PAGES[page_of(module).slug]
    named = {boundary.failure_mode for boundary in page.boundaries}
    named |= {item.failure_mode for item in page.look_alikes}

    assert {boundary.beyond for boundary in boundaries_of(module)} <= named


@together("module", MODULES)
def test_boundaries_are_sentences(module):
    for boundary in boundaries_of(module):
        assert re.fullmatch(r"[A-Z].*[^.]\.", boundary.text), boundary.text


def test_an_empty_case_is_called_nothing():
    states = {reading.state for reading in read_normal(case())}

    assert states <= {"not-measured", "not-shown"}


def test_all_modules_of_pages_are_read():
    folder = Path(package.__file__).parent
    pages = {path.stem for path in folder.glob("*.py") if "PAGE = Page(" in path.read_text()}

    assert pages == {module.rpartition(".")[2] for module in MODULES}
