"""Rows become records by the names of their columns, whatever they hold."""

import pytest

from content import schema
from dictionary import models
from dictionary.loading.records import built, children, listed, ordered
from tests import factories


def test_columns_become_fields_of_the_same_names():
    record = built(schema.Alias, models.Alias(text="lr too high", kind="synonym"))

    assert record == schema.Alias(text="lr too high", kind="synonym")


def test_given_values_replace_columns():
    record = built(schema.Alias, models.Alias(text="lr too high", kind="synonym"), text="other")

    assert (record.text, record.kind) == ("other", "synonym")


def test_an_empty_text_is_absent_where_the_schema_has_none():
    record = built(schema.Chapter, models.Chapter(slug="vision", intro="", curve=""))

    assert record.curve is None
    assert record.intro == ""


def test_values_outside_the_schema_are_kept():
    record = built(schema.Alias, models.Alias(text="", kind="unheard of"))

    assert (record.text, record.kind) == ("", "unheard of")


def test_objects_of_a_column_become_records():
    column = [{"framework": "python", "code": "x = 1"}, {"framework": "nothing"}]

    first, second = listed(schema.Snippet, column)

    assert first.code == "x = 1"
    assert second.framework == "nothing"


@pytest.mark.django_db
def test_rows_of_one_position_are_ordered_by_primary_key():
    entry = factories.FailureModeFactory()
    last = factories.AliasFactory(failure_mode=entry, text="last", position=2)
    first = factories.AliasFactory(failure_mode=entry, text="first", position=1)
    second = factories.AliasFactory(failure_mode=entry, text="second", position=1)

    assert ordered(entry.aliases) == [first, second, last]
    assert [alias.text for alias in children(schema.Alias, entry.aliases)] == [
        "first",
        "second",
        "last",
    ]
