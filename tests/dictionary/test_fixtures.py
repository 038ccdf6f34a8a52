"""The real content: it has no problems, loads, and gives the engine and the quizzes what they
need.
"""

import random
import re

import pytest
from django.conf import settings

from content import rules
from content.files import hash_files, read_files
from content.tree import parse
from diagnostics_api.service import knowledge
from dictionary.loading.dump import dumped
from dictionary.loading.from_database import content_of_database
from dictionary.loading.load import load
from dictionary.models import FailureMode
from engine.evidence import Observation
from engine.knowledge import RANKED_CLASSES
from engine.rank.ranking import rank
from quizzes.bank import entries_of, published_bank
from quizzes.content_rules import kinds_are_known
from quizzes.kinds import KIND_OF
from quizzes.make import bank_of
from tests.engine.content import real_content, real_knowledge

FILES = read_files(settings.FIXTURES_DIR)
# Quizzes of one kind need enough entries, so these kinds must be able to ask for each.
ASK_FOR_EVERY_ENTRY = ("definition-to-term", "symptoms-to-term", "term-to-fix")


@pytest.fixture(scope="module")
def tree():
    return parse(FILES)


def test_there_are_no_problems(tree):
    problems = [*rules.problems(tree), *kinds_are_known(tree)]
    assert [str(problem) for problem in problems] == []


def test_there_is_enough():
    content = real_content()
    assert len(content.failure_modes) >= 159
    assert len(content.symptoms) >= 400
    assert len(content.checks) >= 100
    assert [quiz.slug for quiz in content.quizzes] == ["mixed", "symptoms", "definitions", "fixes"]
    for entry in content.failure_modes:
        if entry.entry_class in RANKED_CLASSES:
            assert "root" in {fix.kind for fix in entry.fixes}, entry.slug


def test_database_files_and_quizzes_agree(db):
    content = real_content()
    load(content, hash_files(FILES))
    assert content_of_database() == content
    assert knowledge.knowledge() == real_knowledge()
    bank = published_bank()
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


def test_no_two_recorded_entries_have_the_same_thumbnail(db):
    load(real_content(), hash_files(FILES))
    drawings = {}
    recorded = FailureMode.objects.exclude(recording_bad="")
    for slug, thumbnail in recorded.values_list("slug", "thumbnail_svg"):
        curves = tuple(re.findall(r'<path class="curve[^"]*" d="([^"]*)"', thumbnail))
        assert curves, slug
        drawings.setdefault(curves, []).append(slug)

    assert [slugs for slugs in drawings.values() if len(slugs) > 1] == []
