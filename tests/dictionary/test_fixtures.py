"""The real content: it has no problems, loads, and gives the engine and the quizzes what they
need.
"""

import random

import pytest
from django.conf import settings

from content import rules
from content.content import content_of
from content.files import hash_files, read_files
from content.to_knowledge import knowledge_from_files
from content.tree import parse
from diagnostics_api.service import knowledge
from dictionary.loading.dump import dumped
from dictionary.loading.from_database import content_of_database
from dictionary.loading.load import load
from quizzes.entries import published_entries
from quizzes.make import MAKERS, with_telling_words

FILES = read_files(settings.FIXTURES_DIR)


@pytest.fixture(scope="module")
def tree():
    return parse(FILES)


def test_there_are_no_problems(tree):
    assert [str(problem) for problem in rules.problems(tree)] == []


def test_there_is_enough(tree):
    content = content_of(tree)
    assert len(content.failure_modes) >= 32
    assert len(content.symptoms) >= 90
    assert len(content.checks) >= 20
    for entry in content.failure_modes:
        assert {fix.kind for fix in entry.fixes} == {"stopgap", "root", "prevention"}, entry.slug


def test_database_files_and_quizzes_agree(tree, db):
    content = content_of(tree)
    load(content, hash_files(FILES))
    assert content_of_database() == content
    assert knowledge.knowledge() == knowledge_from_files(settings.FIXTURES_DIR)
    entries = with_telling_words(published_entries())
    for kind, maker in MAKERS.items():
        for key in entries:
            draft = maker(key, [other for other in entries if other is not key], random.Random(1))
            assert draft, f"{kind} cannot ask for {key.slug}"
            assert len(draft.wrong) == 3, f"{kind} has too few wrong options for {key.slug}"


def test_the_files_are_in_canonical_form(tree):
    """When this fails, run: manage.py load_dictionary && manage.py dump_dictionary"""
    written = dumped(content_of(tree), FILES)

    assert [path for path in FILES if written.get(path) != FILES[path]] == []
