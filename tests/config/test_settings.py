"""The environment is read strictly: a wrong value stops the start with a sentence that names it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import settings


def test_no_key_outside_debug_refuses_to_start(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        settings.secret_key(debug=False, kept=tmp_path / "secret-key")


def test_debug_needs_no_key(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    assert settings.secret_key(debug=True, kept=tmp_path / "secret-key")


def test_the_environment_wins_over_the_kept_key(monkeypatch, tmp_path):
    kept = tmp_path / "secret-key"
    kept.write_text("kept\n")
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert settings.secret_key(debug=False, kept=kept) == "kept"

    monkeypatch.setenv("SECRET_KEY", "from the environment")
    assert settings.secret_key(debug=False, kept=kept) == "from the environment"


def test_sqlite_waits_and_keeps_a_write_ahead_log(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/any.sqlite3")

    options = settings.databases()["default"]["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]


def test_postgresql_over_a_socket(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://lossary@%2Fvar%2Fsocket/lossary")

    database = settings.databases()["default"]

    assert (database["ENGINE"], database["HOST"]) == (
        "django.db.backends.postgresql",
        "/var/socket",
    )


def test_a_lost_connection_is_noticed_and_a_new_one_waits_for_seconds(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://lossary@localhost/lossary?sslmode=require")

    database = settings.databases()["default"]

    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"] == {"connect_timeout": 3, "sslmode": "require"}


@pytest.mark.parametrize(
    ("url", "backend"),
    [("", "locmem.LocMemCache"), ("redis://127.0.0.1:6379/0", "redis.RedisCache")],
)
def test_cache(monkeypatch, url, backend):
    monkeypatch.setenv("CACHE_URL", url)

    assert settings.caches()["default"]["BACKEND"].endswith(backend)


def test_another_cache_is_refused(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "memcached://somewhere")

    with pytest.raises(ImproperlyConfigured, match="CACHE_URL must start with redis://"):
        settings.caches()


def test_debug_is_off_unless_switched_on():
    assert settings.DEBUG is False or settings.env_text("DEBUG")


@pytest.mark.parametrize("bind", ["127.0.0.1:8000", "[::1]:8000", "localhost:80", "127.1.2.3:9"])
def test_no_rate_limit_on_ones_own_machine(monkeypatch, bind):
    monkeypatch.delenv("DIAGNOSIS_RATE", raising=False)
    monkeypatch.setenv("BIND", bind)

    assert settings.diagnosis_rate(behind_proxy=False) == ""
    assert settings.diagnosis_rate(behind_proxy=True) == "60/min"


@pytest.mark.parametrize(
    "bind",
    [
        "",
        "0.0.0.0:8000",
        "[::]:8000",
        "10.0.0.1:80",
        "unix:/run/x.sock",
        "example.org:80",
        "localhost",
    ],
)
def test_others_are_limited(monkeypatch, bind):
    monkeypatch.delenv("DIAGNOSIS_RATE", raising=False)
    monkeypatch.setenv("BIND", bind)

    assert settings.diagnosis_rate(behind_proxy=False) == "60/min"


def test_a_stated_rate_is_kept_on_any_address(monkeypatch):
    monkeypatch.setenv("BIND", "127.0.0.1:8000")
    monkeypatch.setenv("DIAGNOSIS_RATE", "5/min")
    assert settings.diagnosis_rate(behind_proxy=False) == "5/min"

    monkeypatch.setenv("BIND", "0.0.0.0:8000")
    monkeypatch.setenv("DIAGNOSIS_RATE", "")
    assert settings.diagnosis_rate(behind_proxy=False) == ""


@pytest.mark.parametrize("rate", ["60", "60 per minute", "sixty/min", "60/fortnight", "0/min"])
def test_a_rate_that_is_none_names_itself(monkeypatch, rate):
    monkeypatch.setenv("DIAGNOSIS_RATE", rate)

    with pytest.raises(ImproperlyConfigured, match="DIAGNOSIS_RATE must be"):
        settings.diagnosis_rate(behind_proxy=False)
