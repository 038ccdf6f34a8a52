"""Every entry of the dictionary, scrolled at the sizes of a desk and a phone, and printed."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from dictionary.models import FailureMode

pytestmark = pytest.mark.browser

SIZES = [(1024, 768), (1280, 800), (1440, 900), (390, 844)]
MOST_PRINTED_PAGES = 6

# The parts of the page, and the pairs of them whose boxes cross in the window as it is scrolled.
CROSSINGS = """() => {
  const names = [".entry-head", ".rail", ".entry-first > .entry-body", ".entry-example",
    ".entry-rest", ".toc"];
  const boxes = [];
  for (const name of names) {
    const element = document.querySelector(name);
    if (!element || getComputedStyle(element).display === "none") continue;
    const box = element.getBoundingClientRect();
    boxes.push([name, box]);
  }
  const crossing = [];
  boxes.forEach(([first, a], place) => {
    for (const [second, b] of boxes.slice(place + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) crossing.push(`${first} and ${second}`);
    }
  });
  return crossing;
}"""
SCROLL = "place => window.scrollTo(0, place * document.documentElement.scrollHeight)"


@pytest.fixture
def dictionary(browser, transactional_db, live_server):
    call_command("load_dictionary", folder=settings.BASE_DIR / "fixtures", verbosity=0)
    return live_server.url


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_part_of_an_entry_lies_on_another(browser, dictionary, width, height):
    page = browser.new_page(viewport={"width": width, "height": height})
    crossing = {}
    for slug in FailureMode.objects.published().values_list("slug", flat=True):
        page.goto(f"{dictionary}/e/{slug}/")
        for place in (0, 0.3, 0.5, 0.7, 0.85, 1):
            page.evaluate(SCROLL, place)
            found = page.evaluate(CROSSINGS)
            if found:
                crossing[slug, place] = found
    page.close()

    assert crossing == {}


def test_an_entry_is_printed_on_a_few_pages(browser, dictionary):
    page = browser.new_page()
    counts = {}
    for slug in FailureMode.objects.published().values_list("slug", flat=True):
        page.goto(f"{dictionary}/e/{slug}/")
        counts[slug] = len(re.findall(rb"/Type /Page\b", page.pdf(format="A4")))
    page.close()

    too_long = {slug: count for slug, count in counts.items() if count > MOST_PRINTED_PAGES}
    assert too_long == {}
