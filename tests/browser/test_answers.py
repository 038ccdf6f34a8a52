"""The page that only an answer shows: a diagnosis."""

import pytest

pytestmark = pytest.mark.browser

LOG = "\n".join(
    f"epoch {n} loss {1 / n:.3f} val_loss {0.4 + 0.05 * abs(n - 4):.3f}" for n in range(1, 13)
)


def violations(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    results = axe.run(page)
    return results.generate_report() if results.violations_count else ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_diagnosis(open_page, scheme):
    page = open_page("/diagnose/", color_scheme=scheme)
    page.fill("main textarea >> nth=0", LOG)
    page.locator("main form button").last.click()
    page.wait_for_selector(".verdict")

    assert violations(page) == ""
