import pytest

from config.long_addresses import LONGEST_ADDRESS


@pytest.fixture
def padding():
    return "?q=" + "x" * LONGEST_ADDRESS


def test_the_api_answers_with_a_problem(client, padding):
    response = client.get(f"/api/v1/checks/{padding}")

    assert response.status_code == 414
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "16,000 characters" in response.json()["detail"]


def test_a_page_answers_with_a_page(client, padding):
    response = client.get(f"/search/{padding}")

    assert response.status_code == 414
    assert response.headers["Content-Type"].startswith("text/html")


def test_the_longest_address_is_answered(client):
    start = "/api/v1/nothing/?q="

    assert client.get(start + "x" * (LONGEST_ADDRESS - len(start))).status_code == 404
