import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("true", True), ("off", False), ("", False)]
)
def test_flags(monkeypatch, text, value):
    monkeypatch.setenv("HTTPS", text)

    assert environment.env_flag("HTTPS") is value


def test_a_flag_that_is_neither_names_itself(monkeypatch):
    monkeypatch.setenv("HTTPS", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="HTTPS must be true or false, not 'perhaps'"):
        environment.env_flag("HTTPS")


def test_a_number_that_is_none_names_itself(monkeypatch):
    monkeypatch.setenv("DIAGNOSIS_MAX_BYTES", "16 MB")

    with pytest.raises(ImproperlyConfigured, match="DIAGNOSIS_MAX_BYTES must be a whole number"):
        environment.env_number("DIAGNOSIS_MAX_BYTES", 1)


def test_a_list_drops_empty_parts(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " a.example, ,b.example,")

    assert environment.env_list("ALLOWED_HOSTS", []) == ["a.example", "b.example"]
    assert environment.env_list("OTHER_HOSTS", ["c.example"]) == ["c.example"]


def test_a_count_is_at_least_one(monkeypatch):
    monkeypatch.setenv("DIAGNOSIS_LANE", "0")

    assert environment.env_count("DIAGNOSIS_SECONDS", 10) == 10
    with pytest.raises(ImproperlyConfigured, match="DIAGNOSIS_LANE must be at least 1, not 0"):
        environment.env_count("DIAGNOSIS_LANE", 2)
