"""The content becomes rows, table by table, parents before children."""

import pytest

from dictionary import models
from dictionary.loading.tables import TABLES, quiz_model
from quizzes.models import Quiz
from tests.small_content import small_content, symptom


def rows_of(model, **changes):
    [table] = [table for table in TABLES if table.model is model]
    return list(table.rows(small_content(**changes)))


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


def test_symptom_without_facet_and_detector_has_empty_columns():
    [row] = rows_of(models.Symptom, symptoms=(symptom("step-is-slow"),))

    assert (row["facet"], row["detector"]) == ("", "")
    assert "phrasings" not in row
