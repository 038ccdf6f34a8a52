import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from diagnostics_api.kept import browser


def asked(cookie=None, **headers):
    request = RequestFactory().get("/diagnose/", headers=headers)
    if cookie is not None:
        request.COOKIES[browser.COOKIE] = cookie
    return request


def cookie_of(key):
    response = HttpResponse()
    browser.keep_key(response, key)
    return response.cookies[browser.COOKIE]


def test_a_key_comes_back_by_its_cookie():
    assert browser.read_key(asked(cookie_of("secret").value)) == "secret"
    assert browser.key_of(asked(cookie_of("secret").value)) == "secret"


def test_a_changed_cookie_is_none():
    assert browser.read_key(asked("x" + cookie_of("secret").value)) == ""
    assert browser.read_key(asked()) == ""


def test_each_browser_gets_a_key_of_its_own():
    keys = {browser.key_of(asked()) for _ in range(20)}

    assert len(keys) == 20
    assert min(map(len, keys)) == 32


@pytest.mark.parametrize("is_secure", [True, False])
def test_scripts_and_other_sites_do_not_get_the_cookie(settings, is_secure):
    settings.SESSION_COOKIE_SECURE = is_secure
    cookie = cookie_of("secret")

    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/diagnose/"
    assert bool(cookie["secure"]) is is_secure
    assert cookie["max-age"] == 30 * 24 * 60 * 60


@pytest.mark.parametrize(
    ("site", "is_elsewhere"),
    [("cross-site", True), ("same-origin", False), ("none", False), ("", False)],
)
def test_requests_of_other_sites_are_told(site, is_elsewhere):
    assert browser.comes_from_elsewhere(asked(**{"Sec-Fetch-Site": site})) is is_elsewhere
