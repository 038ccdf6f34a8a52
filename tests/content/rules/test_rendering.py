"""Formulas of a text can be drawn."""

import pytest

from tests.content.faults import (
    HIGH,
    assert_only_problem_is_at,
    assert_problem_after,
    problems_of,
)
from tests.small_content import edited

pytestmark = pytest.mark.usefixtures("small_engine")

FORMULA = "\\frac{2}{L}"


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("\\unknown{2}", "has the unknown command \\unknown"),
        ("\\frac{2}", "mfrac lacks a part"),
    ],
)
def test_formula_that_cannot_be_drawn_is_a_problem(files, formula, message):
    assert_problem_after((HIGH, FORMULA, formula), files, message)


def test_formula_that_cannot_be_drawn_has_the_line_of_its_text(files):
    assert_only_problem_is_at("## Mechanism", (HIGH, FORMULA, "\\unknown{2}"), files)


def test_formula_that_can_be_drawn_is_no_problem(files):
    assert problems_of(edited(files, HIGH, FORMULA, "\\sqrt{2L}")) == []
