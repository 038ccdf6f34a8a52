"""One name of a class, one meaning: two pages never style the same class."""

import itertools
import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parent.parent.parent / "static" / "css"
# The sheets of one kind of page each; all others are loaded by every page.
PAGES = {
    "entry": ("entry", "entry-parts"),
    "lists": ("lists",),
    "home": ("home",),
    "quiz": ("quiz",),
    "diagnosis": ("diagnosis", "diagnosis-cards", "diagnosis-form", "diagnosis-read"),
    "api-docs": ("api-docs",),
}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTORS = re.compile(r"([^{}]+)\{")
FIRST_CLASS = re.compile(r"\s*[a-z0-9]*\.([\w-]+)")


def leading_classes(css):
    """The classes with which selectors begin: those that a sheet styles as its own."""
    classes = set()
    for selectors in SELECTORS.findall(COMMENT.sub("", css)):
        for selector in selectors.split(","):
            if match := FIRST_CLASS.match(selector):
                classes.add(match[1])
    return classes


def classes_of(page):
    sheets = [(STYLES / f"{name}.css").read_text() for name in PAGES[page]]
    return leading_classes("\n".join(sheets))


def test_leading_classes_are_those_before_the_first_space():
    css = "/* .no {} */ .rescue p, h1.statement { a: b } @media print { .case > li { c: d } } p { }"

    assert leading_classes(css) == {"rescue", "statement", "case"}


@pytest.mark.parametrize("pair", list(itertools.combinations(PAGES, 2)), ids="-".join)
def test_two_pages_style_no_class_together(pair):
    first, second = pair

    assert classes_of(first) & classes_of(second) == set()
