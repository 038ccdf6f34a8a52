"""Fields made from others: filled without saving, and only where the model has them."""

import pytest

from content.content import Specimen
from content.markup import MarkupError, markdown_to_html
from dictionary import models
from dictionary.loading.derived import fill_derived_fields
from dictionary.loading.html_columns import RENDERED
from dictionary.loading.load import load
from tests.small_content import RECORDED, small_content


def test_an_entry_gets_its_texts_programs_and_figures():
    entry = models.FailureMode(
        slug="rate-too-high",
        curve_preset="oscillates",
        curve_alt="It swings.",
        definition="The **step**.",
        example_bad="lr = 10\n",
        example_good="lr = 1\n",
        recording_bad=RECORDED,
        recording_good=RECORDED,
    )

    fill_derived_fields(entry)

    assert entry.definition_html == markdown_to_html("The **step**.")
    assert 'class="line del"' in entry.example_diff_html
    assert 'id="curve-rate-too-high-title"' in entry.thumbnail_svg
    assert 'id="figure-rate-too-high-title"' in entry.figure_svg
    assert 'id="shape-rate-too-high-title"' in entry.shape_svg
    assert 'id="recorded-bad-rate-too-high-title"' in entry.recording_bad_svg
    assert 'id="recorded-good-rate-too-high-title"' in entry.recording_good_svg


def test_an_entry_without_curve_and_recording_gets_no_figure():
    entry = models.FailureMode(slug="bare", thumbnail_svg="old", recording_bad_svg="old")

    fill_derived_fields(entry)

    assert (entry.thumbnail_svg, entry.figure_svg, entry.shape_svg) == ("", "", "")
    assert entry.signs_svg == {}
    assert (entry.recording_bad_svg, entry.recording_good_svg) == ("", "")


def test_a_chapter_gets_its_thumbnail():
    chapter = models.Chapter(slug="drift", curve="drifts-apart", intro="Read *on*.")

    fill_derived_fields(chapter)

    assert "<svg" in chapter.thumbnail_svg
    assert chapter.intro_html == "<p>Read <em>on</em>.</p>"


def test_a_model_without_derived_fields_is_left_as_it_is():
    alias = models.Alias(text="*other* name")

    fill_derived_fields(alias)

    assert alias.text == "*other* name"


def test_every_rendered_field_exists():
    for model, fields in RENDERED.items():
        names = {field.name for field in model._meta.fields}
        for source, target in fields.items():
            assert {source, target} <= names


@pytest.mark.django_db
def test_a_new_recording_is_drawn_when_it_is_loaded():
    load(small_content(), "first")
    before = models.FailureMode.objects.get(slug="rate-too-high").recording_bad_svg
    specimen = Specimen("a = 1\n", "a = 2\n", RECORDED.replace("8.0", "9.5"), RECORDED)

    load(small_content(specimens={"rate-too-high": specimen}), "second")

    after = models.FailureMode.objects.get(slug="rate-too-high").recording_bad_svg
    assert "from 8 to" in before
    assert "from 9.5 to" in after


def test_rows_are_rendered_without_saving():
    row = models.Symptom(measure="Look at the *loss*.")

    fill_derived_fields(row)

    assert row.measure_html == "<p>Look at the <em>loss</em>.</p>"


def test_rows_without_markdown_stay_as_they_are():
    row = models.Alias(text="lr too *high*")

    fill_derived_fields(row)

    assert row.text == "lr too *high*"


def test_a_formula_that_cannot_be_drawn_raises_an_error():
    with pytest.raises(MarkupError):
        fill_derived_fields(models.Symptom(measure=r"$\frac{1}$"))
