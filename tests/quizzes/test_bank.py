import pickle

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dictionary.loading import in_force
from quizzes.bank import entries_of, published_bank, published_solutions
from quizzes.make import bank_of
from tests import factories
from tests.quizzes.entries import six
from tests.small_content import small_content


def test_rows_become_the_entries_that_questions_are_made_from(dictionary):
    made = {entry.slug: entry for entry in published_bank().entries}
    assert set(made) == {entry.slug for entry in six()} == set(published_solutions())
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
    assert "unfinished" not in published_solutions()
    assert len(published_bank().entries) == 6


def test_parents_and_causes_are_relatives_both_ways(dictionary):
    factories.RelationFactory(
        source=dictionary["rate-too-high"], target=dictionary["nan-loss"], type="causes"
    )
    factories.RelationFactory(
        source=dictionary["rate-too-high"], target=dictionary["label-noise"], type="masks"
    )
    made = {entry.slug: entry for entry in published_bank().entries}
    assert made["rate-too-high"].relatives == {"nan-loss"}
    assert made["nan-loss"].relatives == {"rate-too-high"}


def test_the_causes_of_a_finding_are_its_relatives(dictionary):
    finding = dictionary["nan-loss"]
    finding.causes = [
        {
            "key": "rate",
            "text": "The rate is too high.",
            "likelihood": "often",
            "entry": "rate-too-high",
        },
        {"key": "other", "text": "Something else.", "likelihood": "rare"},
    ]
    finding.save()
    made = {entry.slug: entry for entry in published_bank().entries}

    assert made["nan-loss"].relatives == {"rate-too-high"}
    assert made["rate-too-high"].relatives == {"nan-loss"}
    assert made["label-noise"].relatives == set()


def test_what_a_result_leads_to_is_a_relative(dictionary):
    finding = dictionary["nan-loss"]
    finding.find_the_cause = [
        {"result": "It ends at a tenth of the rate.", "cause": "Rate.", "entry": "rate-too-high"},
        {"result": "It stays.", "cause": "Something else."},
    ]
    finding.save()
    made = {entry.slug: entry for entry in published_bank().entries}

    assert made["nan-loss"].relatives == {"rate-too-high"}
    assert made["rate-too-high"].relatives == {"nan-loss"}


def test_error_strings_are_no_names(dictionary):
    factories.AliasFactory(
        failure_mode=dictionary["nan-loss"], text="loss is nan", kind="error-string"
    )
    factories.AliasFactory(failure_mode=dictionary["nan-loss"], text="not a number", kind="synonym")
    [nan] = [entry for entry in published_bank().entries if entry.slug == "nan-loss"]
    assert nan.names == ("not a number",)


def test_the_bank_is_made_once_per_edition(dictionary, django_assert_num_queries):
    bank = published_bank()

    with django_assert_num_queries(1):
        assert published_bank() is bank


def test_the_number_of_queries_does_not_grow_with_the_entries(dictionary):
    factories.entry("other-0")
    with CaptureQueriesContext(connection) as few:
        published_bank()
    for number in range(1, 10):
        factories.entry(f"other-{number}")
    in_force.forget()

    with CaptureQueriesContext(connection) as many:
        assert len(published_bank().entries) == 16
    assert len(many) == len(few)


def test_an_empty_database_gives_an_empty_bank(db):
    assert published_bank().entries == ()


def test_entries_of_the_content_have_their_telling_words(dictionary):
    [nan] = [entry for entry in published_bank().entries if entry.slug == "nan-loss"]

    assert "nan" in nan.telling


def test_contra_indications_become_signs_against():
    high = entries_of(small_content())[0]

    assert [(sign.symptom, sign.frequency, sign.evoking) for sign in high.signs] == [
        ("loss-oscillates", 4, 3),
        ("loss-diverges", 2, 4),
        ("step-is-slow", 1, 1),
        ("loss-falls-slowly", 0, -4),
    ]
    assert [sign.facet for sign in high.signs] == ["course", "", "", ""]


def test_a_bank_can_be_kept_on_disk():
    bank = bank_of(entries_of(small_content()))

    assert pickle.loads(pickle.dumps(bank)) == bank  # noqa: S301 (our own)


def test_only_failures_are_answers():
    high, low = small_content().failure_modes
    normal = low.model_copy(update={"entry_class": "normal"})

    made = entries_of(small_content(failure_modes=(high, normal)))

    assert [entry.slug for entry in made] == ["rate-too-high"]
