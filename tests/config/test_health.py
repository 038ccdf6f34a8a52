from dataclasses import replace

import pytest
from django.db import DatabaseError

from config import health
from content.cases import examples
from content.files import hash_files
from content.text_model import TEXT_MODEL
from content.to_knowledge import knowledge_without_model
from diagnostics_api.service import knowledge
from dictionary.loading.edition import mark_edited
from dictionary.loading.load import load
from dictionary.models import Phrasing
from engine import observe
from engine.words_model.train import fingerprint, fit
from tests import factories
from tests.small_content import small_content, small_files, write_files


def test_healthz_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_readyz_is_503_until_content_is_loaded(client, monkeypatch):
    monkeypatch.setattr(observe, "MEASURED_BY", {})
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "load_dictionary" in response.json()["reason"]
    factories.EditionFactory(entries=0)
    assert client.get("/readyz").status_code == 503
    factories.EditionFactory(entries=32)
    assert client.get("/readyz").json()["entries"] == 32


def test_readyz_is_503_when_the_database_does_not_answer(client, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(health, "edition_in_force", broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["reason"] == "database: DatabaseError"


@pytest.fixture
def folder(db, tmp_path, settings, small_engine):
    """Load the small content from a folder without a text model."""
    settings.FIXTURES_DIR = tmp_path
    write_files(small_files(), tmp_path)
    load(small_content(), hash_files(small_files()))
    return tmp_path


def train(folder):
    chosen = examples(folder, knowledge_without_model(folder))
    model = fit([replace(example, weight=1.0) for example in chosen]).model
    named = replace(model, fingerprint=fingerprint(chosen))
    (folder / TEXT_MODEL).write_bytes(named.to_bytes())


def test_readyz_says_a_missing_text_model(client, folder):
    response = client.get("/readyz")

    assert (response.status_code, response.json()["text_model"]) == (200, "missing")


def test_readyz_says_a_current_text_model(client, folder):
    train(folder)

    assert client.get("/readyz").json()["text_model"] == "current"


def test_readyz_says_an_outdated_text_model_after_an_edit(client, folder):
    train(folder)
    telling = Phrasing.objects.filter(text="loss-diverges said in way nine")
    telling.update(text="it goes to infinity")
    mark_edited()

    response = client.get("/readyz")

    assert (response.status_code, response.json()["text_model"]) == (200, "outdated")


def test_readyz_says_an_outdated_text_model_beside_a_broken_case(client, folder):
    train(folder)
    (folder / "cases").mkdir()
    (folder / "cases" / "loss.jsonl").write_text("no JSON")

    assert client.get("/readyz").json()["text_model"] == "outdated"


def test_readyz_is_503_with_an_unreadable_text_model(client, folder):
    (folder / TEXT_MODEL).write_bytes(b"not an archive")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert "train_text_model" in response.json()["reason"]
    assert response.json()["reason"].startswith("text model: ")


def test_readyz_compares_the_text_model_once_per_edition(client, folder, monkeypatch):
    train(folder)
    client.get("/readyz")
    monkeypatch.setattr(knowledge, "text_model_state", None)

    assert client.get("/readyz").json()["text_model"] == "current"


def test_readyz_finds_what_another_process_compared(client, folder, settings, monkeypatch):
    settings.DERIVED_DIR = folder / "derived"
    train(folder)
    client.get("/readyz")
    knowledge._remembered_state.cache_clear()
    monkeypatch.setattr(knowledge, "text_model_state", None)

    assert client.get("/readyz").json()["text_model"] == "current"


def test_readyz_compares_other_cases_again(client, folder, settings):
    settings.DERIVED_DIR = folder / "derived"
    train(folder)
    client.get("/readyz")
    (folder / "cases").mkdir()
    (folder / "cases" / "loss.jsonl").write_text("no JSON")
    knowledge._remembered_state.cache_clear()

    assert client.get("/readyz").json()["text_model"] == "outdated"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, path):
    assert client.post(path).status_code == 405


def test_readyz_is_503_with_content_older_than_the_engine(client, folder, monkeypatch):
    monkeypatch.setattr(observe, "MEASURED_BY", {"loss-sings": "curves.loss_sings"})

    response = client.get("/readyz")

    assert response.status_code == 503
    assert "older than the engine" in response.json()["reason"]
