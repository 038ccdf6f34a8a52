from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from content.files import hash_files
from content.text_model import TEXT_MODEL
from content.to_knowledge import knowledge_from_files, knowledge_of
from diagnostics_api.service import knowledge
from dictionary import models
from dictionary.loading import edition
from dictionary.loading.load import load
from engine import observe
from tests.small_content import small_content, small_files, write_files

pytestmark = pytest.mark.usefixtures("small_engine")


@pytest.fixture
def loaded(db):
    return load(small_content(), hash_files(small_files()))


@pytest.fixture
def folder(tmp_path):
    write_files(small_files(), tmp_path)
    return tmp_path


def test_database_and_files_give_the_same(loaded, folder, settings):
    settings.FIXTURES_DIR = folder
    assert knowledge.knowledge() == knowledge_from_files(folder)


def test_drafts_are_left_out(loaded):
    models.FailureMode.objects.filter(slug="rate-too-low").update(status="draft")
    edition.mark_edited()
    assert set(knowledge.knowledge().failure_modes) == {"rate-too-high"}


def test_it_is_made_once_per_edition(loaded, django_assert_num_queries):
    first = knowledge.knowledge()
    with django_assert_num_queries(1):
        assert knowledge.knowledge() is first


def test_an_edit_is_seen_at_once(loaded):
    assert knowledge.knowledge().failure_modes["rate-too-high"].prevalence == "common"
    models.FailureMode.objects.filter(slug="rate-too-high").update(prevalence="rare")
    edition.mark_edited()
    assert knowledge.knowledge().failure_modes["rate-too-high"].prevalence == "rare"


def test_an_empty_database_is_told(db):
    with pytest.raises(knowledge.NothingLoadedError, match="load_dictionary"):
        knowledge.knowledge()


def test_it_bears_the_name_of_its_edition(loaded, folder):
    assert knowledge.knowledge().name == loaded.name
    assert knowledge_from_files(folder).name == loaded.name


def test_threads_that_ask_at_once_get_one(loaded, monkeypatch):
    read = []

    def measured(in_force, root):
        read.append(root)
        return replace(in_force)

    monkeypatch.setattr(knowledge, "with_measured", measured)
    monkeypatch.setattr(knowledge, "derived_in_force", lambda _: in_force)
    in_force = knowledge_of(small_content(), "e" * 64)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: knowledge.knowledge(), range(200)))

    assert len(read) == 1
    assert {id(answer) for answer in answers} == {id(answers[0])}


def test_a_new_edition_gets_the_text_model_as_well(loaded, monkeypatch):
    monkeypatch.setattr(
        knowledge, "with_measured", lambda known, _: replace(known, text_model="model")
    )
    knowledge.knowledge()
    models.FailureMode.objects.filter(slug="rate-too-high").update(term="Too fast")
    edition.mark_edited()

    assert knowledge.knowledge().text_model == "model"


def test_an_unreadable_text_model_is_an_error(loaded, settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / TEXT_MODEL).write_bytes(b"broken")

    with pytest.raises(ValueError, match="train_text_model"):
        knowledge.knowledge()


def test_unreadable_counts_are_an_error(loaded, settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "likelihoods.yaml").write_text("- no mapping\n")

    with pytest.raises(knowledge.UnreadableTextModelError, match=r"likelihoods\.yaml"):
        knowledge.knowledge()


def test_content_older_than_the_engine_is_refused(loaded, monkeypatch):
    newer = {"loss-diverges": "curves.loss_diverges", "loss-sings": "curves.loss_sings"}
    monkeypatch.setattr(observe, "MEASURED_BY", newer)

    with pytest.raises(knowledge.OutdatedContentError, match=r"loss-sings.*load_dictionary"):
        knowledge.knowledge()
