"""/metrics: off without a token, closed without the right one."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOKEN = "a-token-of-some-length"
ASKED = """
import django
django.setup()
from django.test import Client
client = Client(headers={"Host": "localhost"})
client.get("/healthz")
print(client.get("/metrics", headers={"Authorization": "Bearer a-token-of-some-length"}).text)
"""

pytestmark = pytest.mark.django_db


def test_off_without_a_token(client):
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize("sent", ["", TOKEN, "Bearer wrong", f"Basic {TOKEN}", "Bearer é"])
def test_closed_without_the_right_token(client, settings, sent):
    settings.METRICS_TOKEN = TOKEN

    response = client.get("/metrics", headers={"Authorization": sent})

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert TOKEN not in response.text


def test_figures_of_this_process(tmp_path):
    """In a process of its own: the library counts for a process as long as it lives."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "x",
        "VAR_DIR": str(tmp_path),
        "METRICS_TOKEN": TOKEN,
    }
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASKED],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )

    assert 'lossary_requests_total{method="GET",status="200",view="healthz"} 1.0' in ran.stdout
    assert 'lossary_request_seconds_count{view="healthz"} 1.0' in ran.stdout
    assert "lossary_requests_in_progress 1.0" in ran.stdout
    assert "lossary_processes 1.0" in ran.stdout
    assert "lossary_database_up 0.0" in ran.stdout  # nothing is migrated
