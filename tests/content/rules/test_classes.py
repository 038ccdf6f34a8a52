"""An entry has the parts of its class."""

import pytest

from content.rules import classes
from tests.content.faults import HIGH
from tests.parsed import parsed
from tests.small_content import edited, entry, small_files


def entry_files(**fields):
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", **fields)
    return small_files(failure_modes=(changed, low))


def messages(rule, files):
    return [problem.message for problem in rule(parsed(files))]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"causes": []}, "0 causes, a fault has 3 to 5"),
        ({"fixes": []}, "0 fixes, a fault has 3 to 4"),
        ({"references": []}, "0 references, a fault has 2 to 4"),
        (
            {"entry_class": "finding", "find_the_cause": []},
            "0 find_the_cause, a finding has 3 or more",
        ),
        ({"entry_class": "normal"}, "0 boundaries, a normal has 1 or more"),
    ],
)
def test_too_few_parts_are_a_problem(fields, message):
    assert message in messages(classes.entries_have_the_parts_of_their_class, entry_files(**fields))


def test_a_whole_fault_has_its_parts():
    files = small_files()

    assert messages(classes.entries_have_the_parts_of_their_class, files) == []
    assert messages(classes.entries_have_no_part_of_another_class, files) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"rescue": None}, "a fault needs rescue"),
        ({"mechanism": ""}, "a fault needs mechanism"),
        ({"points_to": "rate-too-low"}, "a fault has no points_to"),
        ({"entry_class": "pointer"}, "a pointer needs points_to"),
        ({"entry_class": "pointer", "points_to": "rate-too-low"}, "a pointer has no indications"),
        ({"entry_class": "habit"}, "a habit has no indications"),
    ],
)
def test_parts_of_another_class_are_a_problem(fields, message):
    rule = classes.entries_have_no_part_of_another_class

    assert message in messages(rule, entry_files(**fields))


def test_only_a_family_has_children():
    files = edited(small_files(), HIGH, "type: masks", "type: parent-of")

    assert messages(classes.only_families_have_children, files) == ["only a family is parent-of"]
    family = edited(files, HIGH, "class: fault", "class: family")
    assert messages(classes.only_families_have_children, family) == []


def test_only_a_family_ranks_as_itself():
    files = entry_files(ranks_as_itself=True)

    assert messages(classes.only_families_have_children, files) == ["only a family may say so"]
