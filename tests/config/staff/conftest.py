import pytest
from django.contrib.auth import get_user_model

PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _cheap_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def anna(db):
    return get_user_model().objects.create_superuser("anna", "anna@lossary.example", PASSWORD)


@pytest.fixture
def sign_in(client):
    """Sends the form of the admin; `address` is where it comes from."""

    def send(password=PASSWORD, name="anna", address="192.0.2.1", **fields):
        data = {"username": name, "password": password, "next": "/admin/", **fields}
        return client.post("/admin/login/", data, REMOTE_ADDR=address)

    return send
