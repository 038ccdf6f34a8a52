"""The real content: it has no problems, loads, and gives the engine and the quizzes what they
need.
"""

import random
import re
from dataclasses import dataclass

import pytest
from django.db import transaction

from content.content import Content
from content.files import hash_files
from diagnostics_api.service import knowledge
from dictionary.loading import in_force
from dictionary.loading.dump import dumped
from dictionary.loading.from_database import content_of_database
from dictionary.loading.load import load
from dictionary.models import FailureMode
from engine.evidence import Observation
from engine.knowledge import RANKED_CLASSES, Knowledge
from engine.rank.ranking import rank
from quizzes.bank import entries_of, published_bank
from quizzes.content_rules import kinds_are_known
from quizzes.kinds import KIND_OF
from quizzes.make import bank_of
from quizzes.records import Bank
from tests.engine.content import real_content, real_files, real_knowledge
from tests.parsed import parsed

FILES = real_files()
# Quizzes of one kind need enough entries, so these kinds must be able to ask for each.
ASK_FOR_EVERY_ENTRY = ("definition-to-term", "symptoms-to-term", "term-to-fix")


def test_there_are_no_problems():
    """ContentError lists what breaks a rule of the content; the kinds are a rule of the quizzes."""
    assert real_content().failure_modes
    assert [str(problem) for problem in kinds_are_known(parsed(FILES))] == []


def test_there_is_enough():
    content = real_content()
    assert len(content.failure_modes) >= 159
    assert len(content.symptoms) >= 400
    assert len(content.checks) >= 100
    assert [quiz.slug for quiz in content.quizzes] == ["mixed", "symptoms", "definitions", "fixes"]
    for entry in content.failure_modes:
        if entry.entry_class in RANKED_CLASSES:
            assert "root" in {fix.kind for fix in entry.fixes}, entry.slug


@dataclass(frozen=True)
class Loaded:
    """What a database gives back once the content is loaded."""

    content: Content
    knowledge: Knowledge
    bank: Bank
    thumbnails: dict[str, str]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load the content once, which takes seconds; none of it stays in the database."""
    in_force.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        load(real_content(), hash_files(FILES))
        recorded = FailureMode.objects.exclude(recording_bad="")
        given = Loaded(
            content_of_database(),
            knowledge.knowledge(),
            published_bank(),
            dict(recorded.values_list("slug", "thumbnail_svg")),
        )
        transaction.set_rollback(True)
    return given


@pytest.mark.django_db
def test_no_two_recorded_entries_have_the_same_thumbnail(loaded):
    drawings = {}
    for slug, thumbnail in loaded.thumbnails.items():
        curves = tuple(re.findall(r'<path class="curve[^"]*" d="([^"]*)"', thumbnail))
        assert curves, slug
        drawings.setdefault(curves, []).append(slug)

    assert [slugs for slugs in drawings.values() if len(slugs) > 1] == []


@pytest.mark.django_db
def test_database_files_and_quizzes_agree(loaded):
    content = real_content()
    assert loaded.content == content
    assert loaded.knowledge == real_knowledge()
    bank = loaded.bank
    assert bank == bank_of(entries_of(content))
    for slug in ASK_FOR_EVERY_ENTRY:
        for key in bank.entries:
            question = KIND_OF[slug].make(key, bank, random.Random(1))
            assert question, f"{slug} cannot ask for {key.slug}"
            options = question.body["options"]
            assert len(options) == 4, f"{slug} has too few wrong options for {key.slug}"


def symptom_questions(bank, seeds):
    """The key's slug, the statements shown and the slugs of the wrong options."""
    for seed in range(seeds):
        for key in bank.entries:
            question = KIND_OF["symptoms-to-term"].make(key, bank, random.Random(seed))
            others = set(question.scoring["entries"].values()) - {key.slug}
            yield key.slug, question.body["shown"], others


def test_no_symptom_question_contradicts_the_diagnosis():
    content = real_content()
    engine_knowledge = real_knowledge()
    slug_of = {symptom.statement: symptom.slug for symptom in content.symptoms}
    bank = bank_of(entries_of(content))

    for key, shown, others in symptom_questions(bank, seeds=3):
        seen = [Observation(slug_of[statement], "seen", 1.0) for statement in shown]
        probabilities = rank(seen, engine_knowledge, told=True).probabilities
        assert probabilities[key] > max(probabilities[other] for other in others), (key, shown)


def test_the_files_are_in_canonical_form():
    """When this fails, run: manage.py load_dictionary && manage.py dump_dictionary"""
    written = dumped(real_content(), FILES)

    assert [path for path in FILES if written.get(path) != FILES[path]] == []
