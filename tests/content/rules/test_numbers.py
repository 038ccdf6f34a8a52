"""Figures of an entry have a source."""

import pytest

from content.rules import numbers
from tests.parsed import parsed
from tests.small_content import entry, small_files


def messages(rule, **fields):
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", **fields)
    files = small_files(failure_modes=(changed, low))
    return [problem.message for problem in rule(parsed(files))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("two of 5 runs in 2019", []),
        ("within 10%, above 0.25 or 1e-3", ["10%", "0.25", "1e-3"]),
        ("65,504 is the largest, 128 the batch", ["65,504", "128"]),
        ("a 16-bit ResNet-18 on CIFAR-10 and `lr = 0.1` at $x > 0.5$", []),
        ("it ends at 0.5.", ["0.5"]),
    ],
)
def test_figures_are_shares_decimals_and_counts_from_11_on(text, figures):
    assert numbers.figures_in(text) == figures


def test_listed_numbers_are_no_problem():
    assert messages(numbers.numbers_have_a_source) == []
    assert messages(numbers.numbers_stand_in_the_entry) == []


def test_a_figure_without_a_source_is_a_problem():
    definition = "Of such runs 40% are lost."

    assert messages(numbers.numbers_have_a_source, definition=definition) == [
        "list 40% under numbers: measured, cited or rule of thumb?"
    ]
    listed = [{"value": "40%", "kind": "rule of thumb", "source": "Judgment"}]
    fields = {"definition": definition, "numbers": listed}
    assert messages(numbers.numbers_have_a_source, **fields) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (
            {"value": "99%", "kind": "rule of thumb", "source": "Judgment"},
            "99% does not stand in the entry",
        ),
        (
            {"value": "A step", "kind": "cited", "source": "Somebody said so"},
            "a cited number gives the title of a reference of this entry",
        ),
    ],
)
def test_a_number_without_place_or_title_is_a_problem(number, message):
    assert messages(numbers.numbers_stand_in_the_entry, numbers=[number]) == [message]


def test_a_measured_number_needs_the_example():
    number = {"value": "A step", "kind": "measured", "source": "The bad run"}

    assert messages(numbers.numbers_stand_in_the_entry, numbers=[number]) == []
    assert messages(numbers.numbers_stand_in_the_entry, numbers=[number], example=None) == [
        "a measured number needs the example that shows it"
    ]
