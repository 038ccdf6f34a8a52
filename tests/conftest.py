"""How hard the property tests try: quickly at every desk, three times as long in CI; the same
examples every time.
"""

import gc
import os

import pytest
from django.test import Client, override_settings
from django_otp import DEVICE_ID_SESSION_KEY
from hypothesis import settings

from content import content as contents
from content import to_knowledge
from content.rules import sources
from diagnostics_api.service import published
from dictionary.loading import in_force
from engine import observe
from engine.observe.bands import Citation
from tests.engine.content import read_once
from tests.fuzz.caught import nothing_caught

settings.register_profile("desk", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=120, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


gc.disable()  # collection makes a million objects that stay, and searching them again takes seconds


def pytest_collection_finish():
    """Leave what collection made, which stays to the end, out of every later search for garbage."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _our_content_is_read_once():
    """Spare every command that a test runs on the content of the project to read it anew."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (contents, published, to_knowledge):
            patch.setattr(module, "hashed_content_of_folder", read_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_cheap():
    """Hash in no time: what keeps a stolen password safe takes a tenth of a second each."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def _nothing_in_memory():
    """Let each test make its own of a content: many write rows without a new edition."""
    in_force.forget()


@pytest.fixture(autouse=True)
def _no_limit_of_starts():
    """All tests of a process come from one address: none runs into the limit unless it sets one."""
    with override_settings(QUIZ_START_RATE=""):
        yield


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
    from tests.rows import made_once
    from tests.site import make_content

    return made_once(make_content)


@pytest.fixture
def whole_site(db):
    """The content, and what the reading pages name beside it."""
    from tests.rows import made_once
    from tests.site import make_whole_site

    return made_once(make_whole_site)
