"""Chromium against a live server. Without Chromium the tests are skipped, unless REQUIRE_ALL=1 asks
for them.
"""

import os
import shutil

import pytest

from engine.observe import MEASURED_BY
from tests import factories
from tests.site import make_whole_site

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("REQUIRE_ALL is set, and there is no Chromium")
        pytest.skip("no Chromium")
    sync_api = pytest.importorskip("playwright.sync_api")
    # Playwright runs an event loop in this thread; Django would take every query in a test for one
    # made inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(browser, transactional_db, live_server):
    make_whole_site()
    for slug, address in MEASURED_BY.items():  # without a record of each no run is diagnosed
        factories.SymptomFactory(slug=slug, detector=address)
    return live_server.url


@pytest.fixture
def open_page(browser, site):
    """open_page(path, **options of the browser context) -> page; fails at the end when the console
    told of errors.
    """
    contexts, complaints = [], []

    def open_page(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                message.type == "error" and complaints.append(f"{path}: {message.text}")
            ),
        )
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.goto(site + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # The browser tells of every answer that is not 200, also where the test asks for one.
    assert [complaint for complaint in complaints if "status of 404" not in complaint] == []
