import pytest
from django.db import DatabaseError

from config import health
from tests import factories


def test_healthz_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_readyz_is_503_until_content_is_loaded(client):
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


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, path):
    assert client.post(path).status_code == 405
