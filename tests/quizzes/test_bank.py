from quizzes.bank import published_entries, published_slugs
from tests import factories
from tests.quizzes.entries import six


def test_rows_become_the_entries_that_questions_are_made_from(dictionary):
    made = {entry.slug: entry for entry in published_entries()}
    assert set(made) == {entry.slug for entry in six()} == published_slugs()
    high, wanted = made["rate-too-high"], six()[0]
    assert (high.term, high.chapter, high.definition) == (
        wanted.term,
        wanted.chapter,
        wanted.definition,
    )
    assert high.signs == wanted.signs
    assert high.remedies == wanted.remedies
    assert high.look_alikes == wanted.look_alikes


def test_drafts_are_left_out(dictionary):
    factories.FailureModeFactory(slug="unfinished", status="draft")
    assert "unfinished" not in published_slugs()
    assert len(published_entries()) == 6


def test_parents_and_causes_are_relatives_both_ways(dictionary):
    factories.RelationFactory(
        source=dictionary["rate-too-high"], target=dictionary["nan-loss"], type="causes"
    )
    factories.RelationFactory(
        source=dictionary["rate-too-high"], target=dictionary["label-noise"], type="masks"
    )
    made = {entry.slug: entry for entry in published_entries()}
    assert made["rate-too-high"].relatives == {"nan-loss"}
    assert made["nan-loss"].relatives == {"rate-too-high"}


def test_error_strings_are_no_names(dictionary):
    factories.AliasFactory(
        failure_mode=dictionary["nan-loss"], text="loss is nan", kind="error-string"
    )
    factories.AliasFactory(failure_mode=dictionary["nan-loss"], text="not a number", kind="synonym")
    [nan] = [entry for entry in published_entries() if entry.slug == "nan-loss"]
    assert nan.names == ("not a number",)


def test_the_number_of_queries_does_not_grow_with_the_entries(
    dictionary, django_assert_num_queries
):
    with django_assert_num_queries(8):
        published_entries()
