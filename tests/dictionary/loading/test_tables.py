"""The content becomes rows, table by table, parents before children."""

import pytest

from dictionary import models
from dictionary.loading.tables import TABLES, quiz_model
from quizzes.models import Quiz
from tests.small_content import chapter, entry, small_content, symptom


def rows_of(model, **changes):
    [table] = [table for table in TABLES if table.model is model]
    return list(table.rows(small_content(**changes)))


def entry_row(**fields):
    only = entry("rate-too-high", 50, "rate-too-high", **fields)
    [row] = rows_of(models.FailureMode, failure_modes=(only,), specimens={})
    return row


def test_parents_come_before_their_children():
    places = {table.model: place for place, table in enumerate(TABLES)}

    for table in TABLES:
        foreign = {column.partition("__")[0] for column in table.key if "__" in column}
        for name in foreign:
            parent = table.model._meta.get_field(name).related_model
            assert places[parent] < places[table.model]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model.__name__)
def test_rows_of_a_table_have_the_same_columns_and_distinct_keys(table):
    rows = list(table.rows(small_content()))

    keys = {tuple(row[column] for column in table.key) for row in rows}
    assert len(keys) == len(rows) > 0
    assert {frozenset(row) for row in rows} == {frozenset(rows[0])}


def test_only_quizzes_are_retired_instead_of_deleted():
    assert quiz_model() is Quiz
    assert [table.model for table in TABLES if table.retired] == [Quiz]


def test_entries_are_numbered_in_their_chapter():
    rows = rows_of(
        models.FailureMode,
        chapters=(chapter("optimization"), chapter("vision")),
        failure_modes=(
            entry("one", 1, "two"),
            entry("two", 2, "one", chapter="vision"),
            entry("three", 3, "one"),
        ),
    )

    assert [row["position"] for row in rows] == [1, 1, 2]


def test_curve_and_example_have_columns():
    row = entry_row()

    assert row["curve_preset"] == "oscillates"
    assert row["curve_alt"] == "The training loss swings."
    assert row["example_explanation"] == "They differ in the *rate*."


def test_parts_that_an_entry_lacks_are_empty_columns():
    row = entry_row(curve=None, example=None)

    columns = ("curve_preset", "curve_alt", "example_explanation", "example_bad", "recording_good")
    assert {row[column] for column in columns} == {""}


def test_symptom_without_facet_and_detector_has_empty_columns():
    [row] = rows_of(models.Symptom, symptoms=(symptom("step-is-slow"),))

    assert (row["facet"], row["detector"]) == ("", "")
    assert "phrasings" not in row


def test_contra_indications_follow_with_a_negative_strength():
    rows = [row for row in rows_of(models.Indication) if row["failure_mode__code"] == "LY-0050"]

    columns = ("symptom__slug", "frequency", "evoking", "note", "position")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("loss-oscillates", 4, 3, "At every step.", 0),
        ("loss-diverges", 2, 4, "", 1),
        ("loss-falls-slowly", 0, -4, "", 2),
    ]


def test_look_alikes_come_before_other_relations():
    rows = [row for row in rows_of(models.Relation) if row["source__code"] == "LY-0050"]

    assert [(row["type"], row["target__code"], row["note"]) for row in rows] == [
        ("look-alike", "LY-0051", "The other one is slow."),
        ("masks", "LY-0051", "It hides it."),
    ]


def test_relation_to_an_unknown_entry_has_no_row():
    with pytest.raises(KeyError, match="nobody"):
        rows_of(models.Relation, failure_modes=(entry("one", 1, "nobody"),))


def test_absent_text_of_a_fix_is_empty():
    first, second, *_ = rows_of(models.Fix)

    assert (first["side_effects"], second["side_effects"]) == ("", "It hides the cause.")
    assert (first["position"], second["position"]) == (0, 1)
