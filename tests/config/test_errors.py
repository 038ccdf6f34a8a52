import pytest
from django.test import Client, RequestFactory

from config import errors


def test_400_403_and_500_need_no_database():
    request = RequestFactory().get("/")
    assert errors.bad_request(request, Exception()).status_code == 400
    broken = errors.server_error(request)
    assert broken.status_code == 500
    assert b"Nothing that you sent was kept" in broken.content


@pytest.mark.django_db
def test_a_missing_token_is_answered_with_a_page_of_ours():
    response = Client(enforce_csrf_checks=True).post("/quiz/nothing/start/")
    assert response.status_code == 403
    assert b"Not allowed" in response.content
    assert b"style=" not in response.content


def test_errors_of_the_api_are_no_pages():
    request = RequestFactory().get("/api/v1/checks/")
    for response, status in [
        (errors.bad_request(request, Exception()), 400),
        (errors.server_error(request), 500),
    ]:
        assert (response.status_code, response["Content-Type"]) == (
            status,
            "application/problem+json",
        )


@pytest.mark.django_db
def test_403_is_a_page():
    response = errors.permission_denied(RequestFactory().get("/"), Exception())
    assert response.status_code == 403
    assert b"Not allowed" in response.content


@pytest.mark.django_db
def test_404_is_a_page_with_suggestions(monkeypatch):
    monkeypatch.setattr(errors, "suggestions", lambda path: [])
    response = errors.page_not_found(RequestFactory().get("/no/such/page/"), Exception())

    assert response.status_code == 404
    assert b"Not found" in response.content


@pytest.mark.parametrize("path", ["/apiary/", "/diagnose/", "/quiz/api/"])
def test_addresses_that_only_look_like_the_api_get_pages(path):
    request = RequestFactory().get(path)

    assert errors.bad_request(request, Exception())["Content-Type"].startswith("text/html")
    assert errors.server_error(request)["Content-Type"].startswith("text/html")


def test_a_page_for_500_does_not_show_the_error():
    try:
        raise RuntimeError("a secret")
    except RuntimeError:
        response = errors.server_error(RequestFactory().get("/"))

    assert b"a secret" not in response.content
