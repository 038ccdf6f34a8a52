"""The budget of the code, file by file: nodes a line, packed expressions, sizes, arguments.

Limits of lines alone reward packing several thoughts into one line, so the syntax nodes a line are
limited too. Files of fewer than ten lines that are not blank are free of that rule: one import or
one call decides about their mean. Tests keep the limits of size only: tables of cases are dense.

`density.tsv` lists the files that are not there yet, each with its value. The list may only shrink:
a file that got better must be lowered in it by `python scripts/figures.py --exceptions`.
"""

from functools import cache
from pathlib import Path

from scripts.structure.budget import CODE_RULES, budget_breaches
from scripts.structure.checkout import read_checkout
from scripts.structure.exceptions import (
    by_place,
    improved,
    read_exceptions,
    unlisted,
    worsened,
)

ROOT = Path(__file__).parent.parent
LISTED = read_exceptions(ROOT / "tests/density.tsv")
LOWER = "run: python scripts/figures.py --exceptions"


@cache
def measured():
    return by_place(budget_breaches(read_checkout(ROOT)))


def described(values):
    rules = {rule.name: rule for rule in CODE_RULES}
    return [
        f"{path}: {rule} is {value:g}, limit {rules[rule].limit:g}: {rules[rule].advice}"
        for (path, rule), value in sorted(values.items())
    ]


def test_files_that_are_not_listed_keep_the_budget():
    assert described(unlisted(LISTED, measured())) == []


def test_listed_files_do_not_get_worse():
    assert described(worsened(LISTED, measured())) == []


def test_files_that_got_better_are_lowered_in_the_list():
    assert described(improved(LISTED, measured())) == [], LOWER


def test_listed_rules_exist():
    names = {rule.name for rule in CODE_RULES}

    assert {rule for _, rule in LISTED} <= names
