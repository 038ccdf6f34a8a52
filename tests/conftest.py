"""How hard the property tests try: quickly at every desk, three times as long in CI; the same
examples every time.
"""

import os

import pytest
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from hypothesis import settings

from content.rules import sources
from dictionary.loading import in_force
from engine import observe
from engine.observe.bands import Citation
from tests.fuzz.caught import nothing_caught

settings.register_profile("desk", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=120, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def _nothing_in_memory():
    """Let each test make its own of a content: many write rows without a new edition."""
    in_force.forget()


@pytest.fixture(autouse=True)
def _nothing_caught():
    """Fail where a part of the engine raises, which the site logs and goes on after."""
    with nothing_caught():
        yield


@pytest.fixture
def admin_client(admin_user):
    """A client that is signed in with both factors, as the admin asks for."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client = Client()
    device = TOTPDevice.objects.create(user=admin_user, name="app")
    client.force_login(admin_user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


@pytest.fixture
def small_engine(monkeypatch):
    """An engine that measures what the small content describes, for tests of content files."""
    slugs = ("judgment", "a-paper")
    citations = [Citation("loss-diverges", slug) for slug in slugs]
    monkeypatch.setattr(observe, "MEASURED_BY", {"loss-diverges": "curves.loss_diverges"})
    monkeypatch.setattr(sources, "citations", lambda: citations)


@pytest.fixture
def content(db):
    """Two chapters, three entries, a draft, an edition and the search index."""
    from tests.site import make_content

    return make_content()


@pytest.fixture
def whole_site(db):
    """The content, and what the reading pages name beside it."""
    from tests.site import make_whole_site

    return make_whole_site()
