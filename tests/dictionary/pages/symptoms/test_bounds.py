import re

import pytest

from dictionary.pages.symptoms.bounds import bounds_of
from tests import factories


@pytest.fixture
def works(db):
    return [
        factories.SourceFactory(slug="healthy-runs", name="healthy runs", kind="measurement"),
        factories.SourceFactory(
            slug="autotrainer", name="AUTOTRAINER", kind="paper", url="https://example.org/paper"
        ),
        factories.SourceFactory(slug="judgment", name="judgment", kind="judgment"),
    ]


@pytest.fixture
def oscillates(works):
    """A measured symptom of a published entry."""
    symptom = factories.SymptomFactory(slug="loss-oscillates", detector="curves.loss_oscillates")
    factories.IndicationFactory(symptom=symptom)
    return symptom


def test_bounds_come_with_numbers_notes_and_sources(oscillates):
    swing, ups = bounds_of(oscillates).rows

    assert (swing.name, swing.normal, swing.abnormal) == ("Swing", "0.02", "0.09")
    assert swing.note.startswith("of the first loss")
    assert [source.slug for source in swing.sources] == ["healthy-runs", "autotrainer"]
    assert [source.slug for source in ups.sources] == ["judgment"]


def test_names_of_constants_are_shown_as_words(works):
    symptom = factories.SymptomFactory(slug="learning-rate-above-usual")

    names = [bound.name for bound in bounds_of(symptom).rows]

    assert "Rate: sgd" in names
    assert not re.search(r"[\[\]_]", "".join(names))


def test_a_symptom_that_is_not_measured_has_no_bounds(works):
    symptom = factories.SymptomFactory(slug="told-only")

    assert not bounds_of(symptom)


def test_sources_that_are_not_loaded_are_left_out(db):
    symptom = factories.SymptomFactory(slug="loss-oscillates")

    swing, _ = bounds_of(symptom).rows

    assert swing.sources == []


def test_sources_without_a_link_are_explained_once(oscillates):
    unlinked = bounds_of(oscillates).unlinked

    assert [source.slug for source in unlinked] == ["healthy-runs", "judgment"]


def test_the_page_links_each_work_that_a_bound_cites(client, oscillates):
    text = client.get("/s/loss-oscillates/").content.decode()

    assert "Where its bounds lie" in text
    assert '<a href="https://example.org/paper"' in text
    assert "healthy runs," in text
    assert "0.09" in text
    assert text.count("What it is.") == 2


def test_the_page_of_a_symptom_without_bounds_has_no_such_section(client, works):
    symptom = factories.SymptomFactory(slug="told-only")
    factories.IndicationFactory(symptom=symptom)

    text = client.get("/s/told-only/").content.decode()

    assert "bounds" not in text
