"""Entries of the dictionary, scrolled at the sizes of a desk and a phone, and printed.

By default one entry of each kind, and those with the most on their page; ALL_ENTRIES=1 asks for
every entry.
"""

import os
import re

import pytest
from django.conf import settings
from django.core.management import call_command

from dictionary.models import FailureMode

pytestmark = pytest.mark.browser

SIZES = [(390, 844), (768, 1024), (1280, 800), (1920, 1080)]
MOST_PRINTED_PAGES = 4
MOST_BYTES = 60_000
PLACES = (0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1)
LONGEST = 3

# Pairs of boxes that cross in the window: of parts that stand beside or below one another, and of
# the texts of one figure. The bar of contents lies above the text and is asked for separately.
CROSSINGS = """() => {
  const groups = [
    ...[".entry", ".entry-head", ".act", ".section", ".act > section", ".sign", ".check", ".fix",
      ".results", ".flow", ".runs-pair", ".entry-next", "tr"].flatMap(
      (name) => [...document.querySelectorAll(name)].map((parent) => [...parent.children])),
    ...[...document.querySelectorAll(".plot")].map((plot) => [...plot.querySelectorAll("text")]),
  ];
  const shown = (element) => element.checkVisibility() && !element.matches(".toc, .unseen");
  const inWindow = (box) => box.bottom > 0 && box.top < innerHeight && box.width && box.height;
  const crossing = [];
  for (const group of groups) {
    const boxes = group.filter(shown).map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => inWindow(box));
    boxes.forEach(([first, a], place) => {
      for (const [second, b] of boxes.slice(place + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) {
          crossing.push([first, second].map((e) => `${e.tagName} ${e.textContent.slice(0, 30)}`));
        }
      }
    });
  }
  return crossing;
}"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SCROLL = "place => window.scrollTo(0, place * document.documentElement.scrollHeight)"


@pytest.fixture
def dictionary(browser, transactional_db, live_server):
    call_command("load_dictionary", folder=settings.BASE_DIR / "fixtures", verbosity=0)
    return live_server.url


def looked_at():
    """Slugs of the entries that are opened: all of them, or a sample that holds the longest."""
    entries = FailureMode.objects.published()
    if os.environ.get("ALL_ENTRIES") == "1":
        return list(entries.values_list("slug", flat=True))
    firsts = {kind: slug for slug, kind in entries.values_list("slug", "entry_class")}
    return sorted({*firsts.values(), *longest(entries)})


def longest(entries):
    def length(entry):
        texts = [entry.example_diff_html, *(fix.snippets_html for fix in entry.fixes.all())]
        return sum(map(len, texts)) + 500 * entry.relations_in.count()

    return [entry.slug for entry in sorted(entries, key=length)[-LONGEST:]]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_part_of_an_entry_lies_on_another(browser, dictionary, width, height):
    page = browser.new_page(viewport={"width": width, "height": height})
    crossing = {}
    for slug in looked_at():
        page.goto(f"{dictionary}/e/{slug}/")
        for place in PLACES:
            page.evaluate(SCROLL, place)
            found = page.evaluate(CROSSINGS)
            if found:
                crossing[slug, place] = found
        if page.evaluate(SIDEWAYS) > 0:
            crossing[slug] = "scrolls sideways"
    page.close()

    assert crossing == {}


def test_boxes_that_cross_are_found(browser, dictionary):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page.goto(f"{dictionary}/e/overfitting/")
    assert page.evaluate(CROSSINGS) == []
    page.add_style_tag(content=".act { margin-top: -3rem }")
    assert page.evaluate(CROSSINGS) != []
    page.close()


def test_the_bar_of_contents_hides_no_heading_that_it_leads_to(browser, dictionary):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{dictionary}/e/overfitting/")
    hidden = []
    for link in page.locator(".toc a[href^='#']").all():
        link.click()
        anchor = link.get_attribute("href")
        bar = page.locator(".toc").bounding_box()
        heading = page.locator(anchor).bounding_box()
        if heading["y"] < bar["y"] + bar["height"]:
            hidden.append(anchor)
        assert bar["y"] <= 1, "the bar sticks to the top"
    background = page.evaluate("getComputedStyle(document.querySelector('.toc')).backgroundColor")
    page.close()

    assert hidden == []
    assert background.startswith("rgb("), "the text does not shine through"


def test_an_entry_is_printed_on_a_few_pages(browser, dictionary):
    page = browser.new_page()
    counts = {}
    for slug in looked_at():
        page.goto(f"{dictionary}/e/{slug}/")
        counts[slug] = len(re.findall(rb"/Type /Page\b", page.pdf(format="A4")))
    page.close()

    too_long = {slug: count for slug, count in counts.items() if count > MOST_PRINTED_PAGES}
    assert too_long == {}


def test_an_entry_keeps_its_budget_of_bytes(browser, dictionary, client):
    sizes = {slug: len(client.get(f"/e/{slug}/").content) for slug in looked_at()}

    assert {slug: size for slug, size in sizes.items() if size > MOST_BYTES} == {}


def test_one_choice_of_framework_holds_for_all_tabs_and_is_remembered(browser, dictionary):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{dictionary}/e/overfitting/")
    page.click("role=tab[name='Keras']")
    page.keyboard.press("ArrowLeft")
    assert page.locator(":focus").inner_text() == "Transformers"
    page.click("role=tab[name='Keras']")

    page.goto(f"{dictionary}/e/exploding-gradients/")
    chosen = page.locator("[role=tab][aria-selected=true]").all_inner_texts()
    context.close()

    assert set(chosen) == {"Keras"}


def test_without_script_all_snippets_stand_below_their_names(browser, dictionary):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{dictionary}/e/overfitting/")
    names = page.locator("#fix ~ .fix .snippet > .label").all_inner_texts()
    visible = page.locator("#fix ~ .fix .snippet pre:visible").count()
    context.close()

    assert {"PyTorch", "Transformers", "Keras"} <= set(names)
    assert visible == len(names)
