"""Entries become rows of several tables: their own, and those of what is below them."""

import pytest

from dictionary.loading import entry_rows
from tests.small_content import chapter, entry, small_content


def entry_row(**fields):
    only = entry("rate-too-high", 50, "rate-too-high", **fields)
    [row] = entry_rows.entries(small_content(failure_modes=(only,), specimens={}))
    return row


def test_entries_are_numbered_in_their_chapter():
    content = small_content(
        chapters=(chapter("optimization"), chapter("vision")),
        failure_modes=(
            entry("one", 1, "two"),
            entry("two", 2, "one", chapter="vision"),
            entry("three", 3, "one"),
        ),
    )

    assert [row["position"] for row in entry_rows.entries(content)] == [1, 1, 2]


def test_curve_and_example_have_columns():
    row = entry_row()

    assert row["curve_preset"] == "oscillates"
    assert row["curve_alt"] == "The training loss swings."
    assert row["example_difference"] == "`lr = 10.0` against `lr = 0.1`"
    assert row["example_explanation"].startswith("They differ in the *rate*")


def test_parts_that_an_entry_lacks_are_empty_columns():
    row = entry_row(curve=None, example=None)

    columns = ("curve_preset", "curve_alt", "example_explanation", "example_bad", "recording_good")
    assert {row[column] for column in columns} == {""}


def test_an_entry_without_rescue_has_empty_columns():
    row = entry_row(rescue=None)

    assert (row["rescue"], row["rescue_text"]) == ("", "")


def test_lists_of_an_entry_are_columns_without_empty_values():
    row = entry_row()

    assert row["causes"][0] == {
        "key": "above-bound",
        "text": "The rate is above 2/L.",
        "likelihood": "often",
    }
    assert row["find_the_cause"][0]["entry"] == "planned-one"
    assert row["boundaries"] == []


def test_contra_indications_follow_with_a_negative_strength():
    rows = entry_rows.indications(small_content())

    columns = ("symptom__slug", "frequency", "evoking", "note", "position")
    of_entry = [row for row in rows if row["failure_mode__code"] == "LY-0050"]
    assert [tuple(row[column] for column in columns) for row in of_entry] == [
        ("loss-oscillates", 4, 3, "At every step.", 0),
        ("loss-diverges", 2, 4, "", 1),
        ("step-is-slow", 1, 1, "", 2),
        ("loss-falls-slowly", 0, -4, "Long steps are not slow.", 3),
    ]


def test_look_alikes_come_before_other_relations():
    rows = entry_rows.relations(small_content())

    of_entry = [row for row in rows if row["source__code"] == "LY-0050"]
    assert [(row["type"], row["target__code"], row["note"]) for row in of_entry] == [
        ("look-alike", "LY-0051", "The other one is slow."),
        ("masks", "LY-0051", "It hides it."),
    ]


def test_links_to_planned_entries_have_a_table_of_their_own():
    rows = entry_rows.planned_relations(small_content())

    of_entry = [row for row in rows if row["source__code"] == "LY-0050"]
    assert [(row["type"], row["planned__slug"], row["position"]) for row in of_entry] == [
        ("look-alike", "planned-one", 1),
        ("causes", "planned-one", 3),
    ]


def test_relation_to_an_unknown_entry_has_no_row():
    content = small_content(failure_modes=(entry("one", 1, "nobody"),))

    with pytest.raises(KeyError, match="nobody"):
        list(entry_rows.relations(content))


def test_outcomes_of_a_confirmation_are_without_empty_values():
    first, *_ = entry_rows.confirmations(small_content())

    assert first["the_check__slug"] == "learning-rate-sweep"
    assert first["outcomes"][0] == {"result": "A tenth of it trains.", "verdict": "confirms"}


def test_absent_text_of_a_fix_is_empty():
    first, second, *_ = entry_rows.below_entries("fixes")(small_content())

    assert (first["side_effects"], second["side_effects"]) == ("", "It hides the cause.")
    assert (first["position"], second["position"]) == (0, 1)


def test_lists_below_a_fix_hold_values_and_no_records():
    api = {"name": "torch.optim.SGD", "package": "torch", "since": "2.0"}
    fix = entry("one", 1, "one").fixes[0].model_dump()
    only = entry("one", 1, "one", fixes=[{**fix, "apis": [api]}])

    [row] = entry_rows.below_entries("fixes")(small_content(failure_modes=(only,)))

    assert row["apis"] == [api]
    assert row["for_cause"] == ["above-bound"]
