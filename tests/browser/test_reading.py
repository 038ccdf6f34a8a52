import pytest

from dictionary.models import FailureMode
from tests.site import READING_PAGES

pytestmark = pytest.mark.browser

# One of each template; the others differ in content only.
TEMPLATES = [path for path in READING_PAGES if "?kind" not in path or "nothing" in path] + [
    "/diagnose/",
    "/quiz/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, site, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page("/", color_scheme=scheme)
    found = {}
    for path in TEMPLATES:
        page.goto(site + path)
        results = axe.run(page)
        if results.violations_count:
            found[path] = results.generate_report()
    assert found == {}


@pytest.mark.parametrize("width", [320, 360, 390, 768])
def test_no_page_scrolls_sideways(open_page, site, width):
    page = open_page("/", viewport={"width": width, "height": 740})
    too_wide = []
    for path in TEMPLATES:
        page.goto(site + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(path)
    assert too_wide == []


def test_slash_goes_to_the_search_field_and_escape_leaves_it(open_page):
    page = open_page("/e/overfitting/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("nan / loss?")
    assert page.input_value("#find") == "nan / loss?"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == ""
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=nan+%2F+loss%3F")


def test_keys_with_a_modifier_are_left_to_the_browser(open_page):
    page = open_page("/e/overfitting/")
    page.keyboard.press("Control+/")
    assert page.evaluate("document.activeElement.id") == ""


def test_a_chosen_theme_stays(open_page, site):
    page = open_page("/", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click(".theme-toggle")
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site + "/dictionary/")
    assert page.evaluate(paper) == dark
    assert page.get_attribute(".theme-toggle", "aria-pressed") == "true"


def test_the_contents_follow_the_reading(open_page):
    page = open_page("/e/overfitting/", viewport={"width": 1280, "height": 500})
    current = ".toc a[aria-current]"
    assert page.inner_text(current) == "Signs"
    page.evaluate("document.getElementById('fix').scrollIntoView()")
    page.wait_for_selector('.toc a[href="#fix"][aria-current]')
    assert page.locator(current).count() == 1


def test_what_scrolls_sideways_can_be_reached_by_keyboard(open_page, site):
    FailureMode.objects.update(mechanism_html=f"<pre>{'wide ' * 90}</pre><pre>narrow</pre>")
    page = open_page("/e/overfitting/", viewport={"width": 390, "height": 740})
    assert [
        pre.get_attribute("tabindex") for pre in page.query_selector_all("#why ~ .prose pre")
    ] == ["0", None]


def test_the_skip_link_leads_to_the_text(open_page):
    page = open_page("/dictionary/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_pages_work_without_javascript(open_page):
    page = open_page("/dictionary/", java_script_enabled=False)
    page.click(".facet a:has-text('Numerics')")
    assert page.inner_text(".count") == "1 of 3 entries"
    assert not page.is_visible(".theme-toggle")


def test_facets_are_closed_on_a_phone_except_where_something_is_chosen(open_page):
    page = open_page("/dictionary/?kind=dynamics", viewport={"width": 390, "height": 740})
    assert page.locator(".facet[open]").count() == 1


def test_links_and_buttons_are_large_enough(open_page, site):
    page = open_page("/", viewport={"width": 390, "height": 740})
    for path in ("/", "/dictionary/"):
        page.goto(site + path)
        small = page.evaluate(
            """() => [...document.querySelectorAll('nav a, button, .facet a, summary')]
                .filter((element) => element.checkVisibility())
                .filter((element) => element.getBoundingClientRect().height < 24)
                .map((element) => element.outerHTML)"""
        )
        assert small == []


def test_paper_shows_no_chrome_and_the_addresses_of_sources(open_page):
    page = open_page("/e/overfitting/")
    page.emulate_media(media="print")
    assert not page.is_visible(".site-header")
    assert page.is_visible(".entry-shape svg")
    after = "getComputedStyle(document.querySelector('.references a'), '::after').content"
    assert "https://example.org/" in page.evaluate(after)
