"""An entry is read with its children, and what it lacks is absent."""

import pytest

from dictionary import models
from dictionary.loading.entry_records import entry_record, specimens_of
from dictionary.loading.load import load
from tests.small_content import small_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(small_engine):
    load(small_content(), "f" * 64)
    return models.FailureMode.objects.get(slug="rate-too-high")


def read_again(row):
    return entry_record(models.FailureMode.objects.get(pk=row.pk))


def test_an_entry_comes_back_as_it_was_loaded(row):
    [written] = [entry for entry in small_content().failure_modes if entry.slug == row.slug]

    assert entry_record(row) == written


def test_children_are_ordered_by_position(row):
    row.fixes.filter(kind="root").update(position=9)

    assert [fix.kind for fix in read_again(row).fixes] == ["stopgap", "prevention", "root"]


def test_links_to_written_and_planned_entries_share_one_order(row):
    models.PlannedRelation.objects.filter(type="look-alike").update(position=0)
    models.Relation.objects.filter(type="look-alike").update(position=1)

    look_alikes = read_again(row).look_alikes

    assert [look_alike.failure_mode for look_alike in look_alikes] == [
        "planned-one",
        "rate-too-low",
    ]


def test_empty_columns_are_absent_values(row):
    models.FailureMode.objects.update(curve_preset="", example_explanation="", rescue="")
    models.Indication.objects.update(note="")

    entry = read_again(row)

    assert (entry.curve, entry.example, entry.rescue) == (None, None, None)
    assert {indication.note for indication in entry.indications} == {None}


def test_required_text_that_is_empty_stays_empty(row):
    models.FailureMode.objects.update(severity_reason="", definition="")

    entry = read_again(row)

    assert (entry.severity_reason, entry.definition) == ("", "")


def test_values_outside_the_schema_are_read(row):
    models.FailureMode.objects.update(summary="Short.", causes=[])
    row.references.all().delete()

    entry = read_again(row)

    assert (entry.summary, entry.causes, entry.references) == ("Short.", [], [])


def test_entry_without_programs_has_no_specimen(row):
    other = models.FailureMode(slug="bare")

    assert set(specimens_of([row, other])) == {"rate-too-high"}
    assert specimens_of([other]) == {}


def test_entry_with_one_program_has_a_specimen(row):
    row.example_bad = ""
    row.recording_bad = ""

    specimen = specimens_of([row])["rate-too-high"]

    assert (specimen.bad, specimen.bad_recording) == ("", "")
    assert specimen.good == "lr = 0.1\nprint(lr)\n"


def test_specimens_are_sorted_by_slug():
    entries = [models.FailureMode(slug=slug, example_bad="x = 1\n") for slug in ("b", "c", "a")]

    assert list(specimens_of(entries)) == ["a", "b", "c"]
