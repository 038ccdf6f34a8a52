import pytest
from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.module_loading import import_string

from config import urls


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/healthz", "healthz"),
        ("/readyz", "readyz"),
        ("/", "home"),
        ("/quiz/", "quizzes"),
        ("/diagnose/", "diagnose"),
    ],
)
def test_every_part_of_the_site_has_its_address(path, name):
    assert resolve(path).url_name == name


@pytest.mark.parametrize("path", ["/healthz/", "/ready", "/no/such/page/"])
def test_an_unknown_address_leads_nowhere(path):
    with pytest.raises(Resolver404):
        resolve(path)


@pytest.mark.parametrize(
    "address",
    [
        urls.handler400,
        urls.handler403,
        urls.handler404,
        urls.handler500,
        settings.CSRF_FAILURE_VIEW,
    ],
)
def test_every_error_page_has_a_view(address):
    assert callable(import_string(address))
