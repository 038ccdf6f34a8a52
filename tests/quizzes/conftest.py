import pytest
from django.conf import settings

from content.tree import parse
from dictionary.models import Edition
from quizzes.models import Quiz
from tests import factories
from tests.quizzes.entries import six
from tests.quizzes.pages import begin
from tests.rows import made_once


@pytest.fixture
def quizzes(db):
    """The quizzes of fixtures/quizzes.yaml as rows."""
    return stored_quizzes()


def stored_quizzes():
    path = settings.FIXTURES_DIR / "quizzes.yaml"
    tree = parse({"quizzes.yaml": path.read_bytes()})
    return [
        Quiz.objects.create(position=position, **record.value.model_dump())
        for position, record in enumerate(tree.quizzes)
    ]


@pytest.fixture
def dictionary(quizzes):
    """The six entries as rows, and the quizzes."""
    return made_once(stored_dictionary)


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
def quiz(quizzes):
    return Quiz.objects.get(slug="mixed")


@pytest.fixture
def begun(client, dictionary):
    """The address of an attempt that the client has just started."""
    return begin(client)
