import itertools
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from content.problems import ContentError
from content.tree import hash_files
from diagnostics_api.service import knowledge
from dictionary import models
from dictionary.loading import edition
from dictionary.loading.load import load
from engine import knowledge as records
from tests.small_content import edited, small_content, small_files, write_files

pytestmark = pytest.mark.usefixtures("small_engine")

HIGH = "failure_modes/optimization/rate-too-high.md"


@pytest.fixture
def loaded(db):
    return load(small_content(), hash_files(small_files()))


@pytest.fixture
def folder(tmp_path):
    write_files(small_files(), tmp_path)
    return tmp_path


def test_database_and_files_give_the_same(loaded, folder):
    assert knowledge.knowledge() == knowledge.knowledge_from_files(folder)


def test_it_holds_what_the_entries_say(folder):
    known = knowledge.knowledge_from_files(folder)
    high = known.failure_modes["rate-too-high"]
    assert (high.id, high.chapter, high.prevalence) == ("LY-0050", "optimization", "common")
    assert high.indications[0] == records.Indication("loss-oscillates", 4, 3)
    assert high.indications[2] == records.Indication("loss-falls-slowly", 0, -4)
    assert high.confirmations[0].check == "learning-rate-sweep"
    assert known.symptoms["loss-oscillates"].facet == "course"
    assert known.symptoms["loss-diverges"].detector == "curves.loss_diverges"
    assert len(known.symptoms["loss-diverges"].phrasings) == 9
    assert known.checks["learning-rate-sweep"].outcomes[1].symptom == "loss-diverges"


def test_the_text_is_plain_words(folder):
    files = edited(
        small_files(),
        HIGH,
        "The step is longer",
        "The **step** of [the other](/e/rate-too-low/) is longer",
    )
    write_files(files, folder)
    text = knowledge.knowledge_from_files(folder).failure_modes["rate-too-high"].text
    assert "Rate too high\nrate-too-high alias" in text
    assert "Loss oscillates" in text
    assert "The rate is above 2/L." in text
    assert "/e/" not in text
    assert "*" not in text


def test_names_are_normalised_and_told_apart_by_kind(folder):
    known = knowledge.knowledge_from_files(folder)
    assert known.metric_names["train_loss_epoch"] == "train_loss"
    assert known.metric_names["learning_rate"] == "lr"
    assert known.config_names["lr"] == known.config_names["optimizer_lr"] == "learning_rate"


def test_drafts_are_left_out(loaded):
    models.FailureMode.objects.filter(slug="rate-too-low").update(status="draft")
    edition.mark_edited()
    assert set(knowledge.knowledge().failure_modes) == {"rate-too-high"}


def test_it_is_made_once_per_edition(loaded, django_assert_num_queries):
    first = knowledge.knowledge()
    with django_assert_num_queries(1):
        assert knowledge.knowledge() is first


def test_an_edit_is_seen_at_once(loaded):
    assert knowledge.knowledge().failure_modes["rate-too-high"].term == "Rate too high"
    models.FailureMode.objects.filter(slug="rate-too-high").update(term="Too fast")
    edition.mark_edited()
    assert knowledge.knowledge().failure_modes["rate-too-high"].term == "Too fast"


def test_an_empty_database_is_told(db):
    with pytest.raises(knowledge.NothingLoadedError, match="load_dictionary"):
        knowledge.knowledge()


def test_bad_files_are_told(folder):
    write_files(edited(small_files(), HIGH, "severity: 4", "severity: 9"), folder)
    with pytest.raises(ContentError, match="severity"):
        knowledge.knowledge_from_files(folder)


def test_it_bears_the_name_of_its_edition(loaded, folder):
    assert knowledge.knowledge().name == loaded.name
    assert knowledge.knowledge_from_files(folder).name == loaded.name


def test_threads_that_ask_at_once_get_one(monkeypatch):
    editions = itertools.cycle(
        [SimpleNamespace(content_hash="a"), SimpleNamespace(content_hash="b")]
    )
    made = []
    monkeypatch.setattr(knowledge, "edition_in_force", lambda: next(editions))
    monkeypatch.setattr(knowledge, "content_of_database", lambda: "content")
    monkeypatch.setattr(knowledge, "text_model", lambda folder: None)
    monkeypatch.setattr(
        knowledge, "knowledge_of", lambda content, edition, model: made.append(edition) or edition
    )
    knowledge._knowledge_of_database.cache_clear()
    try:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: knowledge.knowledge(), range(400)))
    finally:
        knowledge._knowledge_of_database.cache_clear()
    assert set(answers) == {"a", "b"}
    assert set(made) == {"a", "b"}
