import datetime as dt

import pytest
from django.utils import timezone

PATH = "/.well-known/security.txt"


@pytest.mark.django_db
def test_without_a_contact_there_is_none(client, settings):
    settings.SECURITY_CONTACT = ""

    assert client.get(PATH).status_code == 404


def test_it_names_the_contact_and_when_it_expires(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@lossary.example"
    settings.SITE_URL = "https://lossary.example"

    response = client.get(PATH)

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:security@lossary.example"
    assert fields["Canonical"] == f"https://lossary.example{PATH}"
    left = dt.datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert dt.timedelta(days=30) < left < dt.timedelta(days=365)
