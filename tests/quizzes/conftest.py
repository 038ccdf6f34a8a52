import pytest

from dictionary.models import Edition
from quizzes.models import Quiz
from tests import factories
from tests.quizzes.entries import six


@pytest.fixture
def dictionary(db):
    """The six entries as rows."""
    return stored_dictionary()


def stored_dictionary():
    entries = {entry.slug: entry for entry in six()}
    rows = {
        slug: factories.FailureModeFactory(
            slug=slug,
            term=entry.term,
            chapter=factories.ChapterFactory(slug=entry.chapter),
            summary=entry.summary,
            definition=entry.definition,
        )
        for slug, entry in entries.items()
    }
    for slug, entry in entries.items():
        for sign in entry.signs:
            symptom = factories.SymptomFactory(
                slug=sign.symptom, statement=sign.statement, background=sign.background
            )
            factories.IndicationFactory(
                failure_mode=rows[slug],
                symptom=symptom,
                frequency=sign.frequency,
                evoking=sign.evoking,
            )
        for remedy in entry.remedies:
            factories.FixFactory(
                failure_mode=rows[slug],
                title=remedy.title,
                kind=remedy.kind,
                text=remedy.text,
                verify=remedy.verify,
            )
        for other, note in entry.look_alikes.items():
            factories.RelationFactory(source=rows[slug], target=rows[other], note=note)
    Edition.objects.create(
        name="2026.11", content_hash="c" * 64, files_hash="c" * 64, entries=len(rows)
    )
    return rows


@pytest.fixture
def quiz(db):
    return Quiz.objects.get(slug="mixed")
